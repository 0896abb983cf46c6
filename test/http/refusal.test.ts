import { describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES, refusalOf, refusalOfStatus } from '../../src/http/refusal.js';

const json = { 'content-type': 'application/json' };

describe('refusalOf', () => {
  it.each([
    [MAX_BODY_BYTES, undefined],
    [MAX_BODY_BYTES + 1, 413],
  ])('draws the line at 256 KiB: %i', (length, status) => {
    const headers = { ...json, 'content-length': String(length) };
    expect(refusalOf({ method: 'POST', headers })?.status).toBe(status);
  });

  it.each([
    ['POST', {}, 415],
    ['POST', { 'content-type': 'application/jsonp' }, 415],
    ['POST', { ...json, 'content-encoding': 'identity' }, undefined],
    ['POST', { ...json, 'content-encoding': 'br' }, 415],
    ['GET', {}, undefined],
    ['GET', { 'content-encoding': 'gzip' }, 415],
  ])('judges %s with %j', (method, headers, status) => {
    expect(refusalOf({ method, headers })?.status).toBe(status);
  });
});

describe('refusalOfStatus', () => {
  it.each([
    [400, 'body_invalid'],
    [404, 'path_unknown'],
    [405, 'method_not_allowed'],
    [413, 'body_too_large'],
    [418, 'internal'],
    [500, 'internal'],
  ])('calls %i %s', (status, code) => expect(refusalOfStatus(status).code).toBe(code));
});
