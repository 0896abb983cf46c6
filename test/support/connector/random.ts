import { createHash } from 'node:crypto';

/** Numbers from 0 up to 1, always the same ones for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number from 0 up to 1 that belongs to a text and a seed, whatever was drawn before. */
export function fractionOf(text: string, seed: number): number {
  return createHash('sha256').update(`${seed}:${text}`).digest().readUInt32BE() / 2 ** 32;
}
