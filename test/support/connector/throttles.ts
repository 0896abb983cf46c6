import type { StatusFault } from './faults.js';
import type { Pace } from './pace.js';
import type { ConnectorRequest } from './recording.js';

const CHAT_WAIT_S = 1;
const TENANT_WAIT_S = 2;
const LARGEST_BURST = 20;

/** When the whole tenant was throttled, in milliseconds since 1970; who waits as told sends nothing from `from` to `to`. */
export interface TenantWindow {
  readonly from: number;
  readonly to: number;
  /** The requests that were answered 429 in it, 20 at the most. */
  readonly requests: number;
}

/** Now and then the tenant has had enough: every request of the next two seconds, but 20 at the most, is to wait for two. */
export class TenantThrottle {
  readonly #pace: Pace;
  readonly #windows: { from: number; to: number; requests: number }[] = [];

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  get windows(): readonly TenantWindow[] {
    return this.#windows.map((window) => ({ ...window }));
  }

  answer({ at }: ConnectorRequest): StatusFault | undefined {
    const last = this.#windows.at(-1);
    let window = last && at < last.to && last.requests < LARGEST_BURST ? last : undefined;
    if (!window && this.#pace.isDue('tenantThrottled')) {
      window = { from: at, to: at + TENANT_WAIT_S * 1000, requests: 0 };
      this.#windows.push(window);
    }
    if (!window) return undefined;
    window.requests += 1;
    this.#pace.count('tenantThrottled');
    return tooMany(TENANT_WAIT_S);
  }
}

/** Now and then one conversation has had enough for a second; half of them do not say how long. */
export class ChatThrottle {
  readonly #pace: Pace;
  readonly #random: () => number;
  readonly #throttled = new Map<string, { readonly until: number; readonly fault: StatusFault }>();
  /** How many answers came without Retry-After. */
  headerless = 0;

  constructor(pace: Pace, random: () => number) {
    this.#pace = pace;
    this.#random = random;
  }

  answer({ at, conversationId }: ConnectorRequest): StatusFault | undefined {
    if (conversationId === undefined) return undefined;
    let throttle = this.#throttled.get(conversationId);
    if (throttle && at >= throttle.until) {
      this.#throttled.delete(conversationId);
      throttle = undefined;
    }
    if (!throttle && this.#pace.isDue('chatThrottled')) {
      const fault = tooMany(this.#random() < 0.5 ? CHAT_WAIT_S : undefined);
      throttle = { until: at + CHAT_WAIT_S * 1000, fault };
      this.#throttled.set(conversationId, throttle);
    }
    if (!throttle) return undefined;
    this.#pace.count('chatThrottled');
    if (throttle.fault.headers === undefined) this.headerless += 1;
    return throttle.fault;
  }
}

function tooMany(waitSeconds: number | undefined): StatusFault {
  return {
    kind: 'status',
    status: 429,
    ...(waitSeconds !== undefined && { headers: { 'Retry-After': String(waitSeconds) } }),
    body: { error: { code: 'Throttled', message: 'Too many requests.' } },
  };
}
