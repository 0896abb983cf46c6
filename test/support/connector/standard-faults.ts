import type { Fault, FaultRule, StatusFault } from './faults.js';
import { type FaultKind, Pace, type Shares } from './pace.js';
import { fractionOf, randomFrom } from './random.js';
import type { ConnectorRequest } from './recording.js';
import type { Connector } from './server.js';
import { ChatThrottle, TenantThrottle, type TenantWindow } from './throttles.js';

/** Shares of the requests, and for `refused` of the conversations. */
const STANDARD = {
  chatThrottled: 0.045,
  tenantThrottled: 0.005,
  serverError: 0.02,
  reset: 0.005,
  acceptedThen: 0.005,
  refused: 0.01,
};
const SERVER_ERRORS = [500, 502, 504];

/** `stale`: the reference leads nowhere (404), but a chat with the person can be opened again. */
export type RefusedAs = 'blocked' | 'not-installed' | 'stale';

export interface FaultReport {
  readonly requests: number;
  /** How many requests met each fault. */
  readonly injected: Readonly<Record<FaultKind, number>>;
  /** Of those with `chatThrottled`, how many were not told how long to wait. */
  readonly withoutRetryAfter: number;
  /** The conversations that refuse the bot, of those that were met. */
  readonly refused: ReadonlyMap<string, RefusedAs>;
  /** For a stale conversation the one that takes its place. */
  readonly moved: ReadonlyMap<string, string>;
  /** How many posts to a conversation were taken and yet answered with an error: each may rightly come once more. */
  readonly acceptedThen: ReadonlyMap<string, number>;
  readonly tenantWindows: readonly TenantWindow[];
}

export interface StandardFaults {
  readonly rule: FaultRule;
  /** What was injected until now. */
  report(): FaultReport;
}

export interface StandardFaultsOptions {
  readonly seed: number;
  /** The connector whose chats are blocked and moved when they are first met. */
  readonly chats: Pick<Connector, 'hasChat' | 'blockChat' | 'moveChat'>;
  /** In place of the standard ones. */
  readonly shares?: Partial<Shares> & { readonly refused?: number };
}

/**
 * The faults that a broadcast must stand: 5 % 429 (nine in ten for one conversation and a second, half of them without
 * Retry-After; one in ten for the whole tenant, in bursts), 2 % 5xx, 0.5 % resets, 0.5 % accepted yet answered with an error,
 * and 1 % of the conversations refused for good (half blocked, a quarter without the app, a quarter stale). The same seed and
 * requests give the same faults; whether a conversation is refused depends on its id and the seed alone.
 *
 *     const faults = standardFaults({ seed: 1, chats: connector });
 *     connector.respond = faults.rule;
 */
export function standardFaults({ seed, chats, shares = {} }: StandardFaultsOptions): StandardFaults {
  const { refused: refusedShare, ...requestShares } = { ...STANDARD, ...shares };
  const random = randomFrom(seed);
  const pace = new Pace(requestShares, random);
  const tenant = new TenantThrottle(pace);
  const chat = new ChatThrottle(pace, random);
  const met = new Set<string>();
  const refused = new Map<string, RefusedAs>();
  const moved = new Map<string, string>();
  const acceptedThen = new Map<string, number>();

  /** Decided when a conversation is first met; afterwards the connector itself answers as Teams would. */
  function meet(conversationId: string): void {
    if (met.has(conversationId) || !chats.hasChat(conversationId)) return;
    met.add(conversationId);
    const as = refusalOf(fractionOf(conversationId, seed) / refusedShare);
    if (as === undefined) return;
    refused.set(conversationId, as);
    if (as !== 'stale') return chats.blockChat(conversationId, as);
    const { id } = chats.moveChat(conversationId);
    moved.set(conversationId, id);
    // The new chat works: nobody is refused twice.
    met.add(id);
  }

  function fail({ method, conversationId }: ConnectorRequest): Fault | undefined {
    if (pace.isDue('serverError')) return counted('serverError', serverError());
    if (pace.isDue('reset')) return counted('reset', { kind: 'reset' });
    if (method !== 'POST' || conversationId === undefined || !pace.isDue('acceptedThen')) return undefined;
    acceptedThen.set(conversationId, (acceptedThen.get(conversationId) ?? 0) + 1);
    return counted('acceptedThen', { kind: 'accepted-then', fault: serverError() });
  }

  function counted(kind: FaultKind, fault: Fault): Fault {
    pace.count(kind);
    return fault;
  }

  function serverError(): StatusFault {
    return { kind: 'status', status: SERVER_ERRORS[Math.floor(random() * SERVER_ERRORS.length)] ?? 500 };
  }

  return {
    rule(request) {
      pace.requests += 1;
      const { conversationId } = request;
      if (conversationId !== undefined) meet(conversationId);
      const throttle = tenant.answer(request) ?? chat.answer(request);
      if (throttle) return throttle;
      // The connector refuses it by itself; another fault would be a second one for the same request.
      if (conversationId !== undefined && refused.has(conversationId)) return undefined;
      return fail(request);
    },
    report: () => ({
      requests: pace.requests,
      injected: pace.counts,
      withoutRetryAfter: chat.headerless,
      refused: new Map(refused),
      moved: new Map(moved),
      acceptedThen: new Map(acceptedThen),
      tenantWindows: tenant.windows,
    }),
  };
}

/** `part` from 0 up to 1 is refused, above that nobody is. */
function refusalOf(part: number): RefusedAs | undefined {
  if (!(part < 1)) return undefined;
  return part < 0.5 ? 'blocked' : part < 0.75 ? 'not-installed' : 'stale';
}
