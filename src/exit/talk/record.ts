import type { ExitCase, Lead, Talk, TalkOutcome } from '../case/exit-case.js';

export type Outcome = TalkOutcome['outcome'];
/** The first that either side recorded is what came of it: a conversation that was held stays held whatever the other says. */
export const OUTCOMES = ['held', 'declined', 'notHeld'] as const satisfies readonly Outcome[];

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

/** What became of the conversation, of all that was recorded: the person had one, declined it, or had none. */
export function outcomeOf({ outcomes = {} }: Pick<Talk, 'outcomes'>): Outcome | undefined {
  return OUTCOMES.find((outcome) => [outcomes.chef, outcomes.hr].some((one) => one?.outcome === outcome));
}

/** What a form of this side is made from: when its outcome was last recorded. */
export function versionOf({ outcomes }: Pick<Talk, 'outcomes'>, by: Lead): string {
  return outcomes?.[by]?.at.toISOString() ?? '';
}

/**
 * Records how one side's conversation came out. Recorded anew by the same side it takes the old one's place; what the other side
 * recorded is its own and stays.
 */
export function recorded(exitCase: ExitCase, { outcome, themes, by, at }: Said, seen: string): Recorded {
  const { talk, status } = exitCase;
  if (status !== 'open' && status !== 'ended') return { kind: 'over' };
  const own = talk.outcomes?.[by];
  if (own?.outcome === outcome && isSameSet(own.themes, themes)) return { kind: 'already' };
  if (versionOf(talk, by) !== seen) return { kind: 'conflict' };
  const outcomes = { ...talk.outcomes, [by]: { outcome, at, themes: [...themes] } };
  return { kind: 'recorded', exitCase: { ...exitCase, talk: { ...talk, outcomes } } };
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((theme) => other.includes(theme));
}
