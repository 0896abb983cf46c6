import type { AuditLog } from '../actions/index.js';
import { isConflict } from '../errors.js';
import type { Right } from '../people/index.js';
import { fileIdOf, isToken, type KeptFile, MAX_FILE_BYTES, newToken, type Purpose, standOf } from './kept-file.js';
import type { KeptFileStore, StoredFile } from './kept-file-store.js';

export interface NewFile {
  readonly organisation: string;
  readonly person: string;
  readonly purpose: Purpose;
  /** By which right it was asked for: what an offer needs. */
  readonly right?: Right;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** So long it waits, in milliseconds. */
  readonly keepMs: number;
}

/** Whose file it must be, and what it must wait for. */
export type Claim = Pick<KeptFile, 'organisation' | 'person' | 'purpose'>;

/** What a token leads to. `foreign` is somebody else's of the same organisation; */
export type Found =
  | { readonly kind: 'ready'; readonly stored: StoredFile }
  | { readonly kind: 'used' | 'expired'; readonly file: KeptFile }
  | { readonly kind: 'foreign' | 'unknown' };

/** Why an address gives nothing; `denied` when whoever asked for the file may have it no more, or is no longer there. */
export type Withheld = { readonly kind: 'used' | 'expired' | 'unknown' | 'denied' };
export type Taken = { readonly kind: 'file'; readonly file: KeptFile; readonly bytes: Uint8Array } | Withheld;

/** Files that wait a while for one person: what the bot offers, and what somebody sent and has not decided about yet. */
export interface Files {
  /** Gives the token by which the file is found, and by nothing else. An offer is audited. Throws RangeError above MAX_FILE_BYTES. */
  keep(file: NewFile, now: Date): Promise<string>;
  find(token: string, claim: Claim, now: Date): Promise<Found>;
  /** Whether whoever asked for it may have it now; see FilesParts. */
  mayTake(file: KeptFile): Promise<boolean>;
  bytes(file: KeptFile): Promise<Uint8Array>;
  /** Marks it used: undefined when somebody else did so first. The bytes stay until `finish`. */
  use(stored: StoredFile, now: Date): Promise<StoredFile | undefined>;
  /** What it was used for failed: it can be used again. */
  release(used: StoredFile): Promise<void>;
  /** What a file was used for: when that throws, the file can be used again, and the error goes on. */
  giving<Given>(used: StoredFile, give: (file: KeptFile) => Promise<Given>): Promise<Given>;
  /** Used and done with, or not wanted: the bytes go, and that it was there is known for an hour. */
  finish(file: KeptFile): Promise<void>;
  /** Of an offered file's address: once, while whoever asked for it may have it. Each taking and each refusal is audited under that person. */
  take(token: string, now: Date): Promise<Taken>;
  /** What `take` would find, without taking it: for the page of the address, which link previews and scanners open as well. */
  look(token: string, now: Date): Promise<Withheld | { readonly kind: 'file'; readonly file: KeptFile }>;
}

export interface FilesParts {
  readonly store: KeptFileStore;
  /** Whether the person of an offer may have it now: by the directory and the policy of this moment. */
  readonly mayTake: (file: KeptFile) => Promise<boolean>;
  readonly audit: AuditLog;
  readonly log: { warn(facts: object, message: string): void };
}

export function createFiles({ store, mayTake, audit, log }: FilesParts): Files {
  async function use({ file, version }: StoredFile, now: Date): Promise<StoredFile | undefined> {
    try {
      return await store.update({ ...file, usedAt: now }, version);
    } catch (error) {
      if (isConflict(error)) return undefined;
      throw error;
    }
  }

  const release = async ({ file: { usedAt: _, ...file }, version }: StoredFile): Promise<void> =>
    void (await store.update(file, version));

  async function giving<Given>(used: StoredFile, give: (file: KeptFile) => Promise<Given>): Promise<Given> {
    try {
      return await give(used.file);
    } catch (error) {
      await release(used).catch((unfreed: unknown) =>
        log.warn({ error: unfreed, file: used.file.id }, 'a file that was not given stays marked as used'),
      );
      throw error;
    }
  }

  /** Nobody waits for it and the purge takes what is left: it is told, and no more. */
  async function finish(file: KeptFile): Promise<void> {
    await store
      .removeBytes(file)
      .catch((error: unknown) => log.warn({ error, file: file.id }, 'the bytes of a used file are still there'));
  }

  /** Files whose time is over: first their bytes, an hour later that they were there, for whoever comes too late. */
  async function sweep(organisation: string, now: Date): Promise<void> {
    for await (const file of store.list(organisation)) {
      const age = now.getTime() - file.expiresAt.getTime();
      if (age > HOUR_MS) await store.remove(file);
      else if (age > 0) await store.removeBytes(file);
    }
  }

  async function noted(file: KeptFile, action: string, at: Date, outcome: 'done' | 'denied' = 'done'): Promise<void> {
    const { organisation, person: personId, id } = file;
    await audit.append({
      ...{ at, organisation, personId, permission: 'files.take', action, outcome },
      subject: { file: id },
    });
  }

  async function offered(token: string, now: Date) {
    const stored = isToken(token) ? await store.findAnywhere(fileIdOf(token)) : undefined;
    // Its person was erased, and the file with it.
    if (stored === 'removed') return { kind: 'denied' } as const;
    if (stored?.file.purpose !== 'offer') return { kind: 'unknown' } as const;
    const stand = standOf(stored.file, now);
    if (stand !== 'ready') return { kind: stand };
    const kind = (await mayTake(stored.file)) ? 'ready' : 'denied';
    return { kind, stored } as const;
  }

  return {
    async keep({ bytes, keepMs, ...about }, now) {
      if (bytes.length > MAX_FILE_BYTES) throw new RangeError(`A file of ${bytes.length} bytes is too large to keep.`);
      await sweep(about.organisation, now).catch((error: unknown) => log.warn({ error }, 'old files are still there'));
      const token = newToken();
      const expiresAt = new Date(now.getTime() + keepMs);
      const file = { ...about, id: fileIdOf(token), size: bytes.length, createdAt: now, expiresAt };
      await store.save(file, bytes);
      if (file.purpose === 'offer') await noted(file, 'files.offer', now);
      return token;
    },
    async find(token, { organisation, person, purpose }, now) {
      const stored = isToken(token) ? await store.find(organisation, fileIdOf(token)) : undefined;
      if (stored?.file.purpose !== purpose) return { kind: 'unknown' };
      if (stored.file.person !== person) return { kind: 'foreign' };
      const stand = standOf(stored.file, now);
      return stand === 'ready' ? { kind: 'ready', stored } : { kind: stand, file: stored.file };
    },
    mayTake,
    bytes: (file) => store.bytes(file),
    use,
    release,
    giving,
    finish,
    async take(token, now) {
      const found = await offered(token, now);
      if (found.kind === 'denied' && found.stored) await noted(found.stored.file, 'files.download', now, 'denied');
      if (found.kind !== 'ready') return { kind: found.kind };
      const used = await use(found.stored, now);
      if (!used) return { kind: 'used' };
      const bytes = await giving(used, async (file) => {
        const read = await store.bytes(file);
        // Before anything leaves: what is not written down is not given out.
        await noted(file, 'files.download', now);
        return read;
      });
      await finish(used.file);
      return { kind: 'file', file: used.file, bytes };
    },
    async look(token, now) {
      const found = await offered(token, now);
      return found.kind === 'ready' ? { kind: 'file', file: found.stored.file } : { kind: found.kind };
    },
  };
}

const HOUR_MS = 3_600_000;
