import { describe, expect, it } from 'vitest';
import { faultsOf, quotes } from '../../../src/exit/learning/check.js';
import { createReadLearned } from '../../../src/exit/learning/learned.js';
import { periodOf, type Theme, type Tie } from '../../../src/exit/learning/learning.js';
import { toldReasons } from '../../../src/exit/learning/reasons.js';
import { made, released, SURVEY } from '../picture/support/made-answers.js';

const TEXTS = ['Jag fick ingen handledning de första veckorna, det var tufft.', 'Schemat ändrades hela tiden.'];
const about = { texts: TEXTS, count: 12, least: 3, others: [{ name: 'Schema' }] };
const said = { name: 'Introduktion', description: 'De nya får lite tid.', support: '4' };

describe('a theme', () => {
  it.each([
    [{}, []],
    [{ name: '' }, ['name-missing']],
    [{ name: 'x'.repeat(61), description: 'y'.repeat(301) }, ['name-long', 'description-long']],
    [{ name: 'SCHEMA' }, ['name-taken']],
    ...['2', '13', '3,5', '', '-4', 'fyra'].map((support) => [{ support }, ['support']] as const),
    [{ description: 'Någon fick ”ingen handledning de första veckorna – det” sades' }, ['quote']],
  ] as const)('that says %j has the faults %j', (changes, faults) => {
    expect(faultsOf({ ...said, ...changes }, about)).toEqual(faults);
  });

  it('quotes with six words in a row of a text, however they are written, not with five', () => {
    expect(quotes('INGEN handledning, de första veckorna: det', TEXTS)).toBe(true);
    expect(quotes('ingen handledning de första veckorna', TEXTS)).toBe(false);
    expect(quotes('', ['a b c d e f'])).toBe(false);
  });
});

describe('a reason', () => {
  it('can be tied when the picture tells its count, and not when it is hidden', async () => {
    const some = (count: number, reason: string) =>
      Array.from({ length: count }, () => made({ main: reason, chosen: { Q1: [reason] } }));
    const { closed } = await released([[], [], [...some(12, 'R5'), ...some(8, 'R2'), ...some(1, 'R7')]]);
    const told = toldReasons(closed, SURVEY);
    expect(told.map(({ id }) => id)).toEqual(expect.arrayContaining(['R2', 'R5']));
    expect(told.map(({ id }) => id)).not.toContain('R7');
    expect(told.find(({ id }) => id === 'R5')).toMatchObject({
      names: { en: 'Workload and staffing' },
      tertials: ['2026-1'],
    });
    expect(toldReasons([], SURVEY)).toEqual([]);
  });
});

describe('what a round learns', () => {
  it('is the names and periods of what is tied, nothing of a theme that is gone', async () => {
    const theme: Theme = {
      ...{ organisation: 'N', id: 't', name: 'Introduktion', description: 'd', support: 4, texts: 12 },
      ...{ batch: '2026-1', tertials: ['2025-3', '2026-1'] },
    };
    const tie: Tie = {
      ...{ organisation: 'N', kind: 'theme', subject: 't', plan: 'p', activity: '7', words: 'w' },
      ...{ sv: '', en: '', tertials: [] },
    };
    const reason: Tie = { ...tie, kind: 'reason', subject: 'R5', sv: 'Schema', en: 'Schedule', tertials: ['2026-1'] };
    const ties = [tie, reason, { ...tie, subject: 'gone' }];
    const learned = await createReadLearned({ read: async () => ({ themes: [theme], ties }) })('N');
    expect([...learned]).toEqual([
      [
        'p/7',
        [
          { sv: 'Introduktion', en: 'Introduktion', period: 'T3 2025–T1 2026' },
          { sv: 'Schema', en: 'Schedule', period: 'T1 2026' },
        ],
      ],
    ]);
  });

  it('calls a period by its tertials', () => {
    expect([periodOf(['2026-1']), periodOf(['2026-1', '2025-3', '2026-2'])]).toEqual(['T1 2026', 'T3 2025–T2 2026']);
  });
});
