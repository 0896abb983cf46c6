import type { Clock } from '../calendar/index.js';

/** Whether one more turn of somebody's is carried out. `told` is a refusal of which the person heard already since they last got through. */
export type Pass = 'through' | 'refused' | 'told';

export interface RateLimit {
  pass(person: string): Pass;
}

interface Bucket {
  tokens: number;
  at: number;
  isTold: boolean;
}

const MINUTE_MS = 60_000;

/**
 * A token bucket a person (https://en.wikipedia.org/wiki/Token_bucket): `perMinute` turns at once, and as many a minute from then on.
 * In this process's memory: n processes let n times as many through, which still bounds what one person can take from all.
 */
export function createRateLimit({
  perMinute,
  clock,
}: {
  readonly perMinute: number;
  readonly clock: Clock;
}): RateLimit {
  const buckets = new Map<string, Bucket>();
  let forgottenAt = clock().getTime();
  const filled = ({ tokens, at }: Bucket, now: number) =>
    Math.min(perMinute, tokens + (Math.max(0, now - at) * perMinute) / MINUTE_MS);

  /** Once a minute those whose bucket is full again are forgotten: nothing is lost by it, and only who writes takes memory. */
  function forgetFull(now: number): void {
    if (now - forgottenAt < MINUTE_MS) return;
    forgottenAt = now;
    for (const [person, bucket] of buckets) if (filled(bucket, now) >= perMinute) buckets.delete(person);
  }

  return {
    pass(person) {
      const now = clock().getTime();
      forgetFull(now);
      const bucket = buckets.get(person) ?? { tokens: perMinute, at: now, isTold: false };
      buckets.set(person, bucket);
      bucket.tokens = filled(bucket, now);
      bucket.at = now;
      if (bucket.tokens < 1) {
        const pass = bucket.isTold ? 'told' : 'refused';
        bucket.isTold = true;
        return pass;
      }
      bucket.tokens -= 1;
      bucket.isTold = false;
      return 'through';
    },
  };
}
