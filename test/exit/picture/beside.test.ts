import { describe, expect, it } from 'vitest';
import { tertialOf } from '../../../src/calendar/index.js';
import { loadCards, MAX_CARD_BYTES, visibleText } from '../../../src/cards/index.js';
import { bytesOf } from '../../../src/cards/json.js';
import { collectBytes, readTables, streamXlsx } from '../../../src/documents/index.js';
import { type Answer, type TertialFigures, turnoverLines, turnoverOf } from '../../../src/exit/index.js';
import { NOTHING_COUNTED, type ProcessCounts, sum } from '../../../src/exit/hr/process.js';
import { answeredIn } from '../../../src/exit/picture/beside/answered.js';
import { processFacts } from '../../../src/exit/picture/beside/process.js';
import { EVERYBODY, lookAt, YEAR } from '../../../src/exit/picture/look.js';
import { pictureSheets } from '../../../src/exit/picture/sheets.js';
import { trendOf } from '../../../src/exit/picture/trend.js';
import { pictureView } from '../../../src/exit/picture/view.js';
import { loadUnranked } from '../../../src/knowledge/index.js';
import { FIRST, LIMITS, made, released, SURVEY } from './support/made-answers.js';

const NOW = new Date('2031-01-04T08:30:00Z');
const cards = loadCards('cards');
const knowledge = loadUnranked('knowledge', NOW);
const HOME = 'Hägersten-Älvsjö stadsdelsförvaltning';

/** So many tertials of a city-wide administration: every option told in every department, whose names are as long as they get. */
const LARGE = Array.from({ length: 12 }, (_, n) => `${n + 1} Avdelningen för funktionsnedsättning och socialpsykiatri`);
function everybody(departments: readonly string[], each: number, score: (n: number) => number): Answer[] {
  return departments.flatMap((department) =>
    Array.from({ length: each }, (_, n) => {
      const chosen = SURVEY.questions.flatMap(({ id, kind, options }): [string, string[]][] => {
        if (kind === 'scale') return [[id, [String(score(n))]]];
        if (kind === 'recommend') return [[id, [String(2 * score(n))]]];
        return kind === 'text' ? [] : [[id, [options[n % options.length]!.id]]];
      });
      const { options } = SURVEY.questions[0]!;
      return made({ department, chosen: Object.fromEntries(chosen), main: options[n % options.length]!.id });
    }),
  );
}

const counts = (exits: number, declined: number): ProcessCounts => ({
  ...NOTHING_COUNTED,
  ...{ exits, talks: exits, offered: exits, held: exits - declined, declined, onTime: exits - 6, items: 20 },
});
function exits(day: string, departments: Readonly<Record<string, ProcessCounts>>): TertialFigures {
  const all = sum(Object.values(departments));
  const named = Object.entries(departments).map(([name, own]) => ({ name, counts: own }));
  return { tertial: tertialOf(day), isOver: true, all, departments: named, themes: [] };
}
const turnover = turnoverOf(knowledge, HOME, 'sv');
const about = { survey: SURVEY, limits: LIMITS, locale: 'sv', hasTexts: true, organisation: HOME, turnover } as const;

