import type { RoundItem } from '../round/index.js';
import { unitIn } from './wording.js';

export interface Comment {
  /** Who says it: unit and department. */
  readonly from: string;
  readonly text: string;
}

/** What an indicator came to in the units that said a number, and how it changed since they last did. */
export interface Outcomes {
  readonly values: readonly number[];
  /** Outcomes that are no number, as written. */
  readonly texts: readonly string[];
  readonly changes: readonly number[];
  /** Of women/girls and of men/boys, from the units that told it. */
  readonly women: readonly number[];
  readonly men: readonly number[];
}

type Gathered = { readonly [Part in keyof Outcomes]: Outcomes[Part][number][] };

/** What a report quotes beside its figures, by the key of what was asked. */
export interface Details {
  readonly comments: ReadonlyMap<string, { readonly first: readonly Comment[]; readonly more: number }>;
  readonly outcomes: ReadonlyMap<string, Outcomes>;
}

/** Of an activity that many units answer, so many comments are quoted; the rest is in the Excel file. */
export const MOST_COMMENTS = 3;

/** Goes through the items once; keeps a few comments of each activity, and each indicator's numbers. */
export async function readDetails(items: AsyncIterable<RoundItem>): Promise<Details> {
  const comments = new Map<string, { first: Comment[]; more: number }>();
  const outcomes = new Map<string, Gathered>();
  for await (const item of items) {
    const { key, response, previous } = item;
    if (!response) continue;
    if (response.comment !== '') {
      const kept = comments.get(key) ?? { first: [], more: 0 };
      if (kept.first.length < MOST_COMMENTS) kept.first.push({ from: unitIn(item), text: response.comment });
      else kept.more += 1;
      comments.set(key, kept);
    }
    if (response.outcome === undefined || response.outcome === '') continue;
    const kept = outcomes.get(key) ?? { values: [], texts: [], changes: [], women: [], men: [] };
    const value = parseOutcome(response.outcome);
    const before = parseOutcome(previous?.response.outcome ?? '');
    if (value === undefined) kept.texts.push(response.outcome);
    else kept.values.push(value);
    if (value !== undefined && before !== undefined) kept.changes.push(value - before);
    for (const [sex, said] of [
      ['women', response.outcomeWomen],
      ['men', response.outcomeMen],
    ] as const) {
      const part = parseOutcome(said ?? '');
      if (part !== undefined) kept[sex].push(part);
    }
    outcomes.set(key, kept);
  }
  return { comments, outcomes };
}

/** "8,2", "8,2 %" and "1 200" as numbers; undefined for anything else. */
export function parseOutcome(text: string): number | undefined {
  const match = /^([-−+]?\d+(?:[.,]\d+)?)%?$/.exec(text.replace(/\s/g, ''));
  return match ? Number(match[1]!.replace(',', '.').replace('−', '-')) : undefined;
}
