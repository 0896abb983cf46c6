import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../src/ask/text/fold.js';
import { readPeriods } from '../../../src/ask/understand/periods.js';
import { wordListsOf } from '../../../src/ask/understand/word-lists.js';
import { knowledge } from '../engine.js';

const lists = wordListsOf(knowledge);

const read = (text: string) =>
  readPeriods({ tokens: tokenise(text), lists, startsPlace: () => false }).map(
    ({ start: _, end: __, ...time }) => time,
  );

describe('the times that a question names', () => {
  it.each([
    ['2024', [{ year: 2024 }]],
    ['i juni 2024', [{ year: 2024, month: 5 }]],
    ['junimätningen 2024', [{ year: 2024, month: 5 }]],
    ['2024-06', [{ year: 2024, month: 5 }]],
    ['T2 2023', [{ year: 2023, tertial: 2 }]],
    ['tertial 1 2023', [{ year: 2023, tertial: 1 }]],
    ['2024 mot 2023', [{ year: 2024 }, { year: 2023 }]],
    ['jan–okt 2024', [{ year: 2024, month: 9, isSpan: true }]],
    ['anställda 24 mot 23, diff?', [{ year: 2024 }, { year: 2023 }]],
    ['October 2023', [{ year: 2023, month: 9 }]],
    ['dag 1-14', []],
    ['10 850 ansökningar', []],
  ])('"%s"', (text, times) => {
    expect(read(text)).toEqual(times);
  });
});
