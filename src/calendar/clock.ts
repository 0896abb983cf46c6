/** Says what time it is. Rules take `now: Date`; only the edge asks a Clock. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** A clock that read `start` when it was made and goes on from there in real time: for tests and demonstrations (TEST_NOW). */
export function clockStartingAt(start: Date, real: Clock = systemClock): Clock {
  const offset = start.getTime() - real().getTime();
  return () => new Date(real().getTime() + offset);
}
