import { beforeEach, describe, expect, it } from 'vitest';
import {
  countOf,
  describeReport,
  type PlanReport,
  type Round,
  type RoundStore,
  silentOf,
} from '../../../src/plan/index.js';
import { readExceptions } from '../../../src/plan/report/deviation.js';
import { openStorage, type Storage } from '../../../src/storage/index.js';
import { someItem, someResponse, someRound } from '../round/some-items.js';
import { FORSKOLA, itemsOf, ORGANISATION, storeRounds } from './some-report.js';

let storage: Storage;
let report: PlanReport;
let rounds: RoundStore;
let round: Round;

beforeEach(async () => {
  storage = openStorage({ kind: 'memory' });
  await storage.prepare();
  ({ report, rounds, round } = await storeRounds(storage));
});

const summaryOf = async (filter = {}) => (await report.summary(ORGANISATION, round.id, filter))!;

describe('the summary of a round', () => {
  it('counts activities, goals and indicators apart, and names what was asked in its own words', async () => {
    const summary = await summaryOf();
    expect(summary.all.items).toBe(itemsOf('r').length);
    expect([summary.activities.items, summary.goals.items, summary.indicators.items]).toEqual([44, 1, 1]);
    expect(summary.goals.said).toEqual({ 'uppfylls delvis': 1 });
    expect(summary.indicators.said).toEqual({ outcome: 1 });
    const first = summary.spread.find(({ asked }) => asked.key === `${FORSKOLA}/10`)!;
    expect(first.asked.text).toMatch(/^Genomföra utvecklingssamtal/);
    expect(first.counts.items).toBe(5);
    expect(silentOf(first.counts)).toBe(1);
  });

  it('names the units that say nothing', async () => {
    const { silence, units } = await summaryOf();
    expect(units).toEqual({ all: 9, silent: 1 });
    expect(silence.find(({ department }) => department === 'Förskola')?.silentUnits).toEqual(['Gläntan']);
  });

  it('is of one plan, department or phase when that is asked for', async () => {
    const all = await summaryOf();
    const inDepartment = await summaryOf({ department: 'Äldreomsorg' });
    expect(inDepartment.activities).toEqual(all.byDepartment.find(({ name }) => name === 'Äldreomsorg')!.counts);
    expect(inDepartment.departments).toEqual(['Förskola', 'Äldreomsorg']);
    const inPhase = await summaryOf({ phase: 'utveckla' });
    expect(inPhase.activities).toEqual(all.byPhase[0]!.counts);
    const both = await summaryOf({ plan: FORSKOLA, phase: 'utveckla' });
    expect(both.byDepartment.map(({ name }) => name)).toEqual(['Förskola']);
  });

  it('stands beside the rounds before it, oldest first, and beside none that came later or asks about other plans', async () => {
    await rounds.create(someRound({ id: 'later', createdAt: new Date('2026-09-01T08:00:00Z'), plans: [FORSKOLA] }));
    await rounds.create(someRound({ id: 'other', createdAt: new Date('2026-01-01T08:00:00Z'), plans: ['2026-stab'] }));
    const { trend, activities } = await summaryOf();
    expect(trend.map(({ title }) => title)).toEqual(['VB 2025', 'T1 2026']);
    expect(trend[1]!.counts).toEqual(activities);
    const inPhase = (await summaryOf({ phase: 'behålla' })).trend;
    expect(inPhase[0]!.counts).toEqual(inPhase[1]!.counts);
    expect(inPhase[0]!.counts.items).toBeGreaterThan(0);
  });

  it('has an answer as soon as it is saved', async () => {
    const before = await summaryOf();
    const unit = { organisation: ORGANISATION, round: round.id, department: 'Förskola', unit: 'Gläntan' };
    const stored = (await rounds.findItem(unit, `${FORSKOLA}/10`))!;
    await rounds.save({ ...stored.item, response: someResponse(1, { status: 'klar' }) }, stored.version);
    const after = await summaryOf();
    expect(countOf(after.activities, 'klar')).toBe(countOf(before.activities, 'klar') + 1);
    expect(after.units.silent).toBe(0);
  });

  it('is none of a round of another board', async () => {
    expect(await report.summary('Norrmalm', round.id)).toBeUndefined();
    expect(await report.summary(ORGANISATION, 'nothing')).toBeUndefined();
  });
});

