import type { AnswerKind } from '../ask/index.js';
import type { FeedbackStores, Range, Rating } from './feedback-store.js';

/** What was asked, how it was rated and what was sent to HR, in a range of days. Subjects are ids; see ask/subject. */
export interface QuestionsReport {
  /** Answered questions that may be counted: small talk and everything sensitive are not among them. */
  readonly asked: number;
  readonly byKind: Readonly<Partial<Record<AnswerKind, number>>>;
  /** Of all asked: no answer, or a question back. Between 0 and 1; undefined when nothing was asked. */
  readonly notUnderstoodShare?: number;
  readonly mostAsked: readonly { readonly subject: string; readonly count: number }[];
  readonly worstRated: readonly RatedSubject[];
}

/** What was rated down at least once, worst first. */
export interface RatedSubject {
  readonly subject: string;
  readonly up: number;
  readonly down: number;
  /** Of the latest thumbs down. */
  readonly reasons: readonly string[];
}

const MOST_ASKED = 10;
const WORST_RATED = 10;
const REASONS = 3;

/** Reads counts and ratings row by row: in memory is only one line a subject. */
export async function reportQuestions(
  { counts, ratings }: Pick<FeedbackStores, 'counts' | 'ratings'>,
  range: Range,
): Promise<QuestionsReport> {
  const asked = new Map<string, number>();
  const byKind = new Map<AnswerKind, number>();
  for await (const { kind, subject, count } of counts.list(range)) {
    byKind.set(kind, (byKind.get(kind) ?? 0) + count);
    if (subject !== 'not-understood') asked.set(subject, (asked.get(subject) ?? 0) + count);
  }
  const total = [...byKind.values()].reduce((sum, count) => sum + count, 0);
  const notUnderstood = (byKind.get('unknown') ?? 0) + (byKind.get('clarify') ?? 0);
  return {
    asked: total,
    byKind: Object.fromEntries(byKind),
    notUnderstoodShare: total === 0 ? undefined : notUnderstood / total,
    mostAsked: [...asked]
      .map(([subject, count]) => ({ subject, count }))
      .sort((a, b) => b.count - a.count || a.subject.localeCompare(b.subject))
      .slice(0, MOST_ASKED),
    worstRated: await worstRated(ratings.list(range)),
  };
}

async function worstRated(ratings: AsyncIterable<Rating>): Promise<RatedSubject[]> {
  const bySubject = new Map<string, { up: number; down: number; latest: Rating[] }>();
  for await (const row of ratings) {
    const seen = bySubject.get(row.subject) ?? { up: 0, down: 0, latest: [] };
    seen[row.rating] += 1;
    if (row.rating === 'down' && row.reason !== undefined)
      seen.latest = [...seen.latest, row].sort((a, b) => b.day.localeCompare(a.day)).slice(0, REASONS);
    bySubject.set(row.subject, seen);
  }
  return [...bySubject]
    .filter(([, { down }]) => down > 0)
    .map(([subject, { up, down, latest }]) => ({ subject, up, down, reasons: latest.map(({ reason }) => reason!) }))
    .sort((a, b) => b.down - a.down || a.up - b.up || a.subject.localeCompare(b.subject))
    .slice(0, WORST_RATED);
}
