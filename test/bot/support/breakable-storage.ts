import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../../src/errors.js';
import type { Storage, Table } from '../../../src/storage/index.js';

export type TableCall = keyof Table<object>;

export interface BreakableStorage extends Storage {
  /** Which calls fail from now on; undefined lets all through. `after`: it was carried out, and only the answer is lost. */
  fails: ((table: string, call: TableCall) => boolean | 'after') | undefined;
  /** How long calls wait before they are made, in milliseconds; not lists. */
  waits: ((table: string, call: TableCall) => number) | undefined;
}

/** Storage whose calls fail when the test says so, as they do when storage does not answer. */
export function breakable(storage: Storage): BreakableStorage {
  const guarded: BreakableStorage = {
    fails: undefined,
    waits: undefined,
    kind: storage.kind,
    calls: () => storage.calls(),
    ping: () => storage.ping(),
    prepare: () => storage.prepare(),
    queue: (name) => storage.queue(name),
    table: (definition) => {
      const table = storage.table(definition);
      return new Proxy(table, {
        get(target, call: TableCall) {
          const original = Reflect.get(target, call) as (...args: unknown[]) => unknown;
          return (...args: unknown[]) => {
            const wait = call === 'list' ? 0 : (guarded.waits?.(definition.name, call) ?? 0);
            if (wait > 0) return sleep(wait).then(() => original.apply(target, args));
            const fails = guarded.fails?.(definition.name, call) ?? false;
            if (fails === false) return original.apply(target, args);
            const error = new AppError('storage_unavailable', `Storage does not answer (${definition.name}): test`);
            if (call === 'list') throw error;
            if (fails !== 'after') return Promise.reject(error);
            return Promise.resolve(original.apply(target, args)).then(() => Promise.reject(error));
          };
        },
      });
    },
  };
  return guarded;
}
