import { beforeAll, describe, expect, it } from 'vitest';
import { type Action, joinFeatures, type Reply, type Turn } from '../../../src/actions/index.js';
import { PHASES } from '../../../src/ask/index.js';
import { type AdaptiveCardJson, loadCards, MAX_CARD_BYTES, visibleText } from '../../../src/cards/index.js';
import { bytesOf } from '../../../src/cards/json.js';
import { readDocument } from '../../../src/documents/index.js';
import { decide } from '../../../src/people/index.js';
import { planReport, type Round, type RoundSummary } from '../../../src/plan/index.js';
import { reportCardData } from '../../../src/plan/report/card/card-data.js';
import { openPlans, openRounds, openStorage, type Storage } from '../../../src/storage/index.js';
import { someItem, someResponse, someRound } from '../round/some-items.js';
import { HR, NOW, ORGANISATION, storeRounds } from './some-report.js';

const cards = loadCards('cards');
let storage: Storage;
let round: Round;
let before: Round;
beforeAll(async () => {
  storage = openStorage({ kind: 'memory' });
  await storage.prepare();
  ({ round, before } = await storeRounds(storage));
});

const turnOf = (about: Partial<Turn> = {}): Turn => ({
  ...{
    asker: { kind: 'person', id: HR.id, person: HR },
    locale: 'sv',
    now: NOW,
    conversation: 'personal',
    context: {},
  },
  ...about,
});
const registry = (over = storage) =>
  joinFeatures([
    {
      name: 'plan',
      ...planReport({ rounds: openRounds(over), plans: openPlans(over), directory: { find: () => HR } }),
    },
  ]);

/** As the dispatcher does: what a button sends goes through the schema. */
async function press(verb: string, data: object, turn = turnOf()): Promise<Reply> {
  const action: Action = registry().findAction(verb)!;
  return action.handle(action.schema.parse(data), turn);
}
const type = async (text: string, turn = turnOf(), over = storage) =>
  registry(over).findCommand(text)!.handle(turn, text);
const cardOf = (reply: Reply, locale: 'sv' | 'en' = 'sv'): AdaptiveCardJson =>
  cards.bind((reply.replace ?? reply.post?.[0]?.card)!, locale);

describe('"rapport"', () => {
  it('posts the figures of the newest round', async () => {
    const text = visibleText(cardOf(await type('Rapport!')));
    expect(text).toContain('Uppföljning av kompetensförsörjningsplan, T1 2026');
    expect(text).toContain('Svar: 38 av 46 punkter (82 %) är besvarade.');
    expect(text).toContain('och 1 till i rapporten');
    expect(text).not.toContain(HR.name);
  });

  it('answers in English', async () => {
    expect(visibleText(cardOf(await type('report', turnOf({ locale: 'en' })), 'en'))).toContain(
      'Going well: done 7 of 44',
    );
  });

  it('says what to do when there is no round yet, and keeps quiet before others', async () => {
    const empty = openStorage({ kind: 'memory' });
    await empty.prepare();
    expect((await type('rapport', turnOf(), empty)).post?.[0]?.text).toContain('ny uppföljning');
    const inGroup = await type('rapport', turnOf({ conversation: 'groupChat' }));
    expect(inGroup.post).toEqual([{ text: 'Rapporten visar jag bara i en chatt mellan dig och mig.' }]);
  });

  it('is for HR alone', () => {
    for (const { allow } of [...registry().actions, ...registry().commands])
      for (const role of ['chef', 'medarbetare', 'hr-analytiker', 'admin'] as const)
        expect(decide({ kind: 'person', id: HR.id, person: { ...HR, roles: [role] } }, allow).allowed).toBe(false);
  });
});

describe('the choices of the card', () => {
  it('narrow what is shown', async () => {
    const reply = await press('plan.report.open', {
      round: before.id,
      department: 'Äldreomsorg',
      phase: 'behålla',
      plan: '*',
    });
    const text = visibleText(cardOf(reply));
    expect(text).toContain('VB 2025');
    expect(text).toContain('Hägersten-Älvsjö, Äldreomsorg · Behålla');
    expect(text).toContain('Svar: 3 av 3 punkter (100 %) är besvarade.');
    expect(reply.toast).toBeUndefined();
  });

  it('are let go, and that is said, when the round has no such department or plan', async () => {
    const reply = await press('plan.report.open', { round: round.id, department: 'Stab', plan: '2019-x' });
    expect(reply.toast).toContain('Allt visas.');
    expect(visibleText(cardOf(reply))).toContain('Svar: 38 av 46');
  });

  it('open no round of another board', async () => {
    await openRounds(storage).create(someRound({ organisation: 'Norrmalm', id: 'theirs', state: 'open' }));
    expect(await press('plan.report.open', { round: 'theirs' })).toMatchObject({
      toast: expect.stringContaining('finns inte') as string,
    });
  });
});

