import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createVerifyToken } from '../../../src/bot/door/verify-token.js';
import { makeKey, signToken } from '../../support/token-issuer.js';

const token = signToken({ iss: 'https://api.botframework.com', aud: 'app', exp: 4_000_000_000 }, makeKey('k'));

/** What becomes of a token while the service of the keys answers so. */
async function verifyWhile(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const openIdMetadata = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openid`;
  const verify = createVerifyToken({ appId: 'app', openIdMetadata, keysMs: 200 });
  try {
    return await verify(`Bearer ${token}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('while the keys cannot be fetched', () => {
  it.each<[string, RequestListener]>([
    ['for a fault of the service', (_request, response) => void Object.assign(response, { statusCode: 503 }).end()],
    ['for a service that hangs up', (request) => void request.socket.destroy()],
    ['for a service that does not answer', () => undefined],
    ['for a page instead of them', (_request, response) => void response.end('<p>login</p>')],
  ])('nobody gets in, and may try again, %s', async (_, answer) => {
    expect(await verifyWhile(answer)).toMatchObject({ status: 503, code: 'keys_unavailable' });
  });
});
