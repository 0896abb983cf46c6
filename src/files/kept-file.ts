import { createHash, randomBytes } from 'node:crypto';
import type { Right } from '../people/index.js';

/** The largest file that comes in or goes out. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** So long a file that is offered waits to be taken. */
export const OFFERED_MS = 10 * 60_000;

/** What a file waits for: `offer` to be taken by the person, anything else is a feature's own, for instance `plan.import`. */
export type Purpose = 'offer' | 'plan.import';

/** A file that waits for somebody, without its bytes. Only `person` gets it. */
export interface KeptFile {
  readonly organisation: string;
  /** Made of the token and not the token itself: who reads it in the audit cannot fetch the file by it. */
  readonly id: string;
  readonly person: string;
  readonly purpose: Purpose;
  /** Of an offer: by which right it was asked for. Without it nobody gets it. */
  readonly right?: Right;
  readonly name: string;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Once set, nobody gets it again. */
  readonly usedAt?: Date;
}

/** 256 random bits, safe in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text could be a token at all: what cannot is not looked for. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

export function fileIdOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Where a file stands at a moment. A used one stays used. */
export function standOf({ usedAt, expiresAt }: KeptFile, now: Date): 'ready' | 'used' | 'expired' {
  if (usedAt !== undefined) return 'used';
  return now < expiresAt ? 'ready' : 'expired';
}
