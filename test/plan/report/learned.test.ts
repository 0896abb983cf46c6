import { beforeAll, describe, expect, it } from 'vitest';
import { loadCards, visibleText } from '../../../src/cards/index.js';
import { collectBytes, readDocument, readTables } from '../../../src/documents/index.js';
import { createDirectory } from '../../../src/people/index.js';
import {
  createPlanReport,
  describeReport,
  type PlanReport,
  planRound,
  type RoundSummary,
} from '../../../src/plan/index.js';
import { itemView } from '../../../src/plan/respond/item-view.js';
import { reportCardData } from '../../../src/plan/report/card/card-data.js';
import { openPlans, openRounds, openStorage } from '../../../src/storage/index.js';
import { ORGANISATION, someItem, someResponse, someRound } from '../round/some-items.js';
import { someActivity, someColleague, somePlan } from '../round/some-plan.js';

const NOW = new Date('2026-05-04T07:12:00Z');
const INTRODUCTION = { sv: 'Introduktion', en: 'Induction', period: 'T1 2026' };
const tied = someItem(1, { learned: [INTRODUCTION], text: 'Ny introduktion för alla' });
const cards = loadCards('cards');
let report: PlanReport;
let summary: RoundSummary;

beforeAll(async () => {
  const storage = openStorage({ kind: 'memory' });
  await storage.prepare();
  const [rounds, plans] = [openRounds(storage), openPlans(storage)];
  const round = someRound({ state: 'open', items: 2 });
  await rounds.create(round);
  await rounds.addUnit([tied, someItem(2, { response: someResponse(1) })]);
  report = createPlanReport({ rounds, plans, directory: createDirectory([]) });
  summary = (await report.summary(ORGANISATION, round.id))!;
});

describe('an activity that HR tied to a reason why people leave', () => {
  it('carries the tie into each unit of the next round, and no other activity does', () => {
    const activities = [1, 2].map((n) => someActivity(n, { responsible: ['Rektor'] }));
    const plans = [{ plan: somePlan(), activities }];
    const people = [someColleague(1), someColleague(2, { unit: 'Månen' })];
    const learned = new Map([['2026-forskola/2', [INTRODUCTION]]]);
    const { items } = planRound({ round: someRound(), plans, people, learned });
    expect(items.map(({ key, unit, learned: told }) => [key, unit, told?.[0]?.sv])).toEqual([
      ['2026-forskola/1', 'Månen', undefined],
      ['2026-forskola/2', 'Månen', 'Introduktion'],
      ['2026-forskola/1', 'Solen', undefined],
      ['2026-forskola/2', 'Solen', 'Introduktion'],
    ]);
  });

  it.each([
    ['sv', 'Kopplad till avgångsorsak: Introduktion (T1 2026)'],
    ['en', 'Tied to a reason for leaving: Induction (T1 2026)'],
  ] as const)('says so on the manager’s item card (%s), by name and period alone', (locale, line) => {
    const about = { round: summary.round, all: [tied], person: 'rektor-1', locale, now: NOW };
    const view = itemView(tied, { ...about, directory: createDirectory([]) });
    expect(visibleText(cards.bind(view, locale))).toContain(line);
  });

  it('stands in the report: in words, on the card, as Word and as Excel', async () => {
    const lines = describeReport(summary, [], { organisation: ORGANISATION, locale: 'sv' });
    expect(lines).toContain('  Introduktion (T1 2026): Ny introduktion för alla – inget svar');

    const data = reportCardData({
      summary,
      deviations: [],
      rounds: [],
      organisation: ORGANISATION,
      now: NOW,
      locale: 'sv',
    });
    const text = visibleText(cards.bind({ template: 'plan/report', data }, 'sv'));
    expect(text).toContain('Avgångsorsak: Introduktion (T1 2026) · inget svar');

    const word = await readDocument('r.docx', await report.docx(summary, { locale: 'sv', now: NOW }));
    const said = word.kind === 'read' ? JSON.stringify(word.document.blocks) : '';
    expect(said).toContain('Därför slutar medarbetare');
    expect(said).toContain('Introduktion (T1 2026)');

    const excel = await readTables('r.xlsx', await collectBytes(report.xlsx(summary, { locale: 'sv', now: NOW })));
    const [heads, ...rows] = (excel.kind === 'read' ? excel.tables[0]!.rows : []).map(({ cells }) =>
      cells.map(({ text: cell }) => cell),
    );
    const column = heads!.indexOf('Kopplad till avgångsorsak');
    expect(rows.map((row) => row[column] ?? '')).toEqual(['Introduktion (T1 2026)', '']);
  });
});
