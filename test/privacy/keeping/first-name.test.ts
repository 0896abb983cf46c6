import { describe, expect, it } from 'vitest';
import { createErase } from '../../../src/privacy/index.js';
import { withoutFirstName } from '../../../src/privacy/keeping/first-name.js';
import {
  openErasures,
  openHolds,
  openRegister,
  openStorage,
  questionHandlingTable,
  publishedRoutinesTable,
} from '../../../src/storage/index.js';
import { samples } from '../../storage/samples.js';

const ID = 'a0000000-0000-4000-8000-000000000009';

describe('the first name alone', () => {
  it.each([
    ['Hej, sara!', 'Hej, N.N.!'],
    ['Saras dator och SARA’s nycklar', 'N.N.s dator och N.N.’s nycklar'],
    ['Fråga Sara.', 'Fråga N.N..'],
    ['Sara-Lena och Sarah är andra', 'Sara-Lena och Sarah är andra'],
    ['sara.berg@kommunen.se, Rosara, Sara2', 'sara.berg@kommunen.se, Rosara, Sara2'],
  ])('is taken out as a whole word: %s', (text, left) => {
    expect(withoutFirstName({ text: [text] }, 'Sara Ekman')).toEqual({ text: [left] });
  });

  it.each([
    ['Per Ek', '3 timmar per vecka, PER MÅNAD. Per vecka alltså.'],
    ['Hans Ek', 'Hon tog hans nycklar'],
    ['Jan Ek', 'Den 12 jan, the 12 Jan, in Jan. 2026 and Jan 3'],
    ['Klara Berg', 'Är de klara?\nKlara, ja.'],
    ['Ville Berg', 'Jag ville: ”Ville du?” – Ville jag?'],
    ['Saga Berg', 'Ingen saga (Saga är en tv-serie)'],
    ['Mark Berg', 'Mark och vatten, på kommunens mark'],
    ['Dag Ek', 'En dag i ett liv'],
    ['Liv Ek', 'En dag i ett liv'],
    ['May Berg', 'You may take it in May'],
    ['Israel Ek', 'Resan till Israel'],
    ['Bo Ek', 'Hej bo, hej Bo'],
    ['Al Ek', 'Hej al, hej Al'],
    ['Pim Ek', 'pim, PIM och Pimpa'],
    ['Sara', 'Hej Sara'],
  ])('leaves what may be a word: %s in "%s"', (name, text) => {
    expect(withoutFirstName(text, name)).toBe(text);
  });

  it.each([
    ['Per Ek', 'Fråga Per om 3 timmar per vecka, i Pers rum.', 'Fråga N.N. om 3 timmar per vecka, i N.N.s rum.'],
    ['KLARA BERG', 'Hej Klara!', 'Hej N.N.!'],
    ['Björn Ek', 'Hej Björn, hej björn', 'Hej N.N., hej björn'],
    ['Dag Ek', 'En dag med Dag', 'En dag med N.N.'],
    ['Pim Ek', 'Jag och Pim', 'Jag och N.N.'],
    ['Eva Ek', 'Eva kommer. eva, EVA', 'N.N. kommer. N.N., N.N.'],
    ['Per-Olof Ek', 'per-olof och Per', 'N.N. och Per'],
  ])('that may be a word goes with a capital within a sentence: %s', (name, text, left) => {
    expect(withoutFirstName(text, name)).toBe(left);
  });

  it('goes with an erasure from rows that name the person, not from others and not from knowledge', async () => {
    const storage = openStorage({ kind: 'memory' });
    const handling = { ...samples.questionhandling!, by: ID, text: 'Sara hälsar, saras fråga' } as never;
    const other = { ...samples.questionhandling!, id: 'another', text: 'Sara hälsar' } as never;
    const routine = { ...samples.publishedroutines!, by: ID, text: 'Skriv till exempel Sara.' } as never;
    await storage.table(questionHandlingTable).upsert(handling);
    await storage.table(questionHandlingTable).upsert(other);
    await storage.table(publishedRoutinesTable).upsert(routine);
    await createErase({
      ...{ register: openRegister(storage), holds: openHolds(storage), erasures: openErasures(storage) },
      forget: async () => undefined,
    }).run({ id: ID, name: 'Sara Ekman', organisation: 'Älvsjö' }, new Date('2026-03-01T09:00:00Z'));
    const texts = [];
    for await (const { row } of storage.table(questionHandlingTable).list())
      texts.push((row as { text?: string }).text);
    expect(texts.sort()).toEqual(['N.N. hälsar, N.N.s fråga', 'Sara hälsar']);
    for await (const { row } of storage.table(publishedRoutinesTable).list()) {
      expect(row.text).toBe('Skriv till exempel Sara.');
      expect(row.by).not.toBe(ID);
    }
  });
});
