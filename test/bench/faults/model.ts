/**
 * What people were told is stored, written down by the bench alone: nothing of it comes from the bot's own code or storage. Every
 * text that is typed is like no other, so that it can be found again.
 */
export interface Model {
  /** Answers to items of the round, in the order in which they were acknowledged. */
  readonly answers: AckedAnswer[];
  /** By case, item and owner, what was acknowledged last: only one person ticks a part. */
  readonly ticks: Map<string, { readonly state: string; readonly comment: string }>;
  /** The texts of questions to HR. */
  readonly questions: Set<string>;
  /** By answer, which thumb was acknowledged last. */
  readonly ratings: Map<string, string>;
  readonly surveys: Set<string>;
  /** By person and verb, how often a press was acknowledged: so many lines of the audit there must be at least. */
  readonly presses: Map<string, number>;
}

export interface AckedAnswer {
  /** Unit and key of the item. */
  readonly item: string;
  readonly person: string;
  readonly status: string;
  readonly comment: string;
  /** How often the person saw the answer of somebody else first and decided to put the own one in its place. */
  readonly decidedOver: number;
  /** When the first press was made, and when it was acknowledged, by one clock. */
  readonly from: number;
  readonly until: number;
}

export function emptyModel(): Model {
  return {
    answers: [],
    ticks: new Map(),
    questions: new Set(),
    ratings: new Map(),
    surveys: new Set(),
    presses: new Map(),
  };
}
