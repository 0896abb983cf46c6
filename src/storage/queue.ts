/** Every queue of the bot: names of small letters, digits and dashes. */
export const QUEUES = ['deliveries', 'deliveries-unreadable'] as const;
export type QueueName = (typeof QUEUES)[number];

/** A message that was taken from a queue and is hidden from others for a while. */
export interface TakenMessage {
  readonly text: string;
  /** How often it was taken, this time included: more than once when whoever took it did not finish. */
  readonly takenTimes: number;
  /** What `remove` and `hide` need to know it by. */
  readonly receipt: { readonly id: string; readonly popReceipt: string };
}

/** A message that was only looked at. */
export interface PeekedMessage {
  readonly text: string;
  readonly putAt: Date;
}

/**
 * One queue: each message is taken by one at a time, perhaps more than once, in no certain order.
 * Throws `storage_unavailable` when storage does not answer.
 */
export interface Queue {
  /** Up to 64 KiB of text; it can be taken after `delayMs` (whole seconds are kept, rounded up; 7 days at the most). */
  put(text: string, delayMs?: number): Promise<void>;
  /** Up to `max` messages (32 at the most), hidden from others for `hideMs`. */
  take(max: number, hideMs: number): Promise<readonly TakenMessage[]>;
  /** Up to `max` messages (32 at the most) that could be taken now, left where they are. */
  peek(max: number): Promise<readonly PeekedMessage[]>;
  /** A message that is gone, or that somebody else took after it became visible again, counts as removed. */
  remove(message: TakenMessage): Promise<void>;
  /** Puts another text in its place and hides it for `delayMs`; false when it is gone or somebody else has it now. */
  replace(message: TakenMessage, text: string, delayMs: number): Promise<boolean>;
  /** About how many messages there are, the hidden ones included. */
  size(): Promise<number>;
}
