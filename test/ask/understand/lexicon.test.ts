import { beforeAll, describe, expect, it } from 'vitest';
import { tokenise } from '../../../src/ask/text/fold.js';
import { Lexicon } from '../../../src/ask/understand/lexicon.js';

let lexicon: Lexicon;

beforeAll(() => {
  lexicon = new Lexicon(new Set(['kompetens', 'planerade']));
  lexicon.add('absence', 'sjukfrånvaro');
  lexicon.add('target', 'målet');
  lexicon.add('short', 'sjukfrånvaro dag 1-14');
  lexicon.add('elderly', 'äldreomsorg');
  lexicon.add('family', 'individ- och familjeomsorg');
  lexicon.add('homes', 'grupp- och servicebostäder');
  lexicon.add('men', 'män');
  lexicon.add('city', 'Hägersten-Älvsjö');
  lexicon.add('area', 'Älvsjö');
  lexicon.add('budget', 'kompetensutvecklingsbudget');
});

const found = (text: string) => lexicon.find(tokenise(text)).map(({ concepts }) => concepts.join('|'));

describe('the lexicon finds', () => {
  it.each([
    ['as typed', 'sjukfrånvaro', ['absence']],
    ['inflected', 'sjukfrånvarons', ['absence']],
    ['without dots', 'sjukfranvaron i aldreomsorgen', ['absence', 'elderly']],
    ['misspelt', 'sjukfrånvarn', ['absence']],
    ['cut short', 'äldreoms', ['elderly']],
    ['written apart', 'sjuk frånvaron', ['absence']],
    ['in a compound', 'sjukfrånvaromålet', ['absence', 'target']],
    ['the longest phrase', 'sjukfrånvaro dag 1–14', ['short']],
    ['with another and', 'individ & familjeomsorgen', ['family']],
    ['misspelt, apart and with o', 'grupp o servise bostäderna', ['homes']],
    ['the whole name before its part', 'Hägersten-Älvsjö', ['city']],
  ])('%s: "%s"', (_how, text, concepts) => {
    expect(found(text)).toEqual(concepts);
  });
});

describe('the lexicon does not take', () => {
  it.each([
    ['a pronoun for men', 'hur gör man'],
    ['a real word for a cut-off one', 'kompetens'],
    ['a small word for an ending', 'är i'],
    ['a far word for a misspelling', 'saknar poäng'],
  ])('%s: "%s"', (_what, text) => {
    expect(found(text)).toEqual([]);
  });

  it('a following verb for the ending of a name', () => {
    expect(found('Vilken i Hägersten-Älvsjö är friskast')).toEqual(['city']);
  });
});
