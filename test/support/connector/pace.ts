/** Of all requests, how many meet each fault. */
export interface Shares {
  /** Answered 429 for the sake of one conversation. */
  readonly chatThrottled: number;
  /** Answered 429 for the sake of the whole tenant. */
  readonly tenantThrottled: number;
  readonly serverError: number;
  readonly reset: number;
  readonly acceptedThen: number;
}
export type FaultKind = keyof Shares;

/** Says when the next fault of a kind is due, so that each keeps to its share of the requests. */
export class Pace {
  readonly #shares: Shares;
  readonly #random: () => number;
  readonly #counts: Record<FaultKind, number> = {
    chatThrottled: 0,
    tenantThrottled: 0,
    serverError: 0,
    reset: 0,
    acceptedThen: 0,
  };
  requests = 0;

  constructor(shares: Shares, random: () => number) {
    this.#shares = shares;
    this.#random = random;
  }

  get counts(): Readonly<Record<FaultKind, number>> {
    return { ...this.#counts };
  }

  /**
   * Twice as likely while the kind is below its share, and never above it: no sender can foresee it, and yet a short run
   * is true to the share, although one throttling hits as many requests as the sender makes meanwhile.
   */
  isDue(kind: FaultKind): boolean {
    return this.#counts[kind] < this.#shares[kind] * this.requests && this.#random() < 2 * this.#shares[kind];
  }

  count(kind: FaultKind): void {
    this.#counts[kind] += 1;
  }
}
