import { addsUp, type Counts, type Delivery } from '../../../src/broadcast/index.js';
import type { FaultReport, Received } from '../../support/connector/index.js';

export interface Evidence {
  /** Every row of the ledger at the end. */
  readonly rows: readonly Delivery[];
  readonly counts: Counts;
  readonly requests: readonly Received[];
  /** The person of each chat. */
  readonly personOf: (conversation: string) => string | undefined;
  readonly faults: FaultReport | undefined;
  /** Who was in a worker's hands when it was killed, one set a kill. */
  readonly atKill: readonly ReadonlySet<string>[];
  readonly rate: number;
}

const WARM_UP_MS = 10_000;
const TAIL = 100;
const OVER: readonly Delivery['state'][] = ['failed', 'notInstalled', 'uncertain', 'unresolved', 'cancelled'];

/** What the run showed, by what the stand-in for Teams received rather than by what the bot says of itself. */
export function judge({ rows, counts, requests, personOf, faults, atKill, rate }: Evidence) {
  const posts = requests.filter(({ method, activityId }) => method === 'POST' && activityId === undefined);
  const got = new Map<string, number>();
  for (const { accepted, conversationId } of posts) {
    const person = accepted && conversationId !== undefined ? personOf(conversationId) : undefined;
    if (person !== undefined) got.set(person, (got.get(person) ?? 0) + 1);
  }
  const lost = rows.filter(({ person, state }) => !got.has(person) && !OVER.includes(state)).length;
  const afterAmbiguous = sumOf(got, (person, extra) => Math.min(extra, ambiguousOf(person, faults, personOf)));
  const killed = new Set(atKill.flatMap((persons) => [...persons]));
  const duplicates = sumOf(got, (_person, extra) => extra);
  const afterKill = sumOf(got, (person, extra) =>
    killed.has(person) ? extra - Math.min(extra, ambiguousOf(person, faults, personOf)) : 0,
  );
  return {
    recipients: rows.length,
    delivered: counts.delivered ?? 0,
    failed: Object.fromEntries(Object.entries(counts).filter(([name]) => name.startsWith('failed:'))),
    notInstalled: counts.notInstalled ?? 0,
    uncertain: counts.uncertain ?? 0,
    lost,
    addsUp: addsUp(counts) && counts.recipients === rows.length && areAsTallied(rows, counts),
    inFlightAtKill: atKill.map(({ size }) => size),
    duplicates: { all: duplicates, afterKill, afterAmbiguous, unexplained: duplicates - afterKill - afterAmbiguous },
    acceptedButErrored: faults ? [...faults.acceptedThen.values()].reduce((total, n) => total + n, 0) : 0,
    ...rates(requests, posts, faults, rate),
  };
}

/** Over those who got it more than once. */
function sumOf(got: ReadonlyMap<string, number>, count: (person: string, extra: number) => number): number {
  return [...got].reduce((total, [person, times]) => total + (times > 1 ? count(person, times - 1) : 0), 0);
}

/** How often the person's chat took a message and told the sender of an error. */
function ambiguousOf(person: string, faults: FaultReport | undefined, personOf: Evidence['personOf']): number {
  let times = 0;
  for (const [chat, count] of faults?.acceptedThen ?? []) if (personOf(chat) === person) times += count;
  return times;
}

/** The tallies say what the rows say. */
function areAsTallied(rows: readonly Delivery[], counts: Counts): boolean {
  const states = new Map<string, number>();
  for (const { state } of rows) states.set(state, (states.get(state) ?? 0) + 1);
  return [...states].every(([state, count]) => counts[state] === count);
}

function rates(
  requests: readonly Received[],
  posts: readonly Received[],
  faults: FaultReport | undefined,
  rate: number,
) {
  const perSecond = new Map<number, number>();
  for (const { at } of requests) {
    const second = Math.floor(at / 1000);
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
  }
  const accepted = posts.filter(({ accepted: isAccepted }) => isAccepted);
  const from = (requests[0]?.at ?? 0) + WARM_UP_MS;
  const to = accepted[accepted.length - TAIL]?.at ?? from;
  const windows = (faults?.tenantWindows ?? []).map((window) => ({
    from: Math.max(from, window.from),
    to: Math.min(to, window.to),
  }));
  const waited = windows.reduce((total, window) => total + Math.max(0, window.to - window.from), 0);
  const isCounted = ({ at }: Received) =>
    at >= from && at < to && !windows.some((window) => at >= window.from && at < window.to);
  const inTime = requests.filter(({ at }) => at >= from && at < to).map(({ at }) => at);
  const waitedBetween = (one: number, other: number) =>
    windows.reduce((total, window) => total + Math.max(0, Math.min(other, window.to) - Math.max(one, window.from)), 0);
  const gaps = inTime.slice(1).map((at, n) => at - inTime[n]! - waitedBetween(inTime[n]!, at));
  const permitted = ((to - from - waited) / 1000) * rate;
  return {
    rateShare: Math.round((requests.filter(isCounted).length / permitted) * 1000) / 1000,
    /** In which nothing came though it might. */
    longestGapMs: Math.round(Math.max(0, ...gaps)),
    busiestSecond: Math.max(...perSecond.values()),
    busiestAllowed: Math.floor(rate * 1.05 + 1),
  };
}
