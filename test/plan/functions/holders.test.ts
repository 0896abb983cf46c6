import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePeopleCsv } from '../../../src/people/index.js';
import { holdersOf, parseResponsible, unheldFunctions } from '../../../src/plan/index.js';

const { people: everybody } = parsePeopleCsv(readFileSync('src/local/demo/people.csv', 'utf8'));
const people = everybody.filter(({ organisation }) => organisation.startsWith('Hägersten'));

describe('parseResponsible', () => {
  it.each([
    ['Enhetschefer och HR-konsult', ['Enhetschefer', 'HR-konsult']],
    [
      'Avdelningschef, Enhetschef samt ansvarig biträdande enhetschef',
      ['Avdelningschef', 'Enhetschef', 'ansvarig biträdande enhetschef'],
    ],
    ['Förvaltningsledningen, HR-enhet, Enhetschefer.', ['Förvaltningsledningen', 'HR-enhet', 'Enhetschefer']],
    ['Enhetschef/ avdelningschef', ['Enhetschef', 'avdelningschef']],
    ['Avdelningchef\nförskola\nUtvecklingsenheten', ['Avdelningchef förskola', 'Utvecklingsenheten']],
    ['Avdelningschef i samarbete med kommunikatörerna', ['Avdelningschef', 'kommunikatörerna']],
    [
      'Avdelningschef för funktionsnedsättning och socialpsykiatri',
      ['Avdelningschef för funktionsnedsättning och socialpsykiatri'],
    ],
    ['Chef för individ- och familjeomsorg och HR-chef', ['Chef för individ- och familjeomsorg', 'HR-chef']],
    ['', []],
  ])('parts %j', (cell, functions) => {
    expect(parseResponsible(cell)).toEqual(functions);
  });
});

describe('holdersOf', () => {
  it.each<[name: string, department: string | undefined, holders: string[]]>([
    ['Enhetschefer', 'Äldreomsorg', ['Enhetschef, Äldreomsorg', 'Enhetschef, Äldreomsorg']],
    ['Enhetschef', 'Samhälle och service', []],
    ['Förskolechefer', 'Förskola', ['Rektor, Förskola', 'Rektor, Förskola']],
    ['Avdelningchef förskola', 'Förskola', ['Avdelningschef, Förskola']],
    ['Avdelningschef för äldreomsorg', 'Förskola', ['Avdelningschef, Äldreomsorg']],
    ['bitr. enhetschef', 'Förskola', ['Biträdande enhetschef, Förskola']],
    [
      'ansvarig biträdande enhetschef',
      'Individ- och familjeomsorg',
      ['Biträdande enhetschef, Individ- och familjeomsorg'],
    ],
    ['HR-konsult', 'Förskola', ['HR-konsult, Stödfunktioner']],
    ['HR-enheten', undefined, ['HR-chef, Stödfunktioner']],
    ['Förvaltningsledningen', undefined, ['Stadsdelsdirektör, Stödfunktioner']],
    ['undersköterskorna', 'Äldreomsorg', ['Undersköterska, Äldreomsorg', 'Undersköterska, Äldreomsorg']],
    ['Utvecklingsenheten', 'Förskola', []],
    ['Anna Andersson', 'Förskola', []],
    ['', 'Förskola', []],
  ])('finds who is "%s" in the plan of %s', (name, department, holders) => {
    const found = holdersOf(name, people, department === undefined ? {} : { department });
    expect(found.map((person) => `${person.function}, ${person.department}`)).toEqual(holders);
  });

  it('means everybody of the department by "samtliga medarbetare"', () => {
    const own = people.filter(({ department }) => department === 'Förskola');
    expect(holdersOf('samtliga medarbetare', people, { department: 'Förskola' })).toEqual(own);
    expect(holdersOf('alla anställda', people, { department: 'Förskola' })).toEqual(own);
  });
});

describe('unheldFunctions', () => {
  it('names each function that nobody holds once, with its activities', () => {
    const activities = [
      ['Enhetschefer', 'Utvecklingsenheten'],
      ['HR-konsult'],
      ['utvecklingsenheten', 'Kommunikatörerna'],
    ];
    const unheld = unheldFunctions(
      activities.map((responsible) => ({ responsible })),
      people,
      { department: 'Förskola' },
    );
    expect(unheld).toEqual([
      { function: 'Utvecklingsenheten', activities: [0, 2] },
      { function: 'Kommunikatörerna', activities: [2] },
    ]);
  });
});
