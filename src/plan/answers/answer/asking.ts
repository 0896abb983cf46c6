import type { Chart, Row } from '../../../ask/index.js';
import type { Locale } from '../../../calendar/index.js';
import type { Person } from '../../../people/index.js';
import type { PlanStore } from '../../plan-store.js';
import type { Round, RoundStore } from '../../round/index.js';
import type { PlanTexts } from '../phrase/texts.js';
import type { Sight } from '../sight.js';
import type { Topics } from '../topic.js';
import type { Wanted } from '../understand/index.js';

/** One question on its way to its answer: what is wanted, by whom, what that person may see, and where it is looked up. */
export interface Asking {
  readonly wanted: Wanted;
  readonly person: Person;
  readonly sight: Sight;
  /** Others read along: nothing of what was answered is told. */
  readonly isOverheard: boolean;
  readonly locale: Locale;
  readonly texts: PlanTexts;
  readonly rounds: RoundStore;
  readonly plans: PlanStore;
  readonly topics: Topics;
  readonly findPerson: (id: string) => Person | undefined;
}

/** The same about a round that was found. */
export interface AskingRound extends Asking {
  readonly round: Round;
}

export type Next = keyof PlanTexts['ask'];

/** What an answer says, before it is dressed as one. Text that people wrote stands in `rows` alone, which show it as it is. */
export interface Draft {
  readonly title: keyof PlanTexts['titles'];
  /** Sentences, each a paragraph of its own. */
  readonly says: readonly string[];
  readonly rows?: readonly Row[];
  readonly chart?: Chart;
  readonly next: readonly Next[];
  /** The topic in the plan's own words; what a conversation remembers of it. */
  readonly topic?: readonly string[];
}

/** So many things an answer lists at most. */
export const MOST_ROWS = 6;

export function nothing(...says: readonly string[]): Draft {
  return { title: 'nothing', says, next: ['status', 'mine'] };
}
