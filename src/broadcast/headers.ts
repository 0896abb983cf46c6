import type { Clock } from '../calendar/index.js';
import type { Broadcast, BroadcastStore } from './broadcast.js';
import { type Times, TIMES } from './times.js';

const MOST_KEPT = 256;

/** The header of a broadcast, read at most once a second by this process; `freshMs` asks for a newer one. */
export function createHeaders({
  store,
  clock,
  times = TIMES,
}: {
  readonly store: BroadcastStore;
  readonly clock: Clock;
  readonly times?: Pick<Times, 'fresh'>;
}) {
  const kept = new Map<string, { readonly at: number; readonly header: Promise<Broadcast | undefined> }>();
  return (organisation: string, id: string, freshMs = times.fresh): Promise<Broadcast | undefined> => {
    const key = `${organisation}\n${id}`;
    const now = clock().getTime();
    const found = kept.get(key);
    if (found && now - found.at < freshMs) return found.header;
    const header = store.find(organisation, id).then((stored) => stored?.broadcast);
    header.catch(() => kept.delete(key));
    kept.delete(key);
    kept.set(key, { at: now, header });
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    return header;
  };
}
export type Headers = ReturnType<typeof createHeaders>;
