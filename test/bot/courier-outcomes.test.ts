import { describe, expect, it } from 'vitest';
import { readFailure } from '../../src/bot/courier/failure.js';
import { outcomeOf } from '../../src/bot/courier/outcome.js';
import { retryAfterMs } from '../../src/bot/courier/retry-after.js';

const NOW = new Date('2026-09-01T08:00:00Z');

describe('Retry-After', () => {
  it.each<[string | undefined, number | undefined]>([
    ['1', 1000],
    [' 120 ', 120_000],
    ['0.5', 500],
    ['0', 0],
    ['Tue, 01 Sep 2026 08:00:30 GMT', 30_000],
    ['Tue, 01 Sep 2026 07:00:00 GMT', 0],
    ['Wed, 02 Sep 2026 08:00:00 GMT', 3_600_000],
    ['999999', 3_600_000],
    ['soon', undefined],
    ['1.2.3', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s is %s ms', (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });
});

describe('an error without an answer', () => {
  const silence = (error: object, wasHandedOver = true) => readFailure(error, wasHandedOver);

  it.each([
    ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:9'],
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND smba.invalid'],
    ['EAI_AGAIN', 'getaddrinfo EAI_AGAIN smba.invalid'],
    ['EHOSTUNREACH', 'connect EHOSTUNREACH 10.0.0.1:443'],
    ['ETIMEDOUT', 'connect ETIMEDOUT 10.0.0.1:443'],
    ['ETIMEDOUT', ''],
    ['ECONNRESET', 'Client network socket disconnected before secure TLS connection was established'],
    ['CERT_HAS_EXPIRED', 'certificate has expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', "Hostname/IP does not match certificate's altnames"],
  ])('%s (%s) has not left', (code, message) => {
    expect(silence({ code, message })).toEqual({ kind: 'silence', hasLeft: false, code });
  });

  it.each([
    ['ECONNRESET', 'read ECONNRESET'],
    ['ECONNRESET', 'socket hang up'],
    ['ETIMEDOUT', 'read ETIMEDOUT'],
    ['EPIPE', 'write EPIPE'],
    ['REQUEST_SEND_ERROR', 'Parse Error: Expected HTTP/'],
  ])('%s (%s) may have arrived', (code, message) => {
    expect(silence({ code, message })).toEqual({ kind: 'silence', hasLeft: true, code });
  });

  it('is a timeout when it was aborted, before the network too', () => {
    const aborted = { name: 'AbortError', message: 'The operation was aborted.' };
    expect(silence(aborted)).toEqual({ kind: 'silence', hasLeft: true, code: 'TIMEOUT' });
    expect(silence(aborted, false)).toEqual({ kind: 'silence', hasLeft: false, code: 'TIMEOUT' });
  });

  it('on the way to a token is the credentials when they are refused, else something that may pass', () => {
    const refused = { name: 'ServerError', errorCode: 'invalid_client', message: 'AADSTS7000215' };
    expect(outcomeOf(silence(refused, false), 'post', NOW)).toEqual({
      kind: 'undeliverable',
      cause: 'unauthorised',
      reason: 'invalid_client',
    });
    const offline = { name: 'ClientAuthError', errorCode: 'network_error', message: 'network' };
    expect(outcomeOf(silence(offline, false), 'post', NOW)).toEqual({ kind: 'not-now', reason: 'network_error' });
    const throttled = { name: 'ServerError', errorCode: 'temporarily_unavailable', status: 503, message: '' };
    expect(outcomeOf(silence(throttled, false), 'post', NOW).kind).toBe('not-now');
  });

  it('that nobody knows is ambiguous once handed over', () => {
    expect(outcomeOf(silence(new TypeError('x is undefined')), 'post', NOW)).toEqual({
      kind: 'ambiguous',
      reason: 'UNKNOWN',
    });
    expect(outcomeOf(readFailure('odd', true), 'post', NOW)).toEqual({ kind: 'ambiguous', reason: 'UNKNOWN' });
  });
});

describe('the service’s own code', () => {
  const answered = (statusCode: number, bodyAsText: string) =>
    readFailure(
      { name: 'RestError', message: bodyAsText, statusCode, response: { bodyAsText, headers: new Headers() } },
      true,
    );

  it.each([
    ['as documented', '{"error":{"code":"MessageWritesBlocked","message":"Hej Karin"}}'],
    ['as a subCode', '{"errorCode":209,"message":{"subCode":"MessageWritesBlocked","details":null}}'],
    ['as a subCode in a text', '{"errorCode":209,"message":"{\\"subCode\\":\\"MessageWritesBlocked\\"}"}'],
    ['beside a general one', '{"error":{"code":"Forbidden","subCode":"MessageWritesBlocked"}}'],
  ])('%s', (_how, body) => {
    expect(outcomeOf(answered(403, body), 'post', NOW)).toEqual({
      kind: 'undeliverable',
      cause: 'blocked',
      reason: '403 MessageWritesBlocked',
    });
  });

  it('is left out when there is none, and nothing of the body is repeated', () => {
    expect(outcomeOf(answered(502, '<html>Bad gateway for Karin</html>'), 'post', NOW)).toEqual({
      kind: 'ambiguous',
      reason: '502',
    });
  });

  it.each([
    ['post', 403, 'ServiceError', 'not-installed'],
    ['update', 403, 'ServiceError', 'stale'],
    ['update', 404, 'ActivityNotFoundInConversation', 'stale'],
    ['reopen', 403, 'ForbiddenOperationException', 'not-installed'],
    ['reopen', 404, 'NotFound', 'not-installed'],
    ['post', 403, 'ConversationBlockedByUser', 'blocked'],
    ['post', 403, 'BotDisabledByAdmin', 'blocked'],
    ['post', 403, 'TenantNoPermission', 'blocked'],
    ['post', 403, 'NotEnoughPermissions', 'rejected'],
    ['post', 403, 'constructor', 'not-installed'],
    ['post', 409, 'Conflict', 'rejected'],
  ] as const)('%s: %i %s is %s', (attempt, status, code, cause) => {
    const body = JSON.stringify({ error: { code } });
    expect(outcomeOf(answered(status, body), attempt, NOW)).toMatchObject({ kind: 'undeliverable', cause });
  });
});
