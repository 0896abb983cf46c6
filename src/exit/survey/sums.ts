import { z } from 'zod';
import { type Answer, saidTo } from './answer.js';
import { BACKGROUND_IDS, type BackgroundId, DIVIDED_IDS } from './survey.js';

const countedSchema = z.object({ answers: z.number().int(), counts: z.record(z.number().int()) });
/** How many of a class answered a question, and chose each of its options. */
export type Counted = z.infer<typeof countedSchema>;

/**
 * What those who told of themselves said, by class: "tenure" -> "under1" -> "Q1" -> how many. Kept instead of the class itself, so
 * that no answer has an occupation, a length of employment or a gender, nor two of them together.
 */
export const sumsSchema = z.record(z.enum(BACKGROUND_IDS), z.record(z.record(z.enum(DIVIDED_IDS), countedSchema)));
export type Sums = z.infer<typeof sumsSchema>;

/** What somebody told of themselves: a class of each, or nothing. */
export type Background = Readonly<Partial<Record<BackgroundId, string>>>;

/** The sums of one answer. */
export function sumsOf(answer: Pick<Answer, 'chosen'>, background: Background): Sums {
  const counted = DIVIDED_IDS.map((id) => [id, saidTo(answer, id)] as const)
    .filter(([, values]) => values.length > 0)
    .map(
      ([id, values]) => [id, { answers: 1, counts: Object.fromEntries(values.map((value) => [value, 1])) }] as const,
    );
  if (counted.length === 0) return {};
  const own = Object.entries(background).map(([by, name]) => [by, { [name]: Object.fromEntries(counted) }] as const);
  return Object.fromEntries(own);
}

export function addSums(all: readonly Sums[]): Sums {
  return all.reduce<Sums>(
    (total, one) => merged(total, one, (a, b) => merged(a, b, (c, d) => merged(c, d, added))),
    {},
  );
}

function added(a: Counted, b: Counted): Counted {
  return { answers: a.answers + b.answers, counts: merged(a.counts, b.counts, (one, other) => one + other) };
}

/** Both together; what both have is joined. */
function merged<Value>(
  a: Readonly<Partial<Record<string, Value>>>,
  b: Readonly<Partial<Record<string, Value>>>,
  join: (one: Value, other: Value) => Value,
): Record<string, Value> {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(
    keys.map((key) => {
      const [one, other] = [a[key], b[key]];
      return [key, one !== undefined && other !== undefined ? join(one, other) : (one ?? other)!];
    }),
  );
}
