import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Connector,
  type Fault,
  standardFaults,
  type StandardFaultsOptions,
  startConnector,
} from '../support/connector/index.js';

const PEOPLE = 4000;
const NOTHING = { chatThrottled: 0, tenantThrottled: 0, serverError: 0, reset: 0, acceptedThen: 0, refused: 0 };

let connector: Connector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());
beforeEach(() => {
  connector.reset();
  for (let n = 0; n < PEOPLE; n += 1) {
    const member = { id: `29:${n}`, aadObjectId: `${n}`, name: 'Någon', tenantId: 't' };
    connector.addChat({ id: `a:${n}`, members: [member] });
  }
});

function start(options: Omit<StandardFaultsOptions, 'chats'>) {
  const faults = standardFaults({ ...options, chats: connector });
  let n = 0;
  return {
    ...faults,
    /** Asks the rule alone, as if this request had come at `at`. */
    ask: (at: number, conversationId: string | undefined, method = 'POST'): Fault | undefined =>
      faults.rule({
        n: (n += 1),
        at,
        method,
        path: '',
        raw: '',
        ...(conversationId !== undefined && { conversationId }),
      }),
  };
}

/** `requests` at 30 a second to everybody in turn, by a sender that never waits; what came of each. */
function run(faults: ReturnType<typeof start>, requests: number): (Fault | undefined)[] {
  return Array.from({ length: requests }, (_, n) => faults.ask(n * 33, `a:${n % PEOPLE}`));
}

/** Sends one message over HTTP: its status and the code of the error. */
async function post(conversationId: string): Promise<string> {
  const url = new URL(`v3/conversations/${encodeURIComponent(conversationId)}/activities`, connector.serviceUrl);
  const response = await fetch(url, { method: 'POST', body: JSON.stringify({ type: 'message', text: 'hej' }) });
  const body = (await response.json()) as { error?: { code: string } };
  return [response.status, body.error?.code].join(' ').trim();
}

async function open(memberId: string): Promise<{ status: number; id: string | undefined }> {
  const response = await fetch(new URL('v3/conversations', connector.serviceUrl), {
    method: 'POST',
    body: JSON.stringify({ isGroup: false, members: [{ id: memberId }] }),
  });
  const body = (await response.json()) as { id?: string };
  return { status: response.status, id: body.id };
}

describe('the standard faults', () => {
  it('keep to their shares of the requests and of the conversations', () => {
    const faults = start({ seed: 1 });
    run(faults, 20_000);
    const { requests, injected, withoutRetryAfter, refused } = faults.report();
    expect(requests).toBe(20_000);
    const throttled = injected.chatThrottled + injected.tenantThrottled;
    expect(throttled / requests).toBeCloseTo(0.05, 2);
    expect(injected.tenantThrottled / throttled).toBeGreaterThan(0.08);
    expect(injected.tenantThrottled / throttled).toBeLessThan(0.13);
    expect(injected.serverError / requests).toBeCloseTo(0.02, 3);
    expect(injected.reset / requests).toBeCloseTo(0.005, 3);
    expect(injected.acceptedThen / requests).toBeCloseTo(0.005, 3);
    expect(withoutRetryAfter / injected.chatThrottled).toBeCloseTo(0.5, 1);
    // A share of 1 % among 4,000 people: 40 ± 3 standard deviations.
    expect(refused.size).toBeGreaterThan(20);
    expect(refused.size).toBeLessThan(60);
  });

  it('count what they inject', () => {
    const faults = start({ seed: 2 });
    const answers = run(faults, 5000);
    const { injected, acceptedThen } = faults.report();
    const count = (matches: (fault: Fault) => boolean) => answers.filter((fault) => fault && matches(fault)).length;
    const isStatus = (fault: Fault, statuses: number[]) => fault.kind === 'status' && statuses.includes(fault.status);
    expect(injected).toEqual({
      chatThrottled: count((fault) => isStatus(fault, [429])) - injected.tenantThrottled,
      tenantThrottled: count((fault) => fault.kind === 'status' && fault.headers?.['Retry-After'] === '2'),
      serverError: count((fault) => isStatus(fault, [500, 502, 504])),
      reset: count((fault) => fault.kind === 'reset'),
      acceptedThen: count((fault) => fault.kind === 'accepted-then'),
    });
    expect([...acceptedThen.values()].reduce((sum, n) => sum + n, 0)).toBe(injected.acceptedThen);
  });

  it('are the same for a seed and others for another', () => {
    const answers = [7, 7, 8].map((seed) => {
      for (let n = 0; n < PEOPLE; n += 1) connector.addChat({ id: `a:${n}`, members: [] });
      return JSON.stringify(run(start({ seed }), 2000));
    });
    expect(answers[1]).toBe(answers[0]);
    expect(answers[2]).not.toBe(answers[0]);
  });
});

