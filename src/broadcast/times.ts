/** How long things last, in milliseconds. Tests shorten them; production has `TIMES`. */
export interface Times {
  /** A claim outlives the longest request (10 s) and its wait for a slot; after it somebody else may take the row. */
  readonly claim: number;
  /** A hint that was taken comes back after this: later than the claim of a worker that died with it. */
  readonly hide: number;
  /** Every row was hinted at, yet not all are over: so long the hints may take, then the rows are gone through again. */
  readonly sweep: number;
  /** A conductor that died is replaced after this. */
  readonly lease: number;
  /** How often the conductor looks for work and counts, and a sender looks at an empty queue. */
  readonly look: number;
  /** Cards about a subject are made anew at most so often; each is a request of the shared rate. */
  readonly refresh: number;
  /** So old may a header be by which a worker sends: "pause" reaches all workers within this time. */
  readonly fresh: number;
  /**
   * One conversation gets a message at most so often. Teams takes 7 a second and 60 in half a minute from a bot in one conversation
   * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit); one a second keeps below both.
   */
  readonly gap: number;
}

export const TIMES: Times = {
  claim: 25_000,
  hide: 30_000,
  sweep: 20_000,
  lease: 4000,
  look: 1000,
  refresh: 5000,
  fresh: 1000,
  gap: 1000,
};
