import { z } from 'zod';

/** What is known of a request that was not answered with success. */
export type Failure =
  /** The service answered. `code` is its own word for the fault, such as "MessageWritesBlocked". */
  | { readonly kind: 'answer'; readonly status: number; readonly code?: string; readonly retryAfter?: string }
  /** No answer. `hasLeft` is false only when it is sure that no byte of the request reached the service. */
  | { readonly kind: 'silence'; readonly hasLeft: boolean; readonly code: string }
  /** The service that gives out tokens refuses this bot; nothing was sent. */
  | { readonly kind: 'no-token'; readonly code: string };

interface Headers {
  get(name: string): string | null | undefined;
}
const hasGet = (value: unknown) =>
  typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function';

/** What the SDK throws: core-rest-pipeline's RestError and AbortError, MSAL's errors for tokens. */
const Thrown = z.object({
  name: z.string().optional().catch(undefined),
  message: z.string().catch(''),
  code: z.string().optional().catch(undefined),
  errorCode: z.string().optional().catch(undefined),
  statusCode: z.number().optional().catch(undefined),
  response: z
    .object({
      bodyAsText: z.string().optional().catch(undefined),
      headers: z.custom<Headers>(hasGet).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** Before a connection stands, nothing of the request is written. */
const BEFORE_CONNECTION = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * Reads what a request threw. `wasHandedOver` says whether it got as far as the network client; what fails before that (the
 * bot's token) has surely not left.
 */
export function readFailure(thrown: unknown, wasHandedOver: boolean): Failure {
  const parsed = Thrown.safeParse(thrown);
  if (!parsed.success) return { kind: 'silence', hasLeft: wasHandedOver, code: 'UNKNOWN' };
  const { statusCode: status, response, ...error } = parsed.data;
  if (wasHandedOver && status !== undefined)
    return {
      kind: 'answer',
      status,
      code: connectorCode(response?.bodyAsText),
      retryAfter: response?.headers?.get('retry-after') ?? undefined,
    };
  const code = error.name === 'AbortError' ? 'TIMEOUT' : (error.code ?? error.errorCode ?? 'UNKNOWN');
  // OAuth's words for a wrong id, secret or tenant (RFC 6749, 5.2); everything else on the way to a token may pass.
  if (!wasHandedOver && /^(invalid|unauthorized)_/.test(code)) return { kind: 'no-token', code };
  return { kind: 'silence', hasLeft: wasHandedOver && !isBeforeConnection(code, error.message), code };
}

/**
 * Node says "connect ETIMEDOUT …" for a connection that never stood, "read ETIMEDOUT" for one that fell silent, and nothing
 * when it tried several addresses of one name in vain. A TLS handshake that was cut, or a certificate that was refused,
 * comes before the request is written, too.
 */
function isBeforeConnection(code: string, message: string): boolean {
  if (BEFORE_CONNECTION.has(code)) return true;
  if (code === 'ETIMEDOUT') return message === '' || message.startsWith('connect ');
  if (code === 'ECONNRESET') return message.includes('before secure TLS connection was established');
  return /^(ERR_TLS_|CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_)/.test(code);
}

/**
 * The service's own code: `{"error":{"code":"…"}}` as documented, or Teams' `subCode` (at times inside a JSON text), which says
 * more. Only the code is read: the message beside it may repeat what was sent.
 */
function connectorCode(body = ''): string | undefined {
  const [, subCode] = /subCode\\?"\s*:\s*\\?"(\w{1,60})/.exec(body) ?? [];
  const [, code] = /"code"\s*:\s*"(\w[\w ]{0,60})"/.exec(body) ?? [];
  return subCode ?? code;
}
