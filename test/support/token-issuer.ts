import { createHmac, createPublicKey, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Key {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** A pair of keys as Bot Framework's. */
export function makeKey(kid: string): Key {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token (RFC 7519) with these claims, signed by the key with RS256. */
export function signToken(claims: object, { kid, privateKey }: Key): string {
  const content = `${encode({ typ: 'JWT', alg: 'RS256', kid })}.${encode(claims)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url')}`;
}

/** Signed with the public key as if it were a shared secret: the classic confusion of algorithms. */
export function confuseToken(claims: object, { kid, publicKey }: Key): string {
  const content = `${encode({ typ: 'JWT', alg: 'HS256', kid })}.${encode(claims)}`;
  const secret = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })).export({
    type: 'pkcs1',
    format: 'pem',
  });
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

/** Without a signature; `signature` stands where it would be. */
export function unsignedToken(claims: object, kid: string, signature = ''): string {
  return `${encode({ typ: 'JWT', alg: 'none', kid })}.${encode(claims)}.${signature}`;
}

export interface TokenIssuer {
  readonly openIdMetadata: string;
  stop(): Promise<void>;
}

/** Stands for login.botframework.com: an OpenID document and the public keys, each for the channels that it is endorsed for. */
export async function startTokenIssuer(
  keys: readonly { key: Key; endorsements: readonly string[] }[],
): Promise<TokenIssuer> {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const body = request.url?.endsWith('/keys')
      ? {
          keys: keys.map(({ key, endorsements }) => ({
            ...key.publicKey.export({ format: 'jwk' }),
            kid: key.kid,
            endorsements,
          })),
        }
      : { issuer: 'https://api.botframework.com', jwks_uri: `http://127.0.0.1:${port}/keys` };
    // Not chained: restify, where it is loaded, makes writeHead give nothing back.
    response.writeHead(200, { 'Content-Type': 'application/json', Connection: 'close' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    openIdMetadata: `http://127.0.0.1:${(server.address() as AddressInfo).port}/.well-known/openidconfiguration`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