describe('deviations', () => {
  it('come with what needs a decision first, and no more than asked for', async () => {
    const first = await report.deviations(await summaryOf());
    expect(first).toHaveLength(10);
    expect(first.slice(0, 7).map(({ response }) => response?.status)).toEqual([
      ...Array<string>(6).fill('avbruten'),
      'avvikelse',
    ]);
    const most = { deviations: 7, moved: 7 };
    const { moved, deviations } = await readExceptions(rounds.exceptions(ORGANISATION, round.id), {}, most);
    expect(deviations).toEqual(first.slice(0, 7));
    expect(moved.map(({ moves }) => moves)).toEqual([2, 1]);
  });

  it('are of the department and phase asked for', async () => {
    const filter = { department: 'Förskola', phase: 'avsluta' } as const;
    const deviations = await report.deviations(await summaryOf(filter));
    const most = { deviations: 10, moved: 10 };
    const all = await readExceptions(rounds.exceptions(ORGANISATION, round.id), filter, most);
    expect(deviations).toEqual(all.deviations);
    expect(deviations.length).toBeGreaterThan(0);
    for (const item of deviations) expect([item.department, item.phase]).toEqual(['Förskola', 'avsluta']);
  });
});

describe('the report in words', () => {
  it('says in five lines what is answered, goes well, deviates, needs a decision and has changed', async () => {
    const lines = describeReport(await summaryOf(), (await report.deviations(await summaryOf())).slice(0, 2), {
      organisation: ORGANISATION,
      locale: 'sv',
    });
    expect(lines.slice(0, 9)).toEqual([
      'Uppföljning av kompetensförsörjningsplan, T1 2026',
      'Hägersten-Älvsjö · Sista svarsdag 2026-05-08 · Preliminär: omgången är öppen och svar kan ändras',
      '',
      'Sammanfattning',
      '  Svar: 38 av 46 punkter (82 %) är besvarade. 1 av 9 enheter har inte svarat alls.',
      '  Går bra: klara 7 av 44 (15 %), pågår 12. Längst har Utveckla kommit (38 % klart).',
      '  Avviker: försenade 2, med avvikelse 3. Flest i Förskola (9).',
      '  Beslut behövs: avbrutna 6. Flyttat måldatum: aktiviteter 2, gånger 3.',
      '  Förändring: 15 % av aktiviteterna är klara, mot 15 % i VB 2025.',
    ]);
    expect(lines).toContain('  och 9 till i rapporten');
  });

  it('says so when nothing of the choice is asked about', async () => {
    const summary = await summaryOf({ plan: 'none' });
    const lines = describeReport(summary, [], { organisation: ORGANISATION, locale: 'en' });
    expect(lines).toContain('  Nothing of this choice is followed up in the round.');
  });

  it('keeps what people wrote on one line', async () => {
    const item = someItem(77, {
      ...{ round: round.id, unit: 'Ny', text: 'Rad ett\n\nRad två' },
      response: someResponse(1, { status: 'avbruten', reason: 'a\nb' }),
    });
    await rounds.addUnit([item]);
    const summary = await summaryOf({ plan: FORSKOLA });
    const lines = describeReport(summary, await report.deviations(summary), {
      organisation: ORGANISATION,
      locale: 'sv',
    });
    expect(lines.every((line) => !line.includes('\n'))).toBe(true);
    expect(lines).toContain('  Avbruten: Rad ett Rad två (Ny, Förskola) – a b');
  });
});
