import { isAllowedAddress, MAX_FILE_BYTES } from '../../files/index.js';

/**
 * Why a file did not come or go: an address that is not allowed, one that leads elsewhere, too many bytes, no end in time, a page
 * instead of a file (a sign-in, when the address is too old), or any other refusal.
 */
export type TransferFault = 'host' | 'redirect' | 'too-large' | 'slow' | 'page' | 'failed';

export interface TransferRules {
  readonly hosts: readonly string[];
  /** For all of it, in milliseconds. */
  readonly timeoutMs: number;
}

/** Teams shows a press as failed after some 15 seconds. */
export const TRANSFER_MS = 12_000;

export type Fetched = { readonly bytes: Uint8Array } | { readonly fault: TransferFault };

/** Fetches a file that Teams names, without any credentials of ours. Never throws for what the other side does. */
export async function fetchFile(address: string, rules: TransferRules): Promise<Fetched> {
  return call<Fetched>(address, { method: 'GET' }, rules, async (response) => {
    if (response.headers.get('content-type')?.toLowerCase().startsWith('text/html')) return { fault: 'page' };
    if (Number(response.headers.get('content-length') ?? 0) > MAX_FILE_BYTES) return { fault: 'too-large' };
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += (chunk as Uint8Array).length;
      if (size > MAX_FILE_BYTES) return { fault: 'too-large' };
      chunks.push(chunk as Uint8Array);
    }
    return { bytes: new Uint8Array(Buffer.concat(chunks)) };
  });
}

/** Puts a whole file to the address of an upload session of OneDrive. Undefined when it was taken. */
export async function putFile(
  address: string,
  bytes: Uint8Array,
  rules: TransferRules,
): Promise<TransferFault | undefined> {
  const headers = {
    'content-type': 'application/octet-stream',
    'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
  };
  const put = { method: 'PUT', headers, body: Buffer.from(bytes) };
  const outcome = await call(address, put, rules, async () => ({ fault: undefined }));
  return outcome.fault;
}

async function call<Outcome>(
  address: string,
  request: RequestInit,
  { hosts, timeoutMs }: TransferRules,
  read: (response: Response) => Promise<Outcome>,
): Promise<Outcome | { readonly fault: TransferFault }> {
  if (!isAllowedAddress(address, hosts)) return { fault: 'host' };
  // One signal for headers and body: a body that trickles must end, too.
  const signal = AbortSignal.timeout(timeoutMs);
  let response: Response | undefined;
  try {
    response = await fetch(address, { ...request, redirect: 'manual', signal });
    if (response.status >= 300 && response.status < 400) return { fault: 'redirect' };
    if (!response.ok) return { fault: 'failed' };
    return await read(response);
  } catch {
    // Whatever broke off is a refusal like any other; the address holds a key, so nothing of it goes into a log.
    return { fault: signal.aborted ? 'slow' : 'failed' };
  } finally {
    if (response?.bodyUsed === false || response?.body?.locked === false) await response.body?.cancel().catch(() => {});
  }
}
