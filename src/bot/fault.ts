import { randomInt } from 'node:crypto';

/** Letters and figures that nobody mixes up when read aloud. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A number for a fault that a person can read to HR and an operator can find in the log: "K7QF-2M9D". */
export function faultReference(random: (max: number) => number = randomInt): string {
  const letters = Array.from({ length: 8 }, () => ALPHABET[random(ALPHABET.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
