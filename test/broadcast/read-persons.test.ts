import { describe, expect, it } from 'vitest';
import { readPersons } from '../../src/broadcast/read-persons.js';

describe('readPersons', () => {
  it.each([
    ['addresses below each other', 'anna@x.se\n\n bo@x.se \r\n', ['anna@x.se', 'bo@x.se']],
    ['addresses in one line', 'anna@x.se; bo@x.se,cia@x.se', ['anna@x.se', 'bo@x.se', 'cia@x.se']],
    ['what Outlook copies', 'Anna Berg <anna@x.se>; Bo Ek <bo@x.se>', ['anna@x.se', 'bo@x.se']],
    ['lines of CSV without heading', 'Anna;anna@x.se;Förskola\nBo;bo@x.se;Skola', ['anna@x.se', 'bo@x.se']],
    ['the column of addresses', '\uFEFFNamn;Chef;E-post\nAnna;chef@x.se;anna@x.se', ['anna@x.se']],
    ['an English heading with commas', 'name,email\n"Berg, Anna",anna@x.se', ['anna@x.se']],
    ['tabs from a spreadsheet', 'Namn\tE-postadress\nAnna\tanna@x.se', ['anna@x.se']],
    ['Entra ids below a heading', 'id\n11111111-1111-4111-8111-111111111111', ['11111111-1111-4111-8111-111111111111']],
    ['a line without address, as it was written', 'Namn;E-post\nAnna;anna@x.se\nBo;', ['anna@x.se', 'Bo;']],
    ['somebody by name only', 'anna@x.se\nBo Ek', ['anna@x.se', 'Bo Ek']],
    ['nothing', '  \n ', []],
  ])('reads %s', (_what, text, persons) => {
    expect(readPersons(text)).toEqual(persons);
  });
});
