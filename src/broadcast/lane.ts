import { createHash } from 'node:crypto';

/** How many; at 45,000 recipients each holds 1,400 rows, which Azurite writes as fast as a hundred. */
const LANES = 32;
const ALL = Array.from({ length: LANES }, (_, lane) => String(lane).padStart(2, '0'));

/**
 * The part of a broadcast in which a person's row lies. A transaction takes rows of one lane only, since a lane is a partition of
 * storage: one partition for all would slow down with its size, and Azure promises its rate for each.
 */
export function laneOf(person: string): string {
  // As storage compares keys: an å from a Mac is the å of everybody else.
  return ALL[createHash('sha256').update(person.normalize('NFC')).digest()[0]! % LANES]!;
}
