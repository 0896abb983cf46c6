import type { PlanStore } from '../plan-store.js';
import type { Round, RoundStore } from '../round/index.js';
import { concernsDepartment, type ReportFilter } from './filter.js';
import { type AskedByKey, createAskedReader } from './read-asked.js';
import { type RoundSummary, summariseTally } from './summary.js';
import { createTally, type Tally } from './tally.js';
import { createTrendTally, earlierRounds, type TrendPoint } from './trend.js';

const collator = new Intl.Collator('sv');

export interface SummaryStores {
  readonly rounds: Pick<RoundStore, 'list' | 'digests' | 'unitItems'>;
  readonly plans: Pick<PlanStore, 'find'>;
}

/** Reads a round's digests, and those of the rounds before it, into figures. */
export async function readSummary(stores: SummaryStores, round: Round, filter: ReportFilter): Promise<RoundSummary> {
  const told = readTally(stores.rounds, round, filter);
  const [plans, { tally, departments }, before] = await Promise.all([
    titlesOf(stores.plans, round),
    told,
    readTrend(stores.rounds, { round, filter, asked: told.then(({ asked }) => asked) }),
  ]);
  const figures = summariseTally(tally);
  const now: TrendPoint = { round: round.id, title: round.title, counts: figures.activities };
  return { round, filter, plans, departments, ...figures, trend: [...before, now] };
}

async function titlesOf(plans: SummaryStores['plans'], { organisation, plans: ids }: Round) {
  return Promise.all(ids.map(async (id) => ({ id, title: (await plans.find(organisation, id))?.plan.title ?? id })));
}

async function readTally(
  rounds: SummaryStores['rounds'],
  { organisation, id }: Round,
  filter: ReportFilter,
): Promise<{ readonly tally: Tally; readonly asked: AskedByKey; readonly departments: readonly string[] }> {
  const reader = createAskedReader(rounds);
  const departments = new Set<string>();
  const tally = createTally(filter, (key) => reader.asked.get(key));
  for await (const digest of rounds.digests(organisation, id)) {
    departments.add(digest.department);
    if (!concernsDepartment(filter, digest.department)) continue;
    await reader.learn(digest);
    tally.add(digest);
  }
  return { tally: tally.result(), asked: reader.asked, departments: [...departments].sort(collator.compare) };
}

async function readEarlier(rounds: SummaryStores['rounds'], round: Round): Promise<Round[]> {
  const all: Round[] = [];
  for await (const other of rounds.list(round.organisation)) all.push(other);
  return earlierRounds(round, all);
}

/** Oldest first; a round in which nothing of this was asked is no point. */
async function readTrend(
  rounds: SummaryStores['rounds'],
  about: {
    readonly round: Round;
    readonly filter: ReportFilter;
    readonly asked: Promise<AskedByKey>;
  },
): Promise<TrendPoint[]> {
  const { round, filter } = about;
  const earlier = await readEarlier(rounds, round);
  // Only a phase must be known before: else both are read side by side.
  const asked = filter.phase === undefined ? undefined : await about.asked;
  const points = await Promise.all(
    earlier.map(async ({ organisation, id, title }): Promise<TrendPoint> => {
      const tally = createTrendTally(round, filter, (key) => asked?.get(key)?.phase === filter.phase);
      for await (const digest of rounds.digests(organisation, id)) tally.add(digest);
      return { round: id, title, counts: tally.result() };
    }),
  );
  return points.filter(({ counts }) => counts.items > 0).reverse();
}
