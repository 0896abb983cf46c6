/** Work in small pieces: it yields after each, so that it can be done at once or beside turns. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** So long, in milliseconds, a turn that comes meanwhile waits at most for a piece of work beside it. */
const SLICE_MS = 8;

export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Lets whatever else there is to do by after every few milliseconds. */
export async function besideTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < until);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
