import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueSchema, parseDue } from '../../../src/plan/index.js';

/** Read with the plan's year 2019: kind, first and last day. */
function read(written: string): string {
  const due = parseDue(written, 2019);
  const from = 'from' in due ? (due.from ?? '') : '';
  const to = 'to' in due ? (due.to ?? '') : '';
  return [due.kind, from, to].join(' ').trim();
}

describe('parseDue', () => {
  it.each([
    ['våren 2020', 'period 2020-01-01 2020-06-30'],
    ['2019-2022', 'period 2019-01-01 2022-12-31'],
    ['2019–22', 'period 2019-01-01 2022-12-31'],
    ['2019/2020', 'period 2019-01-01 2020-12-31'],
    ['T2 2019', 'period 2019-05-01 2019-08-31'],
    ['2020 T2', 'period 2020-05-01 2020-08-31'],
    ['T1, T2 och VB', 'period 2019-01-01 2019-12-31'],
    ['tredje tertialet', 'period 2019-09-01 2019-12-31'],
    ['hösten', 'period 2019-08-01 2019-12-31'],
    ['q3', 'period 2019-07-01 2019-09-30'],
    ['kvartal 4 2020', 'period 2020-10-01 2020-12-31'],
    ['31/12 2019', 'period 2019-12-31 2019-12-31'],
    ['31/12-20', 'period 2020-12-31 2020-12-31'],
    ['15 mars', 'period 2019-03-15 2019-03-15'],
    ['den 31:e december 2020', 'period 2020-12-31 2020-12-31'],
    ['2020-12-31', 'period 2020-12-31 2020-12-31'],
    ['2020-12', 'period 2020-12-01 2020-12-31'],
    ['vt-20', 'period 2020-01-01 2020-06-30'],
    ['ht20', 'period 2020-08-01 2020-12-31'],
    ['2020, våren', 'period 2020-01-01 2020-06-30'],
    ['Våren och hösten 2020', 'period 2020-01-01 2020-12-31'],
    ['maj-juni 2020', 'period 2020-05-01 2020-06-30'],
    ['Fortsatt arbete 2020', 'period 2020-01-01 2020-12-31'],
    ['slutet av 2020', 'period 2020-09-01 2020-12-31'],
    ['första halvåret 2020', 'period 2020-01-01 2020-06-30'],
    ['v. 45', 'period 2019-11-04 2019-11-10'],
    ['vintern 2019/2020', 'period 2019-12-01 2020-02-29'],
    ['nästa år', 'period 2020-01-01 2020-12-31'],
    ['från våren 2020 till hösten 2021', 'period 2020-01-01 2021-12-31'],
  ])('reads %s as a stretch of time', (written, expected) => {
    expect(read(written)).toBe(expected);
  });

  it.each([
    ['senast december 2020', 'period  2020-12-31'],
    ['klart till årets slut', 'period  2019-12-31'],
    ['innan sommaren 2020', 'period  2020-05-31'],
  ])('reads %s as a deadline alone', (written, expected) => {
    expect(read(written)).toBe(expected);
  });

  it.each([
    ['kontinuerligt', 'ongoing'],
    ['Kontinuerligt pågående', 'ongoing'],
    ['löpande under året', 'ongoing 2019-01-01 2019-12-31'],
    ['Fortlöppande under 2020', 'ongoing 2020-01-01 2020-12-31'],
    ['2020 och därefter kontinuerligt', 'ongoing 2020-01-01'],
    ['fr.o.m. hösten 2020', 'ongoing 2020-08-01'],
  ])('reads %s as löpande', (written, expected) => {
    expect(read(written)).toBe(expected);
  });

  it.each([
    'snarast',
    'Klart',
    '31/2 2020',
    '2020-02-30',
    'vecka 53 2021',
    'vintern 2020',
    'dec 20',
    'inte före 2020',
    '?',
    '2 ggr/år',
    'jul',
  ])('keeps %s as written, since it may mean several things or none', (written) => {
    expect(parseDue(written, 2019)).toEqual({ kind: 'unclear', as: written });
  });

  it.each(['', ' ', '-', '–'])('finds no date in "%s"', (written) => {
    expect(parseDue(written, 2019)).toEqual({ kind: 'none' });
  });

  it('keeps the words and fits its schema, whatever is written', () => {
    const word = fc.constantFrom(
      'våren',
      '2020',
      'T2',
      'och',
      '-',
      'senast',
      'löpande',
      '31/12',
      'q1',
      'mars',
      'slutet av',
      'v. 7',
      '30',
      'x',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(texts, (written) => {
        const due = parseDue(written, 2019);
        expect(dueSchema.parse(due)).toEqual(due);
        if (due.kind !== 'none') expect(due.as).toBe(written.normalize('NFC').replace(/\s+/gu, ' ').trim());
        if (due.kind === 'period' && due.from !== undefined) expect(due.from <= due.to).toBe(true);
      }),
    );
  });
});
