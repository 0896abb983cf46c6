import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { everydayWordsOf, everydayWordsSchema } from '../../../src/ask/understand/everyday-words.js';

describe('one entry covers the forms of its word', () => {
  it.each([
    [{ verbs: ['visa'] }, 'visa visar visade visat visas visades visats visad', 'vision visande'],
    [{ verbs2: ['bygga'] }, 'bygga bygger byggde byggt byggs byggdes byggts byggd byggda', 'byggnad'],
    [{ verbs2: ['köpa'] }, 'köper köpte köpt köps köptes köpta', 'köpman'],
    [{ verbs2: ['känna'] }, 'känner kände känt känns kändes', 'kännare'],
    [{ nouns: ['rad'] }, 'rad rader raden raderna radens', 'rast'],
    [{ nouns: ['kolumn'] }, 'kolumn kolumnen kolumner kolumnerna', 'kolumnist'],
    [{ adjectives: ['tydlig', 'enkel', 'ökad', 'given'] }, 'tydligt tydliga tydligast enkelt enkla ökat givet', 'enke'],
    [{ verbsEn: ['compare', 'vary'] }, 'compare compares compared comparing varies varied', 'comparison'],
    [{ nounsEn: ['summary', 'box'] }, 'summary summaries box boxes', 'summer'],
  ])('%o', (group, forms, others) => {
    const { has } = everydayWordsOf([{ id: 'some', ...group }]);
    expect(forms.split(' ').filter((form) => !has(form))).toEqual([]);
    expect(others.split(' ').filter(has)).toEqual([]);
  });

  it('without å, ä and ö, but for short words and for endings of compounds', () => {
    const { has } = everydayWordsOf([{ id: 'some', verbs: ['förklara'], nouns: ['håll'], sv: ['-läget'] }]);
    expect(['forklarade', 'hallen', 'arbetslaget', 'bottenläget'].map(has)).toEqual([true, false, false, true]);
  });
});

/** Each tells some people, places, times or things counted from others: the figure of all would pass for theirs. */
const NARROWS = `
  kockar undersköterskor chefer rektorer lärare studenter praktikanter vikarier timvikarier sökande boende anhöriga pappor kollegor
  unga äldre yngre ungdomar pensionärer kvinnor män flickor pojkar utrikes svenska nyanställda nyutexaminerade gravida
  heltid deltid tillsvidare tillfälliga fast fasta timanställda vakanta behöriga utbildade erfarna legitimerade kommunala privata
  sommar sommaren hösten hösttermin jul nyår natten kvällen helgen måndagar morgnar semestern igår vardagar början slutet mitten
  sjuka friska långtidssjuka korttid skadade föräldralediga tjänstlediga lediga frånvarande rehabilitering
  slutar sluta slutat slutade lämnade lämnat avslutade börjande avgick pensionerades flyttade bytte stannade deltog studerar läser pluggar svarade
  klagade anmälde röker bor reser cyklar placeringar utredningar avvikelser ärenden övertid löner löneökning tjänster
  nurses cooks teachers students interns managers newcomers women men young older temporary permanent public private
  summer night weekend shifts sick absent left quit resigned retired hired joined moved stayed completed answered labour
  positions vacancies posts overtime salaries falls wages
`;

it('nothing that parts some from others is an everyday word', () => {
  const groups = everydayWordsSchema
    .array()
    .parse(parse(readFileSync('knowledge/vocabulary/everyday-words.yml', 'utf8')));
  const { has } = everydayWordsOf(groups);
  expect(NARROWS.trim().split(/\s+/).filter(has)).toEqual([]);
});
