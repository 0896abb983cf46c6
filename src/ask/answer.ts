import type { Citation } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';
import type { Person } from '../people/index.js';
import type { AskContext } from './context.js';
import type { ObservationKind, Phase, Unit } from './knowledge.js';

export const ANSWER_KINDS = [
  'statistic',
  'routine',
  'clarify',
  'unknown',
  'sensitive',
  'smalltalk',
  'plan',
  'exit',
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** One figure of an answer, always with what it is a figure of. `display` is the value as people read it: "9,8 %". */
export interface Fact {
  readonly label: string;
  readonly value: number;
  readonly display: string;
  readonly unit: Unit;
  readonly kind: ObservationKind;
  /** As people read it: "juli 2023–juni 2024 (R12)". */
  readonly period: string;
  readonly population: string;
  /** The number of the citation that holds it. */
  readonly source: number;
}

/** A picture that says it better: one bar a population or period. The table under it holds the same figures. */
export interface Chart {
  readonly title: string;
  readonly valueLabel: string;
  readonly bars: readonly ChartBar[];
}

export interface ChartBar {
  readonly label: string;
  readonly value: number;
  readonly display: string;
  /** The one that was asked about. */
  readonly highlighted: boolean;
}

export interface Quotation {
  /** The name of the file. */
  readonly document: string;
  readonly section: string;
  readonly page?: number;
  /** The day of the import in Stockholm: 2026-03-01. */
  readonly imported: string;
}

/** One single thing that an answer tells of, as plain text: an activity, and what was answered about it. */
export interface Row {
  readonly title: string;
  readonly details: string;
}

/** A next question that the bot can answer; `title` stands on the button. */
export interface Suggestion {
  readonly title: string;
  readonly question: string;
}

/** The answer to a question (design, section 3). `text` is short Markdown; a card shows the rest. */
export interface Answer {
  readonly kind: AnswerKind;
  readonly locale: Locale;
  readonly title: string;
  readonly text: string;
  /** Of a statistic: what `text` says beyond the figure that the card shows large. */
  readonly details?: string;
  readonly facts: readonly Fact[];
  readonly citations: readonly Citation[];
  /** Of a quotation from a document that the organisation imported: where it stands. */
  readonly quotation?: Quotation;
  /** Of an answer that HR published: which one, as it was then. */
  readonly published?: { readonly id: string; readonly version: number };
  readonly chart?: Chart;
  /** Of an answer about single things. */
  readonly rows?: readonly Row[];
  readonly phase?: Phase;
  /** What was assumed for the asker and must be said: "Jag utgick från den senaste perioden." */
  readonly assumptions: readonly string[];
  readonly suggestions: readonly Suggestion[];
  /** Of a sensitive answer: whom to turn to, the most important first. */
  readonly routes?: readonly { readonly name: string; readonly text: string }[];
  /** Where to turn if it has happened: added to a question about a delicate matter, as short Markdown. */
  readonly aside?: { readonly text: string };
}

/** The longest question that a button may carry or a person type. */
export const MAX_QUESTION_LENGTH = 1000;

export interface Question {
  readonly question: string;
  /** The asker's place in the organisation, for defaults; none on the command line without --as. */
  readonly asker?: { readonly organisation: string; readonly department: string };
  /** Who asks, for sources whose answers depend on what that person may see; the engine looks at the place alone. */
  readonly person?: Person;
  /** Others read along (a group chat, a channel), so that nothing is said there that only the asker may see. */
  readonly isOverheard?: boolean;
  /** The language when the question does not tell it. */
  readonly locale?: Locale;
  readonly now: Date;
  readonly context: AskContext;
}

export interface AskResult {
  readonly answer: Answer;
  readonly context: AskContext;
  /** The question is word for word one of the routine that answers it, so that no other source may take it. */
  readonly isAsWritten?: true;
  /** Somebody takes leave of the bot, so that "jag loggar ut, hej då" is no question about leaving. */
  readonly isFarewell?: true;
  /** A source understood the question and holds nothing of it: where the engine has an answer, that is the answer. */
  readonly holdsNothing?: true;
}

/** The engine: pure over its knowledge (design, section 3). */
export type Ask = (question: Question) => AskResult;

/** Another feature's answers ("how is the plan going?"), handed in so that ask/ imports no feature. */
export interface AnswerSource {
  readonly kind: 'plan' | 'exit';
  /** Whether a question is this source's, by its words alone: pure, no storage, since every question is shown to it. */
  claim(question: Question): Claim | undefined;
}

export interface Claim {
  /** `sure`: the source answers before the engine. `maybe`: only where the engine has no answer. */
  readonly surety: 'sure' | 'maybe';
  /** Undefined when the source holds nothing of what is asked after all: then the engine's answer stands. */
  answer(): Promise<AskResult | undefined>;
}
