import type { AskContext } from '../context.js';
import type { Level } from '../knowledge.js';

/** A time that the question names. */
export interface Time {
  readonly year: number;
  readonly month?: number;
  /** The month ends a span: "januari till oktober 2024". */
  readonly isSpan?: boolean;
  readonly tertial?: number;
  /** Named beside a question that names another: "... 2023? Jag har 2024 redan". */
  readonly isAside?: boolean;
}

/** The time in the notation of the data: 2024, 2024-06, 2024-T1. */
export function notationOf({ year, month, tertial }: Time): string {
  if (tertial !== undefined) return `${year}-T${tertial}`;
  return month === undefined ? String(year) : `${year}-${String(month + 1).padStart(2, '0')}`;
}

/** Which kind of figure is wanted. `target` is any kind of goal; `annual` and `council` are årsmål and KF:s årsmål. */
export type KindWish = 'outcome' | 'target' | 'annual' | 'council' | 'forecast';

/** What a question about figures asks for, with everything decided that words alone can decide. */
export interface Reading {
  /** In the order asked. Empty when only a breakdown or "all indicators" tells what is meant. */
  readonly measures: readonly string[];
  /** Populations meant, each a list of equally named ones of several organisations. */
  readonly places: readonly (readonly string[])[];
  /** "Which department", "each area": the figure of every population of this level is wanted. */
  readonly groups?: Level;
  /** One list of "key=value" parts a figure: women and men are two. [[]] when nothing is broken down. */
  readonly breakdowns: readonly (readonly string[])[];
  readonly times: readonly Time[];
  /** "Sedan 2023", "än 2023": what a change is counted from. */
  readonly since: readonly Time[];
  readonly kind: KindWish;
  /** Only what stands under this goal of the council, "1.3", in a list. */
  readonly goal?: string;
  /** The measure that a ratio counts by: without its figure there is no answer. */
  readonly countedBy?: string;
  readonly wants: Wants;
  /** Several measures in one clause, no "och" between them, are one thing: without the last of them there is no answer. */
  readonly isOneThing: boolean;
  /** "Hur många medarbetare ...": people are asked for, by a measure that may count something else. */
  readonly countsWho: boolean;
  /** The place talked about before: of several that could be meant, the one that it is, or is a part of. */
  readonly near?: string;
  /** What was taken over from the turn before. */
  readonly carried: { readonly measure: boolean; readonly place: boolean };
  /** The turn before named a place, a time or a part that nothing is held of, and this one names no other. */
  readonly lacks?: AskContext['lacks'];
  /** Words that may narrow the question but that nobody knows: a figure would be a guess. */
  readonly unknownWords: readonly string[];
}

/** A side of a goal, or the one where it is held (`meets`) or not (`misses`), which is the measure's. */
export type Side = 'above' | 'below' | 'at-or-above' | 'at-or-below' | 'meets' | 'misses';

/** Question words that ask for an end of a ranking. */
export const EXTREMES = ['highest', 'lowest', 'best', 'worst'] as const;

export interface Wants {
  readonly extreme?: (typeof EXTREMES)[number];
  readonly ranking: boolean;
  /** "Näst störst": the one after the first. */
  readonly second: boolean;
  readonly change: boolean;
  /** Only those that went this way are asked for, or how much they did. */
  readonly way?: 'up' | 'down';
  readonly compare: boolean;
  /** "Hur många fler", "vad skiljer", "minus": how far apart figures lie. */
  readonly difference: boolean;
  /** "Totalen minus dag 1–14", "utöver": what is left of a whole without its part. */
  readonly remainder: boolean;
  /** "Sökande per plats", "går det på varje": one count over another. */
  readonly ratio: boolean;
  /** Both ends of a ranking, or how far apart they lie. */
  readonly spread: boolean;
  /** Held against the whole organisation: "över eller under snittet för hela förvaltningen?". */
  readonly againstWhole: boolean;
  /** "Resultatet, inte målet": a goal is no answer. */
  readonly outcomeOnly: boolean;
  /** "I dag", "nu": a share that is only aimed at is not what there is. */
  readonly today: boolean;
  /** A goal is held against the council's. */
  readonly againstCouncil: boolean;
  /** "Nådde de målet?": how it went, which the goal itself does not tell. */
  readonly asksHeld: boolean;
  /** The word "mål" stands there, not only "klarade" or "nådde". */
  readonly namedTarget: boolean;
  /** "Hur många ... och hur många ...?": two things are counted. */
  readonly twice: boolean;
  /** "... Hur många av dem är ...?": the whole is asked for too. */
  readonly ofThem: boolean;
  readonly share: boolean;
  /** "Hur stor andel av personalen är det?": the part is not said, here or before. */
  readonly partUnsaid?: boolean;
  /** "Hur många", not "hur många procent": a share or an index is no answer. */
  readonly count: boolean;
  readonly sum: boolean;
  /** Years or an age are asked for: "hur länge", "vid vilken ålder". */
  readonly years: boolean;
  /** "Hur lång är utbildningen?": no number of people. */
  readonly length: boolean;
  /** "Hur ofta": a number of anything else is no answer. */
  readonly howOften: boolean;
  /** "På ett helt år": how often in a year, of what is told by the term or the month. */
  readonly wholeYear: boolean;
  readonly list: boolean;
  readonly conflict: boolean;
  /** "Vilka låg över målet?": only the figures on this side of the goal; or those that hold it, or do not. */
  readonly beyond?: Side;
  /** "Vilka ligger över snittet?": those on this side of the whole. */
  readonly beyondWhole?: 'above' | 'below';
}
