import { createHash } from 'node:crypto';
import { TIMES } from './times.js';

/**
 * The rate of all workers together, as one row in storage: when the next free slot is, before when nobody may send at all, and
 * which conversations got a message a moment ago. Slots are the moments at which requests leave, evenly spaced, so that no
 * calendar second gets more than the rate, however many workers take part. A worker reserves a few at a time, ahead of now.
 */
export interface SlotState {
  /** Milliseconds since 1970, with fractions. */
  readonly nextAt: number;
  /** Set when Teams turned several conversations away in a row: the whole tenant waits. */
  readonly notBefore: number;
  /** By `conversationKey`, when each conversation that was lately written to may be written to again. */
  readonly busy: Readonly<Record<string, number>>;
}

/** Where the one row is kept; provided by storage/. Writes throw `storage_conflict` when another worker wrote first. */
export interface SlotStore {
  read(): Promise<{ readonly state: SlotState; readonly version?: string }>;
  write(state: SlotState, version?: string): Promise<void>;
}

/** Somebody who wants a slot. */
export interface SlotWish {
  /** The `conversationKey` of where the request goes; undefined when it goes to none, as asking for a new conversation does. */
  readonly conversation?: string;
  /** The slot that it had and missed: the conversation was not written to then. */
  readonly missed?: number;
}

/** A slot; or, with `isBusy`, none: the moment from which on the conversation may be written to. Milliseconds since 1970. */
export interface Turn {
  readonly at: number;
  readonly isBusy: boolean;
}

/**
 * Slots are spaced a little wider than the rate asks: a clock's and an event loop's unevenness of some milliseconds then
 * never makes a second hold more than the rate.
 */
const SHARE_OF_RATE = 0.99;

/** The row stays under the size that storage takes; what is free soonest is forgotten first. */
const MOST_BUSY = 1000;

/** What a conversation is called in the row of all: short, and nobody's name. */
export function conversationKey(reference: string): string {
  return createHash('sha256').update(reference).digest('base64url').slice(0, 8);
}

/** One turn for each wish, in the same order: slots from `now` on behind those that are taken, none for a busy conversation. Pure. */
export function reserve(
  state: SlotState,
  {
    now,
    wishes,
    perSecond,
    gap = TIMES.gap,
  }: { now: number; wishes: readonly SlotWish[]; perSecond: number; gap?: number },
): { readonly state: SlotState; readonly turns: readonly Turn[] } {
  const space = 1000 / (perSecond * SHARE_OF_RATE);
  const busy = new Map(Object.entries(state.busy).filter(([, freeAt]) => freeAt > now));
  let nextAt = Math.max(state.nextAt, state.notBefore, now);
  const turns = wishes.map(({ conversation, missed }): Turn => {
    const found = conversation === undefined ? 0 : (busy.get(conversation) ?? 0);
    const freeAt = missed !== undefined && found === gapAfter(missed, gap) ? 0 : found;
    if (freeAt > nextAt) return { at: freeAt, isBusy: true };
    const at = nextAt;
    nextAt += space;
    if (conversation !== undefined) busy.set(conversation, gapAfter(at, gap));
    return { at, isBusy: false };
  });
  return { state: { ...state, nextAt, busy: latest(busy) }, turns };
}

/** Nobody sends before `until`. Pure. */
export function holdOff(state: SlotState, until: number): SlotState {
  return { ...state, notBefore: Math.max(state.notBefore, until) };
}

/** Nobody writes to these conversations before the moments given. Pure. */
export function holdConversations(state: SlotState, until: ReadonlyMap<string, number>): SlotState {
  const busy = new Map(Object.entries(state.busy));
  for (const [conversation, at] of until) busy.set(conversation, Math.max(at, busy.get(conversation) ?? 0));
  return { ...state, busy: latest(busy) };
}

function gapAfter(slot: number, gap: number): number {
  return Math.ceil(slot + gap);
}

function latest(busy: ReadonlyMap<string, number>): Record<string, number> {
  const all = [...busy];
  return Object.fromEntries(all.length <= MOST_BUSY ? all : all.sort(([, a], [, b]) => b - a).slice(0, MOST_BUSY));
}
