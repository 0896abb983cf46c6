import type { Facts } from './telemetry.js';

export type Attributes = Record<string, string | number>;

/** The attributes that a span or a measurement may have, by our names. */
const NAMES = {
  kind: 'ubara.kind',
  verb: 'ubara.verb',
  outcome: 'ubara.outcome',
  cause: 'ubara.cause',
  error: 'ubara.error',
  state: 'ubara.state',
  table: 'ubara.table',
  operation: 'ubara.operation',
  tries: 'ubara.tries',
} as const satisfies Record<keyof Facts, string>;

/** What Application Insights goes by: the name of the whole for each of its parts, a storage call as one of a database, the sampling. */
export const OPERATION_NAME = 'ai.operation.name';
const OF_AZURE = [OPERATION_NAME, 'db.system', 'db.name', 'db.operation', 'microsoft.sample_rate'];

const ALLOWED: ReadonlySet<string> = new Set([...Object.values(NAMES), ...OF_AZURE]);

/**
 * A kind, verb, state or code of ours: letters, joined by dots, dashes and underscores, or some such words with blanks between. Digits
 * are in every id, personal identity number and date, and `@` in every address.
 */
const WORDS = /^[A-Za-z]+([._-][A-Za-z]+)*( [A-Za-z]+([._-][A-Za-z]+)*){0,3}$/;
const LONGEST = 60;

/** What stands where something was that is no word of ours. */
export const HELD_BACK = '(other)';

/** The word itself, or HELD_BACK. */
export function wordOf(value: string): string {
  return value.length <= LONGEST && WORDS.test(value) ? value : HELD_BACK;
}

/** Facts as attributes. */
export function toAttributes(facts: Facts): Attributes {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined) as [keyof Facts, string | number][];
  return Object.fromEntries(
    known.map(([name, value]) => [NAMES[name], typeof value === 'number' ? value : wordOf(value)]),
  );
}

/** Takes away, in place, every attribute that is not among ours, and holds back values that are no words of ours. */
export function keepOurs(attributes: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (!ALLOWED.has(name) || !['string', 'number'].includes(typeof value)) delete attributes[name];
    else if (typeof value === 'string') attributes[name] = wordOf(value);
  }
}
