import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../errors.js';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals texts so that storage and its backups hold nothing that can be read, compared or counted. */
export interface Seal {
  /** The text under a new seal: the same text twice looks like two others. `about` is what it belongs to, and opens it alone. */
  close(text: string, about: string): string;
  /** Throws `seal_unreadable` when no key fits, or somebody changed what was sealed. */
  open(sealed: string, about: string): string;
  /** A random number with the proof that this bot gave it out for `about`. */
  ticketFor(about: string): string;
  /** Whether `ticketFor(about)` has given it. */
  isTicket(ticket: string, about: string): boolean;
}

/**
 * `keys`: 32 bytes each, the newest first. It seals with the first and opens with any, so that a key is changed by putting a new
 * one in front: what is sealed is sealed anew each day, and then the old one may be destroyed, and old backups with it.
 */
export function createSeal(keys: readonly Uint8Array[]): Seal {
  const derived = keys.map((key) => ({ seal: derive(key, 'seal'), ticket: derive(key, 'ticket') }));
  const [first] = derived;
  if (!first) throw new AppError('config_invalid', 'Nothing can be sealed without a key.');
  const signed = (key: Buffer, random: string, about: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([random, about]))
      .digest()
      .subarray(0, 16);

  return {
    close(text, about) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, first.seal, iv).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64');
      for (const { seal } of derived) {
        const text = tryToOpen(bytes, seal, about);
        if (text !== undefined) return text;
      }
      throw new AppError('seal_unreadable', 'What was sealed fits no key of EXIT_SURVEY_KEYS, or was changed.');
    },
    ticketFor(about) {
      const random = randomBytes(16).toString('base64url');
      return `${random}.${signed(first.ticket, random, about).toString('base64url')}`;
    },
    isTicket(ticket, about) {
      const [random = '', proof = ''] = ticket.split('.');
      const given = Buffer.from(proof, 'base64url');
      return derived.some((key) => {
        const wanted = signed(key.ticket, random, about);
        return given.length === wanted.length && timingSafeEqual(given, wanted);
      });
    },
  };
}

function derive(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `ubara exit survey ${purpose}`, 32));
}

function tryToOpen(bytes: Buffer, key: Buffer, about: string): string | undefined {
  if (bytes.length < IV_BYTES + TAG_BYTES) return undefined;
  const cipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(about));
  cipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), cipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
