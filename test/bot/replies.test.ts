import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClaimsIdentity } from 'botframework-connector';
import { afterEach, expect, it } from 'vitest';
import { authenticationFor } from '../../src/bot/authentication.js';
import { forReplies } from '../../src/bot/connector-pipeline.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Replies in a turn to a service that answers so. */
async function replyTo(answer: RequestListener, replyMs?: number): Promise<unknown> {
  const serviceUrl = await serve(answer);
  const credentials = { appType: 'SingleTenant', serviceHosts: ['127.0.0.1'] };
  const factory = authenticationFor(credentials).createConnectorFactory(new ClaimsIdentity([]));
  const connector = forReplies(await factory.create(serviceUrl), replyMs);
  return connector.conversations.replyToActivity('a:1', '1', { type: 'message', text: 'Hej' });
}

it('a reply follows no redirect, which would take it and the bot’s token to a place that nobody allowed', async () => {
  const seen: string[] = [];
  const elsewhere = await serve((request, response) => {
    seen.push(String(request.url));
    response.end('{}');
  });
  const sent = replyTo((_request, response) => {
    response.writeHead(307, { location: elsewhere });
    response.end();
  });
  await expect(sent).rejects.toMatchObject({ statusCode: 307 });
  expect(seen).toEqual([]);
});

it('a reply does not wait for a service that never answers', async () => {
  const started = performance.now();
  await expect(replyTo(() => undefined, 200)).rejects.toThrow(/No answer in 200 ms|abort/i);
  expect(performance.now() - started).toBeLessThan(5000);
});
