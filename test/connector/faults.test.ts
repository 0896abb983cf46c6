import { describe, expect, it } from 'vitest';
import { applyFault } from '../support/connector/faults.js';
import { CHAT, useScene } from './scene.js';

const scene = useScene();

/** Sends one message to the connector without a bot or an SDK that retries. */
function post(text: string): Promise<Response> {
  const url = new URL(`v3/conversations/${encodeURIComponent(CHAT)}/activities`, scene.connector.serviceUrl);
  return fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ type: 'message', text }),
  });
}

describe('faults on demand', () => {
  it('answers 429 with Retry-After and the SDK retries', async () => {
    scene.connector.respond = ({ n }) =>
      n === 1 ? { kind: 'status', status: 429, headers: { 'Retry-After': '1' } } : undefined;
    scene.bot.logic = async (context) => void (await context.sendActivity('Till slut'));

    await scene.user.say('hej');

    const [first, second] = scene.connector.received;
    expect([first?.status, first?.accepted, second?.status, second?.accepted]).toEqual([429, false, 201, true]);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(950);
    expect(scene.connector.sent(CHAT).map(({ text }) => text)).toEqual(['Till slut']);
  });

  it('keeps a message that was accepted but answered with an error', async () => {
    scene.connector.respond = () => ({ kind: 'accepted-then', fault: { kind: 'status', status: 412 } });
    const before = scene.bot.errors.length;
    scene.bot.logic = async (context) => void (await context.sendActivity('Framme ändå'));

    await scene.user.say('hej');

    expect(scene.bot.errors[before]).toMatchObject({ statusCode: 412, code: 'Fault412' });
    expect(scene.connector.current(CHAT).map(({ text }) => text)).toEqual(['Framme ändå']);
    expect(scene.connector.received).toMatchObject([{ accepted: true, status: 412 }]);
  });

  it('sends status, headers and body as the rule says', async () => {
    scene.connector.respond = () => ({
      kind: 'status',
      status: 403,
      headers: { 'X-Why': 'blocked' },
      body: { error: { code: 'MessageWritesBlocked', message: 'Blocked.' } },
    });

    const response = await post('hej');

    expect([response.status, response.headers.get('x-why'), await response.json()]).toEqual([
      403,
      'blocked',
      { error: { code: 'MessageWritesBlocked', message: 'Blocked.' } },
    ]);
  });

  it('tears the connection down without taking the message', async () => {
    scene.connector.respond = () => ({ kind: 'reset' });

    await expect(post('hej')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });

    expect(scene.connector.sent(CHAT)).toEqual([]);
    expect(scene.connector.received).toMatchObject([{ accepted: false, status: 'reset' }]);
  });

  it('tears the connection down after taking the message', async () => {
    scene.connector.respond = () => ({ kind: 'accepted-then', fault: { kind: 'reset' } });

    await expect(post('hej')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });

    expect(scene.connector.sent(CHAT).map(({ text }) => text)).toEqual(['hej']);
  });

  it('takes a message at once and answers it late', async () => {
    scene.connector.respond = () => ({ kind: 'delay', ms: 150 });
    const started = performance.now();
    const posting = post('hej');
    await scene.connector.waitFor(() => true);
    const takenAfter = performance.now() - started;

    const response = await posting;

    expect(response.status).toBe(201);
    expect(takenAfter).toBeLessThan(150);
    expect(performance.now() - started).toBeGreaterThanOrEqual(149);
  });

  it('does not call a refused request accepted, whatever follows', () => {
    const refused = () => ({ status: 404 });
    expect(applyFault({ kind: 'accepted-then', fault: { kind: 'reset' } }, refused).accepted).toBe(false);
  });

  it('shows the rule the request before anything is decided', async () => {
    const seen: unknown[] = [];
    scene.connector.respond = ({ n, method, conversationId, body }) =>
      void seen.push([n, method, conversationId, body?.text]);

    await post('hej');

    expect(seen).toEqual([[1, 'POST', CHAT, 'hej']]);
  });

  it('lets everything through again after a reset', async () => {
    scene.connector.respond = () => ({ kind: 'status', status: 500 });
    scene.connector.reset();

    expect((await post('hej')).status).toBe(201);
  });
});
