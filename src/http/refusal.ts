import type { IncomingMessage } from 'node:http';

/** Teams' own limit for a message is about 100 KB; a card submit with a long text stays far under this. */
export const MAX_BODY_BYTES = 256 * 1024;

/** Why a request is not served: the HTTP status and what the sender is told. Never holds what the sender wrote. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export const REFUSALS = {
  body: {
    status: 400,
    code: 'body_invalid',
    message: 'The body must be one activity as JSON (content-type application/json).',
  },
  path: { status: 404, code: 'path_unknown', message: 'There is nothing at this path.' },
  method: { status: 405, code: 'method_not_allowed', message: 'This path does not take this method.' },
  size: { status: 413, code: 'body_too_large', message: `The body is larger than ${MAX_BODY_BYTES} bytes.` },
  type: {
    status: 415,
    code: 'media_type_unsupported',
    message: 'The body must be JSON (content-type application/json), not packed (no content-encoding).',
  },
  fault: { status: 500, code: 'internal', message: 'Internal error.' },
  closing: { status: 503, code: 'closing', message: 'The bot is stopping; try again.' },
} as const satisfies Record<string, Refusal>;

/**
 * What can be said of a request before its body is read; undefined when it may go on. Packed bodies are refused because
 * restify unpacks them without limit and a broken one ends the process; forms and files because it would take them for JSON,
 * or write them to disk. A form without fields, as the page of a file sends, has no body at all.
 */
export function refusalOf({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): Refusal | undefined {
  if (Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES) return REFUSALS.size;
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return REFUSALS.type;
  if (headers['content-length'] === '0') return undefined;
  const mediaType = (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  return method === 'POST' && mediaType !== 'application/json' ? REFUSALS.type : undefined;
}

/** What the sender is told of an error of the HTTP edge itself: malformed JSON, an unknown path, too long a body. */
export function refusalOfStatus(status: number): Refusal {
  return Object.values<Refusal>(REFUSALS).find((refusal) => refusal.status === status) ?? REFUSALS.fault;
}
