import type { ExitCase, Talk } from '../case/exit-case.js';

export type Outcome = NonNullable<Talk['outcome']>;
export const OUTCOMES = ['held', 'declined', 'notHeld'] as const satisfies readonly Outcome[];

/** Whose conversation it was: what was recorded is seen by that side alone. */
export type Lead = 'chef' | 'hr';

export interface Said {
  readonly outcome: Outcome;
  readonly themes: readonly string[];
  readonly by: Lead;
  readonly at: Date;
}

export type Recorded =
  | { readonly kind: 'recorded'; readonly exitCase: ExitCase }
  | { readonly kind: 'already' }
  /** It was recorded otherwise since the form was made. */
  | { readonly kind: 'conflict' }
  /** The case was withdrawn or recalled, or has not been sent. */
  | { readonly kind: 'over' };

/** What a form is made from: when the outcome was last recorded. */
export function versionOf({ outcomeAt }: Pick<Talk, 'outcomeAt'>): string {
  return outcomeAt?.toISOString() ?? '';
}

/** The themes that a side recorded, to be changed: what the other one did is not shown. */
export function ownThemes({ outcomeBy, themes }: Talk, by: Lead): readonly string[] {
  return outcomeBy === by ? themes : [];
}

/**
 * Records how the conversation came out. Recorded anew by the same side it takes the old one's place; where manager and HR each
 * had one, what both heard is kept together.
 */
export function recorded(exitCase: ExitCase, { outcome, themes, by, at }: Said, seen: string): Recorded {
  const { talk, status } = exitCase;
  if (status !== 'open' && status !== 'ended') return { kind: 'over' };
  if (talk.outcome === outcome && talk.outcomeBy === by && isSameSet(talk.themes, themes)) return { kind: 'already' };
  if (versionOf(talk) !== seen) return { kind: 'conflict' };
  const isOthers = talk.outcome === 'held' && talk.outcomeBy !== undefined && talk.outcomeBy !== by;
  const all = [...new Set([...(isOthers ? talk.themes : []), ...themes])];
  const changed: Talk = {
    ...talk,
    outcome: isOthers ? 'held' : outcome,
    outcomeAt: at,
    outcomeBy: by,
    themes: all,
  };
  return { kind: 'recorded', exitCase: { ...exitCase, talk: changed } };
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((theme) => other.includes(theme));
}
