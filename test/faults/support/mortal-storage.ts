import { AppError } from '../../../src/errors.js';
import type { Storage } from '../../../src/storage/index.js';

/** At which of its calls to storage a process dies, counted from 1: before the call is carried out, or after it, so that the answer is lost. */
export interface Death {
  readonly at: number;
  readonly when: 'before' | 'after';
}

export interface MortalStorage {
  readonly storage: Storage;
  isDead(): boolean;
}

/** Storage as one process has it: from its death on, no call of it is carried out any more, to no table and no queue. */
export function mortalStorage(storage: Storage, death?: Death): MortalStorage {
  let calls = 0;
  const isDead = () => death !== undefined && (calls > death.at || (calls === death.at && death.when === 'before'));
  const dead = () => new AppError('storage_unavailable', 'The process is dead: test');

  function mortal<Place extends object>(place: Place): Place {
    return new Proxy(place, {
      get(target, call) {
        const original: unknown = Reflect.get(target, call);
        // Whoever awaits the place itself asks it for a `then`.
        if (typeof original !== 'function') return original;
        const run = (args: unknown[]): unknown => Reflect.apply(original, target, args);
        const list = async function* (...args: unknown[]) {
          calls += 1;
          if (isDead() || calls === death?.at) throw dead();
          yield* run(args) as AsyncIterable<unknown>;
        };
        return call === 'list'
          ? list
          : async (...args: unknown[]) => {
              calls += 1;
              const isLast = calls === death?.at;
              if (isDead()) throw dead();
              const answer = await run(args);
              if (isLast) throw dead();
              return answer;
            };
      },
    });
  }
  return {
    storage: {
      ...storage,
      table: (definition) => mortal(storage.table(definition)),
      queue: (name) => mortal(storage.queue(name)),
    },
    isDead: () => death !== undefined && calls >= death.at,
  };
}
