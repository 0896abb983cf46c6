import { describe, expect, it } from 'vitest';
import { loadCards, MAX_CARD_BYTES } from '../../../src/cards/index.js';
import { bytesOf } from '../../../src/cards/json.js';
import type { SeenSubject } from '../../../src/exit/learning/lookup.js';
import { overviewView, themeView, tieView } from '../../../src/exit/learning/views.js';
import { faultsOf, quotes } from '../../../src/exit/learning/check.js';
import { createReadLearned } from '../../../src/exit/learning/learned.js';
import { periodOf, type Theme, type Tie } from '../../../src/exit/learning/learning.js';
import { toldReasons } from '../../../src/exit/learning/reasons.js';
import { LIMITS, made, released, SURVEY } from '../picture/support/made-answers.js';

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
      tertials: ['2026-1', '2026-2', '2026-3'],
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

describe('the largest cards', () => {
  const cards = loadCards('cards');
  /** Two bytes a letter, and quotation marks that JSON writes as two. */
  const long = (length: number) => 'å"'.repeat(length / 2);
  const theme: Theme = {
    ...{ organisation: 'N', id: 't', name: long(60), description: long(300), support: 4, texts: 12 },
    ...{ batch: '2026-1', tertials: ['2025-2', '2026-1'] },
  };
  const tie: Tie = {
    ...{ organisation: 'N', kind: 'theme', subject: 't', plan: long(80), activity: '7', words: long(2000) },
    ...{ sv: '', en: '', tertials: [] },
  };
  const seen = { id: 'x'.repeat(24), tie, words: tie.words, planTitle: long(300), isLost: true };
  const ties = Array.from({ length: 10 }, () => seen);
  const subject: SeenSubject = { kind: 'theme', id: 't', name: theme.name, tertials: theme.tertials, theme, ties };
  const plans = Array.from({ length: 60 }, (_, n) => ({ id: `plan-${n}`, title: long(300) }));
  const found = Array.from({ length: 200 }, (_, n) => ({ id: String(n), words: long(2000) }));
  const batches = Array.from({ length: 6 }, (_, n) => ({ id: `202${n}-1`, tertials: theme.tertials, texts: ['a'] }));
  const bytes = (view: Parameters<typeof cards.bind>[0]) => bytesOf(cards.bind(view, 'sv'));

  it('stay below the limit', () => {
    const subjects = Array.from({ length: 12 }, () => subject);
    const learning = { lessons: { themes: [], ties: [] }, plans, subjects };
    const all = { locale: 'sv', page: 1, limits: LIMITS, mayWrite: true, hasTexts: true, note: long(200) } as const;
    expect(bytes(overviewView(learning, all))).toBeLessThan(MAX_CARD_BYTES);
    const about = { locale: 'sv', subject, plans, plan: 'plan-3', search: long(100), page: 2, found } as const;
    expect(bytes(tieView({ ...about, note: long(200) }))).toBeLessThan(MAX_CARD_BYTES);
    const form = { theme: 't', form: 'f', seen: 's', shown: 's'.repeat(2000), batch: '2020-1', batches, least: 3 };
    const typed = { name: long(60), description: long(5000), support: '4' };
    const problems = Array.from({ length: 5 }, () => 'x'.repeat(300));
    expect(bytes(themeView({ ...form, locale: 'sv', said: typed, problems }))).toBeLessThan(MAX_CARD_BYTES);
  });
});
