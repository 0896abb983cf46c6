import type { Broadcast } from './broadcast.js';

/** Since when a sending waits for a worker to begin with it, or with what HR pressed; undefined when it need not begin. */
export function waitingSince(
  { status, createdAt, sendAt, passes }: Pick<Broadcast, 'status' | 'createdAt' | 'sendAt' | 'passes'>,
  now: Date,
): Date | undefined {
  const isDue = status === 'preparing' || (status === 'scheduled' && sendAt !== undefined && sendAt <= now);
  if (isDue) return sendAt !== undefined && sendAt > createdAt ? sendAt : createdAt;
  return passes[0]?.at;
}
