import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { busiestWindow, type Connector, startConnector } from '../support/connector/index.js';
import { type ConnectorRequest, measureRates, type Received, Recording } from '../support/connector/recording.js';
import { CHAT, useScene } from './scene.js';

const request = (n: number, at: number, conversationId?: string): ConnectorRequest => ({
  n,
  at,
  method: 'POST',
  path: '/v3/conversations',
  raw: '',
  ...(conversationId !== undefined && { conversationId }),
});
const received = (n: number): Received => ({ ...request(n, n), accepted: true, status: 201 });

describe('rates', () => {
  it('counts requests by calendar second', () => {
    const rates = measureRates([request(1, 1000), request(2, 1999), request(3, 2000), request(4, 5500)]);
    expect([...rates.perSecond]).toEqual([
      [1, 2],
      [2, 1],
      [5, 1],
    ]);
    expect(rates.busiestSecond).toBe(2);
  });

  it('measures each conversation over any window of a second', () => {
    const rates = measureRates([
      request(1, 900, 'a'),
      request(2, 1500, 'a'),
      request(3, 1899, 'a'),
      request(4, 1900, 'a'),
      request(5, 1900, 'b'),
      request(6, 1901),
    ]);
    expect([...rates.perConversation]).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
  });

  it('knows no busy window without requests', () => {
    expect(busiestWindow([], 1000)).toBe(0);
    expect(measureRates([]).busiestSecond).toBe(0);
  });
});

describe('waiting', () => {
  it('finds what came already, unless told to skip it', async () => {
    const recording = new Recording();
    recording.add(received(1));
    expect((await recording.waitFor(() => true, 1000, 0)).n).toBe(1);

    const next = recording.waitFor(() => true, 1000, 1);
    recording.add(received(2));
    expect((await next).n).toBe(2);
  });

  it('passes over what does not match', async () => {
    const recording = new Recording();
    const third = recording.waitFor(({ n }) => n === 3, 1000, 0);
    [1, 2, 3].forEach((n) => recording.add(received(n)));
    expect((await third).n).toBe(3);
  });

  it('says what came instead when time is up', async () => {
    const recording = new Recording();
    recording.add(received(1));
    await expect(recording.waitFor(({ n }) => n === 2, 20, 0)).rejects.toThrow(
      'Nothing that matches reached the connector in 20 ms. Received: POST /v3/conversations -> 201',
    );
  });
});

describe('the running connector', () => {
  const scene = useScene();

  it('measures the rates of a real bot', async () => {
    scene.bot.logic = async (context) => {
      for (const text of ['ett', 'två', 'tre']) await context.sendActivity(text);
    };
    await scene.user.say('räkna');

    const rates = scene.connector.rates();
    expect([...rates.perSecond.values()].reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(rates.perConversation.get(CHAT)).toBe(3);
  });

  it('forgets requests and messages on reset, not people', async () => {
    scene.bot.logic = async (context) => void (await context.sendActivity('hej'));
    await scene.user.say('hej');
    scene.connector.reset();
    expect([scene.connector.received, scene.connector.sent(CHAT), scene.connector.current(CHAT)]).toEqual([[], [], []]);

    await scene.user.say('hej igen');
    expect(scene.connector.received.map(({ n, status }) => [n, status])).toEqual([[1, 201]]);
  });

  it('refuses to read a chat that nobody made', () => {
    expect(() => scene.connector.sent('a:typo')).toThrow('The stand-in connector knows no conversation a:typo.');
  });

  it('says when its port is taken', async () => {
    const port = Number(new URL(scene.connector.serviceUrl).port);
    await expect(startConnector({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('answers a body that is no JSON with 400', async () => {
    const url = new URL(`v3/conversations/${CHAT}/activities`, scene.connector.serviceUrl);
    const response = await fetch(url, { method: 'POST', body: '{"type":' });
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: { code: 'BadSyntax', message: 'The body is not a JSON object.' } },
    ]);
    expect(scene.connector.received).toMatchObject([{ raw: '{"type":', accepted: false, status: 400 }]);
  });

  it('answers a path that it does not know with 404', async () => {
    const response = await fetch(new URL('v3/teams/19:team', scene.connector.serviceUrl));
    expect(response.status).toBe(404);
    expect(scene.connector.received).toMatchObject([{ method: 'GET', path: '/v3/teams/19:team', status: 404 }]);
  });
});

describe('a brief recording', () => {
  let connector: Connector;
  beforeAll(async () => {
    connector = await startConnector({ record: 'brief' });
    connector.addChat({ id: CHAT, members: [] });
  });
  afterAll(() => connector.stop());

  const send = async (method: 'POST' | 'PUT', activity: object, id = ''): Promise<{ id?: string }> => {
    const url = new URL(`v3/conversations/${CHAT}/activities/${id}`.replace(/\/$/, ''), connector.serviceUrl);
    const response = await fetch(url, { method, body: JSON.stringify(activity) });
    return (await response.json()) as { id?: string };
  };

  it('keeps who, when and what became of it, no bodies', async () => {
    const { id } = await send('POST', { type: 'message', text: 'hemligt' });
    await send('PUT', { type: 'message', text: 'hemligare' }, id);
    await send('PUT', { type: 'message', text: 'borta' }, '17');
    await send('POST', { type: 'typing' });
    await send('POST', { type: 'message', text: 'igen' });

    expect(connector.received.map(({ n, status, accepted }) => [n, status, accepted])).toEqual([
      [1, 201, true],
      [2, 200, true],
      [3, 404, false],
      [4, 201, true],
      [5, 201, true],
    ]);
    expect(connector.received[1]).toMatchObject({ conversationId: CHAT, activityId: id });
    expect(connector.current(CHAT)).toMatchObject([{ id, type: 'message' }, { type: 'message' }]);
    expect(JSON.stringify([connector.received, connector.sent(CHAT), connector.current(CHAT)])).not.toContain('hemlig');
    // Neither updates nor typing are messages that somebody gets.
    expect([...connector.acceptedMessages]).toEqual([[CHAT, 2]]);
    expect(connector.rates().busiestSecond).toBeGreaterThan(0);
  });

  it('forgets its counts on reset', async () => {
    connector.reset();
    expect([connector.received.length, connector.acceptedMessages.size]).toEqual([0, 0]);
  });
});