describe('the largest picture', () => {
  it('stays below the limit, with twelve departments and ten years of releases', async () => {
    const tertials = Array.from({ length: 30 }, () => everybody(LARGE, 42, (n) => 1 + (n % 5)));
    const classes = SURVEY.background.flatMap(({ options }) => options).length;
    const { closed } = await released(tertials, {
      backgroundOf: ({ ticket }) =>
        Object.fromEntries(
          SURVEY.background.map(({ id, options }) => [id, options[Number(ticket.slice(-5)) % options.length]!.id]),
        ),
    });
    const look = lookAt(closed, 'sv', SURVEY);
    expect(look.departments).toHaveLength(1 + LARGE.length + classes);
    const last = [...new Set(look.windows.find(({ value }) => value === YEAR)!.window.tertials)];
    const process = last.map((key) =>
      exits(`${key.slice(0, 4)}-${String(Number(key.slice(5)) * 4)}-01`.replace(/-(\d)-/, '-0$1-'), {
        ...Object.fromEntries(LARGE.map((name) => [name, counts(42, 7)])),
      }),
    );
    for (const department of [EVERYBODY, LARGE[11]!]) {
      const view = pictureView(look, { ...about, process, chosen: { period: YEAR, department } });
      const card = cards.bind(view, 'sv');
      const text = visibleText(card);
      for (const { sv } of SURVEY.questions[0]!.options) expect(text).toContain(`${sv}: `);
      expect(text).toContain('Index över tid: T1 2034 → T2 2034 → T3 2034 → T1 2035 → T2 2035 → T3 2035');
      expect(text.match(/Så gick avsluten/g)).toHaveLength(3);
      expect(bytesOf(card)).toBeLessThan(MAX_CARD_BYTES);
    }
  }, 60_000);
});

describe('scores over time', () => {
  const score = (index: number) => (n: number) => (n % 2 === 0 ? index : 3);
  it('are told in figures and words once there are two releases, a bound as a bound', async () => {
    const tertials = [2, 4, 5].map((index) => everybody(['Förskola'], 10, score(index)));
    const { scores } = await released([...tertials, everybody(['Förskola'], 10, () => 5)]);
    expect(trendOf(scores.slice(0, 1), { survey: SURVEY, locale: 'sv' })).toBeUndefined();
    const trend = trendOf(scores, { survey: SURVEY, locale: 'sv' })!;
    expect(trend.periods).toBe('T1 2026 → T2 2026 → T3 2026 → T1 2027');
    expect(trend.statements).toHaveLength(8);
    expect(trend.statements[0]).toMatchObject({
      words: '38 → 63 → 75 → minst 90',
      points: [
        { day: '2026-04-30', value: 38 },
        { day: '2026-08-31', value: 63 },
        { day: '2026-12-31', value: 75 },
      ],
    });
  });

  it('leave out releases that do not show the department, and those in which nobody answered', async () => {
    const { scores } = await released([
      everybody(['Förskola', 'IFO'], 6, score(2)),
      [],
      everybody(['Förskola'], 6, score(2)),
      everybody(['Förskola', 'IFO'], 6, score(4)),
    ]);
    const trend = trendOf(scores, { survey: SURVEY, department: 'IFO', locale: 'sv' })!;
    expect(trend.statements[0]!.words).toBe('38 → visas inte → 63');
  });
});

describe('turnover', () => {
  it("is the city's definition with both figures of a document that contradicts itself, its period and its source", () => {
    const [definition, figure] = turnoverLines(turnover, HOME, 'sv');
    expect(definition).toMatch(
      /enligt stadens definition: Man tar det lägsta av två tal för året, antalet avgångar eller/,
    );
    expect(figure).toMatch(
      /Älvsjö stadsdelsförvaltning per oktober 2024: 2,48.% eller 2,46.%\. Planen anger 2,48 procent/,
    );
    expect(figure).toMatch(/Källa: .+, Personalomsättning per 2024-10\.$/);
    const [, english] = turnoverLines(turnoverOf(knowledge, HOME, 'en'), HOME, 'en');
    expect(english).toMatch(/as of October 2024: 2\.48% or 2\.46%\. The plan says/);
  });

  it('is said to be unknown of an organisation without a figure, and of one that nobody knows', () => {
    for (const name of ['Norra innerstaden stadsdelsförvaltning', 'Storskogens kommun'])
      expect(turnoverLines(turnoverOf(knowledge, name, 'sv'), name, 'sv')[1]).toBe(
        `Det finns ingen siffra om personalomsättning i ${name}.`,
      );
  });
});