describe('a throttled conversation', () => {
  const shares = { ...NOTHING, chatThrottled: 0.5 };

  it('stays so for its second, whoever asks; others go on', () => {
    const faults = start({ seed: 3, shares });
    let at = 0;
    while (!faults.ask((at += 5000), 'a:1'));
    const first = faults.ask(at + 1, 'a:1');
    expect(first).toMatchObject({ kind: 'status', status: 429 });
    expect(faults.ask(at + 999, 'a:1')).toEqual(first);
    // Above its share now, so nothing new begins.
    expect(faults.ask(at + 999, 'a:2')).toBeUndefined();
    expect(faults.ask(at + 1000, 'a:1')).toBeUndefined();
  });

  it('asks for a second, or does not say', () => {
    const faults = start({ seed: 4, shares });
    const headers = new Set(
      run(faults, 200).map((fault) =>
        fault?.kind === 'status' ? (fault.headers?.['Retry-After'] ?? 'none') : 'let in',
      ),
    );
    expect([...headers].sort()).toEqual(['1', 'let in', 'none']);
  });
});

describe('a throttled tenant', () => {
  const shares = { ...NOTHING, tenantThrottled: 0.005 };

  it('refuses everybody for two seconds, but 20 requests at the most', () => {
    const faults = start({ seed: 5, shares });
    const answers = Array.from({ length: 3000 }, (_, n) => faults.ask(n * 33, `a:${n}`));
    const first = answers.findIndex((fault) => fault !== undefined);
    const wait = { kind: 'status', status: 429, headers: { 'Retry-After': '2' } };
    answers.slice(first, first + 20).forEach((fault) => expect(fault).toMatchObject(wait));
    expect(answers[first + 20]).toBeUndefined();
    const [window] = faults.report().tenantWindows;
    expect(window).toEqual({ from: first * 33, to: first * 33 + 2000, requests: 20 });
  });

  it('is over after two seconds for whoever waited, chats to be opened included', () => {
    const faults = start({ seed: 6, shares });
    let at = 0;
    while (!faults.ask((at += 33), undefined));
    expect(faults.ask(at + 1999, 'a:1')).toMatchObject({ status: 429 });
    expect(faults.ask(at + 2000, 'a:1')).toBeUndefined();
    expect(faults.report().tenantWindows).toEqual([{ from: at, to: at + 2000, requests: 2 }]);
  });
});

describe('a refused conversation', () => {
  it('stays refused in its way; a stale one opens again and works', async () => {
    const faults = start({ seed: 9, shares: { ...NOTHING, refused: 1 } });
    connector.respond = faults.rule;
    const chats = Array.from({ length: 40 }, (_, n) => `a:${n}`);
    const once = await Promise.all(chats.map(post));
    const twice = await Promise.all(chats.map(post));
    expect(twice).toEqual(once);

    const { refused, moved } = faults.report();
    const says = {
      blocked: '403 MessageWritesBlocked',
      'not-installed': '403 BotNotInConversationRoster',
      stale: '404 ConversationNotFound',
    };
    expect(once).toEqual(chats.map((chat) => says[refused.get(chat)!]));
    const ways = [...refused.values()];
    expect(ways.filter((as) => as === 'blocked').length).toBeGreaterThan(10);
    expect(new Set(ways).size).toBe(3);

    for (const [chat, as] of refused) {
      const { status, id } = await open(chat.replace('a:', '29:'));
      if (as === 'not-installed') expect(status).toBe(403);
      if (as === 'blocked') expect(id).toBe(chat);
      if (as !== 'stale') continue;
      expect(id).toBe(moved.get(chat));
      expect(await post(id!)).toBe('201');
      expect(await post(chat)).toBe('404 ConversationNotFound');
    }
  });

  it('that nobody made is simply not found', async () => {
    connector.respond = start({ seed: 9, shares: { ...NOTHING, refused: 1 } }).rule;
    expect(await post('a:nobody')).toBe('404 ConversationNotFound');
  });

  it('is the same one whatever came before', () => {
    const [forwards, backwards] = [start({ seed: 10 }), start({ seed: 10 })];
    for (let n = 0; n < PEOPLE; n += 1) forwards.ask(0, `a:${n}`);
    for (let n = 0; n < PEOPLE; n += 1) connector.addChat({ id: `a:${n}`, members: [] });
    for (let n = PEOPLE - 1; n >= 0; n -= 1) backwards.ask(0, `a:${n}`);
    const refused = (faults: typeof forwards) => [...faults.report().refused].sort();
    expect(refused(backwards)).toEqual(refused(forwards));
  });
});

describe('a message that was taken and answered with an error', () => {
  it('is told afterwards: the conversations, and that each has it', async () => {
    const faults = start({ seed: 11, shares: { ...NOTHING, acceptedThen: 0.3 } });
    connector.respond = faults.rule;
    for (let n = 0; n < 40; n += 1) await post(`a:${n}`);

    const { acceptedThen } = faults.report();
    const answered = connector.received.filter(({ accepted, status }) => accepted && status !== 201);
    expect([...acceptedThen.keys()]).toEqual(answered.map(({ conversationId }) => conversationId));
    expect(acceptedThen.size).toBeGreaterThan(5);
    for (const chat of acceptedThen.keys()) expect(connector.acceptedMessages.get(chat)).toBe(1);
  });

  it('is never an update, which nobody reads twice', () => {
    const faults = start({ seed: 11, shares: { ...NOTHING, acceptedThen: 0.3 } });
    for (let n = 0; n < 200; n += 1) expect(faults.ask(n, `a:${n}`, 'PUT')).toBeUndefined();
  });
});
