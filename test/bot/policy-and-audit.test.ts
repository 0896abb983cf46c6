import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineAction, type Feature } from '../../src/actions/index.js';
import { type Permission, POLICY } from '../../src/people/index.js';
import { startGroupChat } from './support/group-chat.js';
import { INGRID, KARIN, OTHER_TENANT, SARA, STRANGER } from './support/people.js';
import { invokeBody, seen } from './support/seen.js';
import { useStage } from './support/stage.js';

// A line of the policy table that gives nobody anything, and one for HR alone.
Object.assign(POLICY, { 'test.nobody': {}, 'test.hr': { hr: 'organisation' } });
const NOBODY = 'test.nobody' as Permission;
const HR = 'test.hr' as Permission;

const handled: string[] = [];
const secrets: Feature = {
  name: 'test',
  actions: [
    defineAction({
      verb: 'test.secret',
      schema: z.object({ case: z.string() }),
      allow: NOBODY,
      handle: (input) => {
        handled.push(input.case);
        return { toast: 'Det hemliga' };
      },
    }),
    defineAction({ verb: 'test.hr', schema: z.object({}), allow: HR, handle: () => ({ toast: 'För HR' }) }),
    defineAction({ verb: 'test.done', schema: z.object({}), allow: 'ask.question', handle: () => ({}) }),
    defineAction({
      verb: 'test.replace',
      schema: z.object({}),
      allow: 'ask.question',
      handle: () => ({ replace: { template: 'ask/help', data: { suggestions: [] } } }),
    }),
    defineAction({
      verb: 'test.fail',
      schema: z.object({}),
      allow: 'ask.question',
      handle: () => {
        throw new Error('failed');
      },
    }),
  ],
  commands: [
    {
      id: 'test.secret',
      phrases: ['visa hemligt'],
      allow: NOBODY,
      handle: () => ({ post: [{ text: 'Det hemliga' }] }),
    },
    {
      id: 'test.english',
      phrases: ['byt till engelska'],
      allow: 'ask.question',
      handle: () => ({ locale: 'en', post: [{ card: { template: 'ask/help', data: { suggestions: [] } } }] }),
    },
    {
      id: 'test.fail',
      phrases: ['misslyckas'],
      allow: 'ask.question',
      handle: () => {
        throw new Error('failed');
      },
    },
  ],
};
const stage = useStage({ features: [secrets] });
const QUESTION = 'Hur hög är sjukfrånvaron i förskolan?';
const DENIED = 'Det här får din roll inte göra. Fråga HR om du tror att det är fel.';
const GUEST = 'Den här assistenten är bara för anställda i organisationen, så jag kan inte svara dig.';

/** Who did what and how it ended, of every audit row. */
async function audited(): Promise<string[]> {
  return (await stage.audit()).map(({ organisation, personId, permission, action, outcome }) =>
    [organisation, personId, permission, action, outcome].join(' | '),
  );
}
const line = (person: { id: string; organisation?: string }, rest: string) =>
  `${person.organisation ?? 'okänd'} | ${person.id} | ${rest}`;

describe('a button that the role may not press', () => {
  it('answers 403, is not carried out and leaves an audit line', async () => {
    const { status, body, replies } = await stage.user(KARIN).press('test.secret', { case: '7' });
    expect([status, replies]).toEqual([200, []]);
    expect(body).toEqual({
      statusCode: 403,
      type: 'application/vnd.microsoft.error',
      value: { code: 'denied', message: DENIED },
    });
    expect(handled).toEqual([]);
    expect(await audited()).toEqual([line(KARIN, 'test.nobody | test.secret | denied')]);
    expect(await stage.conversations()).toEqual([]);
  });

  it('answers 403 also when its data is wrong: nobody learns the shape', async () => {
    const { body } = await stage.user(KARIN).press('test.secret', {});
    expect(invokeBody(body).statusCode).toBe(403);
  });

  it('is one for another role', async () => {
    expect(invokeBody((await stage.user(INGRID).press('test.hr')).body)).toMatchObject({
      statusCode: 200,
      value: 'För HR',
    });
    expect(invokeBody((await stage.user(SARA).press('test.hr')).body).statusCode).toBe(403);
    expect(invokeBody((await stage.user(STRANGER).press('test.hr')).body).statusCode).toBe(403);
  });

  it('is not opened by an id in the card data', async () => {
    const { body } = await stage.user(SARA).press('test.hr', { personId: INGRID.id, from: { aadObjectId: INGRID.id } });
    expect(invokeBody(body).statusCode).toBe(403);
  });
});

describe('a command that the role may not use', () => {
  it('is refused in words, and leaves an audit line', async () => {
    const { replies } = await stage.user(KARIN).say('visa hemligt');
    expect(replies.map(seen)).toEqual([DENIED]);
    expect(await audited()).toEqual([line(KARIN, 'test.nobody | test.secret | denied')]);
  });
});

