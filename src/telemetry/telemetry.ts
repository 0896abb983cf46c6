/**
 * What telemetry may tell of anything: kinds, verbs, states and codes of ours, and numbers. A name, a text, an id or an address has
 * no place here; facts.ts holds back what does not look like a word of ours.
 */
export interface Facts {
  /** Of a turn, an answer, a job, a step of a sending. */
  readonly kind?: string;
  /** Of a registered action, or the id of a command. */
  readonly verb?: string;
  readonly outcome?: string;
  /** Why something failed. */
  readonly cause?: string;
  /** The code of an error. */
  readonly error?: string;
  /** Where a delivery stands. */
  readonly state?: string;
  /** The name of a table or queue. */
  readonly table?: string;
  /** What was asked of it: find, list, insert ... */
  readonly operation?: string;
  readonly tries?: number;
}

/** Whatever is counted, with what it counts. */
export const COUNTERS = {
  'ubara.turns': 'messages, presses and events that people brought about',
  'ubara.answers': 'answered questions',
  'ubara.sends': 'requests to Teams that no turn asked for: cards, reminders, updates',
  'ubara.deliveries': 'deliveries that came to an end',
  'ubara.jobs': 'runs of jobs',
  'ubara.storage.failures': 'calls to storage that failed for good, a lost race not among them',
} as const;
export type Counter = keyof typeof COUNTERS;

/** Whatever is measured each minute or each time, with what it measures. */
export const MEASURES = {
  'ubara.queue.age': 's; for how long work that is due has waited to be sent',
  'ubara.queue.waiting': 'messages in the queue of deliveries, those in hand included',
} as const;
export type Measure = keyof typeof MEASURES;

/** A piece of work that is followed from its beginning to its end. */
export interface Whole {
  /** A few words of ours: "turn press". */
  readonly name: string;
  readonly facts?: Facts;
  /** What it goes on from: what `here` gave there, in another process perhaps. */
  readonly from?: string;
}

/** Lets operation see how the bot does its work. Nothing of it changes what the work does, and nothing of it throws. */
export interface Telemetry {
  /** Follows `work` in a trace of its own, linked to where it goes on from. Failed when it rejects, or `note` says so. */
  follow<T>(whole: Whole, work: () => Promise<T>): Promise<T>;
  /** A part of what is followed here; where nothing is, `work` alone. Failed when it rejects or `note` says so. */
  step<T>(name: string, facts: Facts, work: () => Promise<T>): Promise<T>;
  /** Adds to what is followed here. */
  note(facts: Facts, isFailed?: boolean): void;
  /** Where we are, for whoever goes on in another process: a traceparent (W3C Trace Context). Undefined where nothing is followed. */
  here(): string | undefined;
  /** What `work` does, and what it sets going, is no part of what is followed here. */
  apart<T>(work: () => T): T;
  count(counter: Counter, facts: Facts): void;
  /** How long one turn took, in milliseconds. */
  took(ms: number, facts: Facts): void;
  measure(measure: Measure, value: number): void;
  /** Sends what is left and ends; however long that takes. */
  stop(): Promise<void>;
}

/** Without a place to send to. */
export const NO_TELEMETRY: Telemetry = {
  follow: (_whole, work) => work(),
  step: (_name, _facts, work) => work(),
  note: () => undefined,
  here: () => undefined,
  apart: (work) => work(),
  count: () => undefined,
  took: () => undefined,
  measure: () => undefined,
  stop: () => Promise.resolve(),
};