describe('the buttons for files', () => {
  it.each(['docx', 'xlsx'] as const)('give the report as %s of what the fields hold', async (format) => {
    const reply = await press('plan.report.file', { format, round: round.id, department: 'Förskola' });
    const { file } = reply.post![0]!;
    expect(file).toMatchObject({ name: `Uppföljning T1 2026 Förskola.${format}` });
    expect(file!.contentType).toMatch(format === 'docx' ? /wordprocessingml\.document$/ : /spreadsheetml\.sheet$/);
    const bytes = await file!.bytes();
    expect([...bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
    if (format === 'docx') expect(await readDocument('r.docx', bytes)).toMatchObject({ kind: 'read' });
  });
});

describe('the fullest card', () => {
  const said = { klar: 9000, pågår: 9000, försenad: 9000, avbruten: 9000, avvikelse: 9000, 'ej påbörjad': 9000 };
  const counts = { items: 99_999, said };

  /** As much of everything as there can be, every text made of `words`. */
  function fullest(words: string, many: number): Parameters<typeof reportCardData>[0] {
    const long = (length: number) => words.repeat(Math.ceil(length / words.length)).slice(0, length);
    const splits = Array.from({ length: many }, (_, at) => ({ name: `${at} ${long(90)}`, counts }));
    const plans = splits.map(({ name }, at) => ({ id: `2026-${'p'.repeat(60)}${at}`, title: name }));
    const summary: RoundSummary = {
      round: someRound({ id: '29', title: long(120), plans: plans.map(({ id }) => id) }),
      filter: { plan: plans.at(-1)?.id, department: splits.at(-1)?.name, phase: 'introducera' },
      ...{ plans, all: counts, activities: counts, goals: counts, indicators: counts, byPlan: splits },
      ...{ byDepartment: splits, departments: splits.map(({ name }) => name) },
      byPhase: [...PHASES, '' as const].map((name) => ({ name, counts })),
      ...{
        spread: [],
        units: { all: 9999, silent: 9999 },
        silence: [],
        moved: { items: 99_999, moves: 99_999 },
        deviations: [],
      },
      trend: Array.from({ length: 5 }, () => ({ round: 'r', title: long(120), counts })),
    };
    const deviations = Array.from({ length: 20 }, (_, at) =>
      someItem(at, {
        ...{ text: long(2000), unit: long(200) },
        response: someResponse(1, {
          status: 'avvikelse',
          reason: long(2000),
          comment: long(2000),
          newDue: '2026-12-31',
        }),
      }),
    );
    const rounds = Array.from({ length: 30 }, (_, at) => ({ id: `${at}`, title: long(120) }));
    const about = { organisation: ORGANISATION, now: NOW, locale: 'sv' } as const;
    return { summary, deviations, rounds, ...about };
  }
  const sizeOf = (material: Parameters<typeof reportCardData>[0], locale: 'sv' | 'en') =>
    bytesOf(cards.bind({ template: 'plan/report', data: reportCardData({ ...material, locale }) }, locale));

  it.each([
    ['kompetens ', 60],
    ['å', 60],
    ['å"*_ ', 60],
    ['👩‍🏫', 40],
    ['kompetens ', 12],
    ['å"ö ', 6],
    ['kompetens ', 3],
  ])('stays under the limit when all is made of %j, with %i of everything', (words, many) => {
    for (const locale of ['sv', 'en'] as const) {
      const size = sizeOf(fullest(words, many), locale);
      expect(size).toBeGreaterThan(13_000);
      expect(size).toBeLessThan(MAX_CARD_BYTES);
    }
  });

  it('still offers what is chosen', () => {
    const { choices, chosen } = reportCardData(fullest('kompetens ', 60)) as {
      choices: Record<string, { value: string }[]>;
      chosen: Record<string, string>;
    };
    for (const field of ['round', 'plan', 'department', 'phase'])
      expect(choices[`${field}s`]!.map(({ value }) => value)).toContain(chosen[field]);
  });
});
