import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { tryAgain } from '../../try-again.js';
import type { Disposal } from './disposal.js';

/**
 * A line as it is kept: numbered from 1 within its organisation, with the seal of the line before it, and sealed itself. Lines are added
 * and never written over.
 */
export interface SealedDisposal extends Disposal {
  readonly n: number;
  /** '' of the first. */
  readonly previous: string;
  readonly seal: string;
  /** Sealed with a key (HMAC), not by the bare hash, which anybody can make. */
  readonly isKeyed: boolean;
}

/** Where the disposal record is kept; provided by storage/. */
export interface DisposalStore {
  /** Throws `storage_conflict` when the organisation has a line of that number. */
  add(line: SealedDisposal): Promise<void>;
  /** Of an organisation newest first, or of all, one after the other. */
  list(organisation?: string): AsyncIterable<SealedDisposal>;
}

/** What is wrong with a line: it was changed, lines before it are gone, it has no key though one before it has, its key is not among ours. */
export type RecordFault = 'changed' | 'missing' | 'unkeyed' | 'unknown-key';

export interface Verified {
  readonly organisation: string;
  readonly lines: number;
  /** Those of them that are sealed with a key. */
  readonly keyed: number;
  /** The newest line's seal: who has written it down elsewhere can tell whether the end was cut away. */
  readonly head: string;
  readonly faults: readonly { readonly n: number; readonly fault: RecordFault }[];
}

export type DisposalRecord = ReturnType<typeof createDisposalRecord>;

/** So many writers of one organisation's record at the same moment may be ahead of us. */
const MOST_TRIES = 20;

/** The disposal record as a chain: each line is sealed together with the seal of the one before. `keys`: the newest first, perhaps none. */
export function createDisposalRecord({
  store,
  keys = [],
}: {
  readonly store: DisposalStore;
  readonly keys?: readonly Uint8Array[];
}) {
  async function newest(organisation: string): Promise<SealedDisposal | undefined> {
    for await (const line of store.list(organisation)) return line;
    return undefined;
  }

  return {
    /** Adds a line, and gives its seal. */
    note: (disposal: Disposal): Promise<string> =>
      tryAgain(async () => {
        const before = await newest(disposal.organisation);
        const line = { ...disposal, n: (before?.n ?? 0) + 1, previous: before?.seal ?? '', isKeyed: keys.length > 0 };
        const seal = sealOf(line, keys[0]);
        await store.add({ ...line, seal });
        return seal;
      }, MOST_TRIES),

    list: (organisation?: string) => store.list(organisation),

    /** The newest line's seal. */
    head: async (organisation: string): Promise<string | undefined> => (await newest(organisation))?.seal,

    /**
     * Goes through the record, of each organisation by itself. `anchors`: seals that were written down elsewhere, by organisation; one
     * that the record lacks means that its end was cut away or that it was made anew.
     */
    async verify(anchors: ReadonlyMap<string, readonly string[]> = new Map()): Promise<readonly Verified[]> {
      const checks = new Map<string, ReturnType<typeof createCheck>>();
      for (const [organisation, seals] of anchors) checks.set(organisation, createCheck(organisation, keys, seals));
      for await (const line of store.list()) {
        const check = checks.get(line.organisation) ?? createCheck(line.organisation, keys, []);
        checks.set(line.organisation, check);
        check.take(line);
      }
      return [...checks.values()].map((check) => check.end());
    },
  };
}

/** Of one organisation: is handed its lines, the newest first. */
function createCheck(organisation: string, keys: readonly Uint8Array[], anchors: readonly string[]) {
  const [faults, missing]: [Verified['faults'][number][], Set<string>] = [[], new Set(anchors)];
  let [lines, keyed, head]: [number, number, string] = [0, 0, ''];
  let after: SealedDisposal | undefined;
  return {
    take(line: SealedDisposal): void {
      lines += 1;
      if (line.isKeyed) keyed += 1;
      head ||= line.seal;
      missing.delete(line.seal);
      if (after && (after.n !== line.n + 1 || after.previous !== line.seal))
        faults.push({ n: after.n, fault: 'missing' });
      if (after?.isKeyed === false && line.isKeyed) faults.push({ n: after.n, fault: 'unkeyed' });
      if (line.isKeyed && keys.length === 0) faults.push({ n: line.n, fault: 'unknown-key' });
      else if (!isSealed(line, line.isKeyed ? keys : [undefined])) faults.push({ n: line.n, fault: 'changed' });
      after = line;
    },
    end(): Verified {
      if (after && (after.n !== 1 || after.previous !== '')) faults.push({ n: after.n, fault: 'missing' });
      if (missing.size > 0) faults.push({ n: lines + 1, fault: 'missing' });
      return { organisation, lines, keyed, head, faults: faults.reverse() };
    },
  };
}

function isSealed(line: SealedDisposal, keys: readonly (Uint8Array | undefined)[]): boolean {
  const seal = Buffer.from(line.seal, 'hex');
  return keys.some((key) => {
    const expected = Buffer.from(sealOf(line, key), 'hex');
    return seal.length === expected.length && timingSafeEqual(seal, expected);
  });
}

/** Over all that the line says, in one order, together with the seal before it. */
function sealOf(line: Omit<SealedDisposal, 'seal'>, key: Uint8Array | undefined): string {
  const { n, previous, organisation, run, at, table, rows, held, isDone } = line;
  const text = JSON.stringify([n, previous, organisation, run, at.toISOString(), table, rows, held, isDone]);
  return (key ? createHmac('sha256', key) : createHash('sha256')).update(text).digest('hex');
}
