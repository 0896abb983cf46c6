import type { JsonObject } from './activity.js';

/** One request as the connector received it, before anything was decided about it. */
export interface ConnectorRequest {
  /** 1 for the first request since the start or the last reset. */
  readonly n: number;
  /** When the whole request had arrived: milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  /** The path as sent, percent-encoding included, without the query. */
  readonly path: string;
  readonly conversationId?: string;
  readonly activityId?: string;
  /** The body's text, byte for byte; '' without one. */
  readonly raw: string;
  /** The body parsed; undefined without one or when it is no JSON object. */
  readonly body?: JsonObject;
}

/** A request and what became of it. */
export interface Received extends ConnectorRequest {
  /** Whether it took effect; with "accepted-then" true although the sender was told of an error. */
  readonly accepted: boolean;
  readonly status: number | 'reset';
}

/** How fast requests came in, over everything recorded. */
export interface Rates {
  /** Requests in each calendar second (key: whole seconds since 1970); seconds without any are left out. */
  readonly perSecond: ReadonlyMap<number, number>;
  /** The most requests in one calendar second. */
  readonly busiestSecond: number;
  /** For each conversation the most requests in any window of one second, the measure of Teams' limit (7 sends). */
  readonly perConversation: ReadonlyMap<string, number>;
}

interface Waiter {
  readonly matches: (received: Received) => boolean;
  readonly resolve: (received: Received) => void;
}

/** Everything that came in, in order, and those who wait for the next thing. */
export class Recording {
  #received: Received[] = [];
  readonly #waiters = new Set<Waiter>();

  get all(): readonly Received[] {
    return this.#received;
  }

  add(received: Received): void {
    this.#received.push(received);
    for (const waiter of this.#waiters) {
      if (!waiter.matches(received)) continue;
      this.#waiters.delete(waiter);
      waiter.resolve(received);
    }
  }

  clear(): void {
    this.#received = [];
  }

  /**
   * The first request with `n` above `after` that matches, already there or still to come.
   * Rejects after `ms` milliseconds and says what came instead.
   */
  waitFor(matches: (received: Received) => boolean, ms: number, after: number): Promise<Received> {
    const there = this.#received.slice(after).find(matches);
    if (there) return Promise.resolve(there);
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        matches,
        resolve: (received) => {
          clearTimeout(timer);
          resolve(received);
        },
      };
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        const came = this.#received.slice(after).map(({ method, path, status }) => `${method} ${path} -> ${status}`);
        reject(
          new Error(
            `Nothing that matches reached the connector in ${ms} ms. Received: ${came.join(', ') || 'nothing'}`,
          ),
        );
      }, ms);
      this.#waiters.add(waiter);
    });
  }
}

export function measureRates(received: readonly ConnectorRequest[]): Rates {
  const perSecond = new Map<number, number>();
  const times = new Map<string, number[]>();
  for (const { at, conversationId } of received) {
    const second = Math.floor(at / 1000);
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    if (conversationId === undefined) continue;
    const earlier = times.get(conversationId);
    if (earlier) earlier.push(at);
    else times.set(conversationId, [at]);
  }
  let busiestSecond = 0;
  for (const count of perSecond.values()) busiestSecond = Math.max(busiestSecond, count);
  const perConversation = new Map([...times].map(([id, at]) => [id, busiestWindow(at, 1000)] as const));
  return { perSecond, busiestSecond, perConversation };
}

/** The most of the ascending `times` that lie within any half-open window of `ms` milliseconds. */
export function busiestWindow(times: readonly number[], ms: number): number {
  let most = 0;
  let from = 0;
  times.forEach((time, index) => {
    while (time - (times[from] ?? time) >= ms) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}
