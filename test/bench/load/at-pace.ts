import { setTimeout as pause } from 'node:timers/promises';

export interface PaceOptions {
  readonly people: number;
  readonly seconds: number;
  /** Each person acts once in so many seconds. */
  readonly every: number;
}

/**
 * Lets each person act once every `every` seconds, evenly spread over time, whether or not what came before is done (an open loop: a slow
 * bot gets no easier day). Resolves when all is done, with how long it took in milliseconds.
 */
export async function atPace(
  { people, seconds, every }: PaceOptions,
  act: (person: number, n: number) => Promise<void>,
): Promise<number> {
  const started = performance.now();
  const gap = (every * 1000) / people;
  const all: Promise<void>[] = [];
  for (let n = 0; n * gap < seconds * 1000; n++) {
    const wait = started + n * gap - performance.now();
    if (wait > 0) await pause(wait);
    all.push(act(n % people, n));
  }
  await Promise.all(all);
  return performance.now() - started;
}
