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
    ['junitalen 2024', [{ year: 2024, month: 5 }]],
    [
      'tak för 2024, under den i junistatistiken',
      [
        { year: 2024, month: 5 },
        { year: 2024, month: 5 },
      ],
    ],
    [
      'från 2022/23 till 2023/24',
      [
        { year: 2023, month: 5, isSpan: true },
        { year: 2024, month: 5, isSpan: true },
      ],
    ],
    ['digitala inköp hemtjänst -22 utfall', [{ year: 2022 }]],
    ["smarta lås '22 mål", [{ year: 2022 }]],
    ['20 -25 personer', []],
    ['dag 1-14', []],
    ['10 850 ansökningar', []],
  ])('"%s"', (text, times) => {
    expect(read(text)).toEqual(times);
  });

  it.each([
    ['perioden som slutade i juni 2023', 'perioden'],
    ['tolv månader, året som slutar juni 2023', 'året'],
    ['the year ending June 2023', 'year'],
    ['de som slutade i juni 2023', 'juni'],
  ])('"%s" begins with "%s": what ends is a span, not an employment', (text, first) => {
    const tokens = tokenise(text);
    const [time] = readPeriods({ tokens, lists, startsPlace: () => false });
    expect(tokens[time!.start]!.text).toBe(first);
  });
});
