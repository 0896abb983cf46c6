/** One request of the bot to storage, before anything was decided about it. */
export interface StorageRequest {
  /** 1 for the first request since the proxy started. */
  readonly n: number;
  readonly service: 'table' | 'queue';
  readonly method: string;
  /** Path and query as sent, without the account. */
  readonly path: string;
  /** It writes a row of which it names the version, alone or in a transaction: somebody else may have been first. */
  readonly canConflict: boolean;
}

/** What the bot meets instead of an answer. `silence`: the connection stays open and nothing comes. */
export type Blow =
  { readonly kind: 'status'; readonly status: number } | { readonly kind: 'cut' } | { readonly kind: 'silence' };

/**
 * What becomes of a request. A blow alone: Azurite never saw the request. `carried-out-then`: Azurite did what was asked, and only
 * the answer is lost. `late`: passed on after so many milliseconds. `conflict`: as if somebody else had written the row first.
 */
export type StorageFault =
  | Blow
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'carried-out-then'; readonly blow: Blow };

/** Asked for each request; undefined lets it through. */
export type StorageFaultRule = (request: StorageRequest) => StorageFault | undefined;

/** A rule for the next request alone. */
export function once(fault: StorageFault): StorageFaultRule {
  let left = 1;
  return () => (left-- > 0 ? fault : undefined);
}

/** Dies at the `n`th request from now: from then on there is only silence, as for a process that was killed. */
export function deathAt(n: number, when: 'before' | 'after'): StorageFaultRule {
  let seen = 0;
  return () => {
    seen += 1;
    if (seen < n) return undefined;
    return seen === n && when === 'after' ? { kind: 'carried-out-then', blow: SILENCE } : SILENCE;
  };
}

const SILENCE: Blow = { kind: 'silence' };

/** Whether a request changes something. A transaction is a POST, too. */
export function isWrite({ method }: Pick<StorageRequest, 'method'>): boolean {
  return method !== 'GET' && method !== 'HEAD';
}
