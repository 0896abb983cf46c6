import { createHash } from 'node:crypto';
import type { ExitCase, Tick, TICK_STATES } from '../case/exit-case.js';
import type { Part } from './part.js';

export type TickState = (typeof TICK_STATES)[number];

/** As long as a comment and the name of a function may be (domain page 1.3). */
export const LONGEST = 200;

/** What somebody says of a part, without the blanks around it. */
export interface Said {
  readonly state?: TickState;
  readonly delegatedTo: string;
  readonly comment: string;
}

export type Fault = 'state-missing' | 'function-missing' | 'function-unused' | 'function-too-long' | 'comment-too-long';

/** What is missing or too much, in the order of the form. */
export function faultsOf({ state, delegatedTo, comment }: Said): Fault[] {
  return [
    ...(state === undefined ? (['state-missing'] as const) : []),
    ...(state === 'delegated' && delegatedTo === '' ? (['function-missing'] as const) : []),
    // It would be lost without a word else.
    ...(state !== undefined && state !== 'delegated' && delegatedTo !== '' ? (['function-unused'] as const) : []),
    ...(delegatedTo.length > LONGEST ? (['function-too-long'] as const) : []),
    ...(comment.length > LONGEST ? (['comment-too-long'] as const) : []),
  ];
}

export type Ticked =
  | { readonly kind: 'saved'; readonly exitCase: ExitCase }
  /** The same was said before: by this very press, or by somebody else with the same words. */
  | { readonly kind: 'already' }
  /** Something else was said since the form was made. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'closed' };

/**
 * Sets one part's tick. `seen` is the version that the form was made from (`versionOf`); a press over another version is a
 * conflict, unless it says the same. Pure: it may be decided anew over a newer case.
 */
export function tickPart(
  exitCase: ExitCase,
  { item, owner, due, tick: current }: Part,
  { said, seen, at }: { readonly said: Said & { readonly state: TickState }; readonly seen: string; readonly at: Date },
): Ticked {
  if (exitCase.status !== 'open') return { kind: 'closed' };
  const { state, delegatedTo, comment } = said;
  if (current && isSame(current, said)) return { kind: 'already' };
  if (versionOf(current) !== seen) return { kind: 'conflict' };
  const tick: Tick = {
    state,
    ...(state === 'delegated' && { delegatedTo }),
    ...(comment !== '' && { comment }),
    at,
    due,
    form: formOf(seen, said),
  };
  const ticks = { ...exitCase.ticks, [item.id]: { ...exitCase.ticks[item.id], [owner]: tick } };
  return { kind: 'saved', exitCase: { ...exitCase, ticks } };
}

/** The version of what was said of a part: '' when nothing was. It changes with every change, also back and forth. */
export function versionOf(tick: Tick | undefined): string {
  return tick?.form ?? '';
}

function isSame(tick: Tick, { state, delegatedTo, comment }: Said): boolean {
  const isSameFunction = state !== 'delegated' || (tick.delegatedTo ?? '') === delegatedTo;
  return tick.state === state && isSameFunction && (tick.comment ?? '') === comment;
}

/** One press is known again by what it was made over and what it says. */
function formOf(seen: string, { state, delegatedTo, comment }: Said): string {
  const content = JSON.stringify([seen, state, delegatedTo, comment]);
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