describe('how many answered the survey of a tertial', () => {
  it('is told where a release is of that tertial alone', async () => {
    const { scores } = await released([
      everybody(['Förskola'], 10, () => 4),
      everybody(['Förskola'], 2, () => 4),
      everybody(['Förskola'], 10, () => 4),
    ]);
    const told = ['2026-1', '2026-2', '2026-3', '2027-1'].map((key) => answeredIn(scores, key));
    expect(told).toEqual([{ answers: 10, invited: 10 }, 'together', 'together', 'later']);
  });
});

describe('how exits went, beside the picture', () => {
  const figures = [
    exits('2026-06-30', { Förskola: counts(14, 1), Äldreomsorg: counts(12, 6) }),
    { ...exits('2026-10-30', { Förskola: counts(3, 0) }), isOver: false },
  ];

  it('is told of the tertials of the window that are over, of departments without small counts', () => {
    const facts = (department?: string) =>
      processFacts(figures, { tertials: ['2026-2', '2026-3'], department, locale: 'sv' }).map((one) => [
        one.title,
        ...one.facts.map(({ title, value }) => `${title}: ${value}`),
      ]);
    expect(facts()).toEqual([
      [
        'Tertial 2 2026',
        'Avslut: 26',
        'Samtal erbjudet: 26 av 26 (100 %)',
        'Samtal hållet: 19 av 26 (73 %)',
        'Checklistan klar i tid: 14 av 26 (54 %)',
      ],
    ]);
    // One declined of Förskola is small, so neither department's "held" may be told.
    expect(facts('Förskola')[0]).toContain('Samtal hållet: –');
    expect(facts('Äldreomsorg')[0]).toContain('Samtal hållet: –');
    expect(facts('IFO')).toEqual([]);
    expect(processFacts(figures, { tertials: ['2026-1'], locale: 'sv' })).toEqual([]);
  });

  it('tells no small number of the whole either: an analyst may not read the cases', () => {
    const few = [exits('2026-06-30', { Förskola: counts(3, 1) }), exits('2026-03-30', { Förskola: counts(12, 1) })];
    const facts = processFacts(few, { tertials: ['2026-1', '2026-2'], locale: 'sv' }).map((one) =>
      one.facts.map(({ title, value }) => `${title}: ${value}`),
    );
    expect(facts[0]).toEqual(['Avslut: <5', 'Samtal erbjudet: <5', 'Samtal hållet: <5', 'Checklistan klar i tid: <5']);
    // All but one held it: that one is small.
    expect(facts[1]).toContain('Samtal hållet: –');
    expect(facts[1]).toContain('Avslut: 12');
    // Two of twelve had no conversation on their list: the count of conversations stands nowhere, also not as "of 10".
    const some = [exits('2026-03-30', { Förskola: { ...counts(12, 0), talks: 10, offered: 10, held: 5, notHeld: 5 } })];
    const shown = JSON.stringify(processFacts(some, { tertials: ['2026-1'], locale: 'sv' }));
    expect(shown).not.toContain('av 10');
  });

  it('stands in the file, with how many answered where a release is of that tertial alone', async () => {
    const { closed } = await released([[], everybody(['Förskola'], 9, (n) => 1 + (n % 5))], {
      invitedIn: [{}, { Förskola: 14 }],
    });
    const beside = { organisation: HOME, turnover, process: figures };
    const sheets = pictureSheets(lookAt(closed, 'sv', SURVEY), SURVEY, 'sv', beside);
    const bytes = await collectBytes(streamXlsx(sheets, { title: 't', author: 'a', now: NOW }));
    const read = await readTables('a.xlsx', bytes);
    const tables = read.kind === 'read' ? read.tables : [];
    const rows = tables.map(({ rows: own }) => own.map(({ cells }) => cells.map(({ text }) => text)));
    expect(rows[1]!.find((row) => row[1] === 'Hela förvaltningen')).toEqual(
      expect.arrayContaining(['Tertial 2 2026', '26', '9 av 14 (64 %)']),
    );
    expect(JSON.stringify(rows[1])).not.toContain('Tertial 3');
    expect(rows[0]!.at(-1)![0]).toContain('2,48');
    expect(FIRST).toBe('2026-1');
  });
});
