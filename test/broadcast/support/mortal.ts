import type { Engine } from '../../../src/broadcast/index.js';

/** Wraps a part by which a process reaches out. */
export type Edge = <Part extends object>(part: Part) => Part;

/** The `n`th call of a name: `{ name: 'write', n: 2 }` is the second write of the ledger. */
export interface Step {
  readonly name: string;
  readonly n: number;
}

/** A process that can be killed at an exact step: from then on nothing that it calls is done or answered, as after SIGKILL. */
export interface Mortal {
  readonly edge: Edge;
  /** How often each name was called. */
  readonly calls: ReadonlyMap<string, number>;
}

const dead = new WeakSet<object>();
const engines = new WeakMap<Engine, Mortal>();
const never = () => new Promise<never>(() => undefined);

/**
 * Dies at the step: `before` it takes effect, or `after`, so that only the answer is lost. A `courier` call that is
 * answered `after` has been delivered. Without a step it lives and counts.
 */
export function createMortal(step?: Step, when: 'before' | 'after' = 'before'): Mortal {
  const calls = new Map<string, number>();
  const mortal: Mortal = {
    calls,
    edge: (part) =>
      new Proxy(part, {
        get(target, name: string) {
          const original = Reflect.get(target, name) as (...args: unknown[]) => unknown;
          if (typeof original !== 'function') return original;
          return (...args: unknown[]) => {
            if (dead.has(mortal)) return silence(name);
            const n = (calls.get(name) ?? 0) + 1;
            calls.set(name, n);
            if (step?.name !== name || step.n !== n) return original.apply(target, args);
            dead.add(mortal);
            if (when === 'after' && !isList(name))
              void Promise.resolve(original.apply(target, args)).catch(() => undefined);
            return silence(name);
          };
        },
      }),
  };
  return mortal;
}

/** Ties an engine to its mortal part, so that nobody waits for a dead one to stop. */
export function belongsTo(engine: Engine, mortal: Mortal): void {
  engines.set(engine, mortal);
}

export function isDead(engine: Engine): boolean {
  const mortal = engines.get(engine);
  return mortal !== undefined && dead.has(mortal);
}

function silence(name: string): unknown {
  if (name === 'idFor') throw new Error('dead');
  return isList(name) ? { [Symbol.asyncIterator]: () => ({ next: never }) } : never();
}

function isList(name: string): boolean {
  return name === 'list' || name === 'tallies';
}