describe('a guest', () => {
  it.each(['hej', 'hjälp', QUESTION, ''])('who writes "%s" is refused kindly, and nothing is kept', async (text) => {
    const before = stage.storage.calls();
    const { status, replies } = await stage.user(KARIN, { tenantId: OTHER_TENANT }).say(text);
    expect(status).toBe(200);
    expect(replies.map(seen)).toEqual([GUEST]);
    expect(stage.storage.calls() - before).toBe(0);
    expect(await stage.conversations()).toEqual([]);
    expect(await audited()).toEqual([]);
  });

  it('is told so in the language of the client', async () => {
    const { replies } = await stage.user(STRANGER, { tenantId: OTHER_TENANT, locale: 'en-US' }).say('hello');
    expect(replies.map(seen)).toEqual([
      'This assistant is only for employees of the organisation, so I cannot answer you.',
    ]);
  });

  it('who presses a button is refused, and only the attempt is audited', async () => {
    const { body, replies } = await stage
      .user(STRANGER, { tenantId: OTHER_TENANT })
      .press('ask.question', { question: QUESTION });
    expect(replies).toEqual([]);
    expect(body).toMatchObject({ statusCode: 403, value: { code: 'denied', message: GUEST } });
    expect(await audited()).toEqual([line(STRANGER, 'ask.question | ask.question | denied')]);
    expect(await stage.conversations()).toEqual([]);
  });

  it('is who comes without a tenant', async () => {
    const { replies } = await stage.user(KARIN, { tenantId: undefined as unknown as string }).say('hej');
    expect(replies.map(seen)).toEqual([GUEST]);
  });
});

describe('the audit', () => {
  it.each([
    ['a command', (user: ReturnType<typeof stage.user>) => user.say('hjälp'), 'ask.help | ask.help | done'],
    ['a button', (user: ReturnType<typeof stage.user>) => user.press('test.done'), 'ask.question | test.done | done'],
    [
      'wrong data',
      (user: ReturnType<typeof stage.user>) => user.press('ask.question', {}),
      'ask.question | ask.question | invalid',
    ],
    [
      'an unknown verb',
      (user: ReturnType<typeof stage.user>) => user.press('plan.removed'),
      '- | plan.removed | invalid',
    ],
    [
      'a failing button',
      (user: ReturnType<typeof stage.user>) => user.press('test.fail'),
      'ask.question | test.fail | failed',
    ],
    [
      'a failing command',
      (user: ReturnType<typeof stage.user>) => user.say('misslyckas'),
      'ask.question | test.fail | failed',
    ],
  ])('has exactly one line for %s', async (_what, act, rest) => {
    await act(stage.user(KARIN));
    expect(await audited()).toEqual([line(KARIN, rest)]);
  });

  it('has none for a typed question', async () => {
    await stage.user(KARIN).say(QUESTION);
    expect(await audited()).toEqual([]);
  });

  it('has no text that somebody sends as a verb', async () => {
    await stage.user(KARIN).press('Jag mår dåligt och vill berätta om min chef');
    expect(await audited()).toEqual([line(KARIN, '- | (unreadable) | invalid')]);
  });

  it('says when', async () => {
    const before = Date.now();
    await stage.user(KARIN).say('hjälp');
    const [{ at } = { at: new Date(0) }] = await stage.audit();
    expect(at.getTime()).toBeGreaterThanOrEqual(before);
    expect(at.getTime()).toBeLessThanOrEqual(Date.now());
  });
});

describe('what is answered to a button', () => {
  it('is "Klart." when nothing else is to say', async () => {
    expect(invokeBody((await stage.user(KARIN).press('test.done')).body)).toMatchObject({
      statusCode: 200,
      value: 'Klart.',
    });
  });

  it('is the card that takes its place, by the invoke response alone', async () => {
    const { body, replies } = await stage.user(KARIN).press('test.replace');
    expect(replies).toEqual([]);
    expect(body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard', lang: 'sv' },
    });
    expect(stage.connector.received).toEqual([]);
  });
});

describe('what is posted with a change of language', () => {
  it('is in the new language already', async () => {
    const { replies } = await stage.user(KARIN).say('byt till engelska');
    expect(seen(replies[0])).toContain('What you can ask me');
  });
});

describe('the words of a question', () => {
  const SECRET = 'Hur hög är sjukfrånvaron i hemligavdelningen xyzzy?';

  it('stand in no audit row, no conversation row and no log line', async () => {
    const karin = stage.user(KARIN);
    const group = startGroupChat(stage.connector, [karin]);
    await karin.say(SECRET);
    await karin.press('ask.question', { question: SECRET });
    await karin.press('ask.question', { fråga: SECRET });
    await group.say(karin, SECRET);
    await karin.raw({ type: 'message', text: SECRET });
    stage.connector.respond = () => ({ kind: 'status', status: 403 });
    await karin.say(SECRET);
    await karin.press('ask.question', { question: SECRET });
    stage.connector.respond = undefined;
    stage.storage.fails = () => true;
    await karin.say(SECRET);
    stage.storage.fails = undefined;
    const kept = JSON.stringify([await stage.conversations(), await stage.audit(), stage.log.text()]);
    expect(stage.log.lines('turn failed')).toHaveLength(3);
    expect(kept).toContain(KARIN.id);
    expect(kept).not.toMatch(/xyzzy|hemlig/);
    expect(kept).not.toContain(KARIN.name);
  });
});
