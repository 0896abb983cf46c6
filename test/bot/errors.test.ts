import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineAction, type Feature } from '../../src/actions/index.js';
import { installationUpdate } from '../support/connector/incoming.js';
import { envelopeOf } from './support/envelope.js';
import { startGroupChat } from './support/group-chat.js';
import { DANIEL, KARIN } from './support/people.js';
import { invokeBody, seen } from './support/seen.js';
import { useStage } from './support/stage.js';

const CAUSE = new Error('the cause');
const REFERENCE = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/;

const breaking: Feature = {
  name: 'test',
  actions: [
    defineAction({
      verb: 'test.break',
      schema: z.object({}),
      allow: 'ask.question',
      handle: () => {
        throw CAUSE;
      },
    }),
    defineAction({
      verb: 'test.card',
      schema: z.object({}),
      allow: 'ask.question',
      handle: () => ({ replace: { template: 'ask/help', data: { suggestions: [] } } }),
    }),
    defineAction({
      verb: 'test.badcard',
      schema: z.object({}),
      allow: 'ask.question',
      handle: () => ({ replace: { template: 'ask/saknas', data: {} } }),
    }),
  ],
  commands: [
    {
      id: 'test.break',
      phrases: ['gå sönder'],
      allow: 'ask.question',
      handle: async () => {
        throw new Error('what happened', { cause: CAUSE });
      },
    },
    {
      id: 'test.english',
      phrases: ['english'],
      allow: 'ask.question',
      handle: () => ({ locale: 'en', post: [{ text: 'English.' }] }),
    },
  ],
};
const stage = useStage({ features: [breaking] });

/** The reference number in the log, which is the one that the user has got. */
function loggedReference(): string {
  const lines = stage.log.lines('turn failed');
  expect(lines).toHaveLength(1);
  return String(lines[0]!.reference);
}

async function goesOnAnswering(): Promise<void> {
  stage.storage.fails = undefined;
  stage.connector.respond = undefined;
  const { replies } = await stage.user(KARIN).say('Hur hög är sjukfrånvaron i förskolan?');
  expect(seen(replies.at(-1))).toContain('9,8 %');
}

describe('a fault in a message turn', () => {
  it('gives a card with the number under which the log has the cause', async () => {
    const { status, replies } = await stage.user(KARIN).say('gå sönder');
    expect(status).toBe(200);
    expect(replies).toHaveLength(1);
    const reference = loggedReference();
    expect(reference).toMatch(REFERENCE);
    expect(seen(replies[0])).toContain('Något gick fel hos mig');
    expect(seen(replies[0])).toContain(`Felnummer: ${reference}`);
    expect(stage.log.lines('turn failed')[0]).toMatchObject({
      type: 'message',
      error: { message: 'what happened', cause: { message: 'the cause' } },
    });
    await goesOnAnswering();
  });

  it('is told in the language of the person', async () => {
    const { replies } = await stage.user(DANIEL).say('gå sönder');
    expect(seen(replies[0])).toContain(`Error number: ${loggedReference()}`);
    expect(seen(replies[0])).toContain('Something went wrong on my side');
  });

  it('is told in the language chosen in the conversation', async () => {
    const karin = stage.user(KARIN);
    await karin.say('english');
    const { replies } = await karin.say('gå sönder');
    expect(seen(replies[0])).toContain('Something went wrong on my side');
  });

  it('gets another number each time', async () => {
    await stage.user(KARIN).say('gå sönder');
    await stage.user(KARIN).say('gå sönder');
    const [first, second] = stage.log.lines('turn failed').map(({ reference }) => reference);
    expect(first).not.toBe(second);
  });

  it('that cannot be told to the user is logged under the same number', async () => {
    stage.connector.respond = () => ({ kind: 'status', status: 403 });
    const { status, replies } = await stage.user(KARIN).say('Hur hög är sjukfrånvaron i förskolan?');
    expect([status, replies]).toEqual([200, []]);
    expect(stage.log.lines('turn failed')[0]).toMatchObject({ error: { type: 'RestError' } });
    expect(stage.log.lines('the user could not be told of the fault')[0]).toMatchObject({
      reference: loggedReference(),
    });
    await goesOnAnswering();
  });
});

describe('a fault in a pressed button', () => {
  it('gives HTTP 200 with an error body that holds the number', async () => {
    const { status, body, replies } = await stage.user(KARIN).press('test.break');
    expect([status, replies]).toEqual([200, []]);
    const reference = loggedReference();
    expect(body).toEqual({
      statusCode: 500,
      type: 'application/vnd.microsoft.error',
      value: { code: reference, message: expect.stringContaining(`uppge felnummer ${reference}`) as string },
    });
    expect(stage.log.lines('turn failed')[0]).toMatchObject({ type: 'invoke', error: { message: 'the cause' } });
    await goesOnAnswering();
  });

  it('gives the same when the card that should replace it cannot be bound', async () => {
    const { status, body } = await stage.user(KARIN).press('test.badcard');
    expect(status).toBe(200);
    expect(invokeBody(body)).toMatchObject({ statusCode: 500, value: { code: loggedReference() } });
  });

  it('in a group chat says nothing to the others', async () => {
    const karin = stage.user(KARIN);
    const group = startGroupChat(stage.connector, [karin]);
    const { body } = await group.press(karin, 'test.break', {});
    expect(invokeBody(body).statusCode).toBe(500);
    expect(group.messages()).toEqual([]);
  });
});

describe('storage that does not answer', () => {
  beforeEach(() => {
    stage.storage.fails = () => true;
  });

  it('gives a question a card with the number', async () => {
    const { status, replies } = await stage.user(KARIN).say('Hur hög är sjukfrånvaron i förskolan?');
    expect(status).toBe(200);
    expect(replies).toHaveLength(1);
    expect(seen(replies[0])).toContain(`Felnummer: ${loggedReference()}`);
    expect(stage.log.lines('turn failed')[0]).toMatchObject({ error: { code: 'storage_unavailable' } });
    await goesOnAnswering();
  });

  it('gives a button an error body with the number', async () => {
    const { status, body } = await stage.user(KARIN).press('ask.question', { question: 'Vem håller avslutssamtalet?' });
    expect(status).toBe(200);
    expect(invokeBody(body)).toMatchObject({ statusCode: 500, value: { code: loggedReference() } });
    await goesOnAnswering();
  });

  it('gives an install no message, but a line in the log', async () => {
    const karin = stage.user(KARIN);
    const [{ status, replies }] = await karin.install();
    expect([status, replies]).toEqual([200, []]);
    expect(stage.log.lines('turn failed').map(({ type }) => type)).toEqual([
      'installationUpdate',
      'conversationUpdate',
    ]);
  });
});

describe('storage that fails only when the turn is kept', () => {
  beforeEach(() => {
    stage.storage.fails = (table, call) => table === 'conversations' && call !== 'find';
  });

  it('gives the answer, and tells that the next question must stand alone', async () => {
    const { status, replies } = await stage.user(KARIN).say('Hur hög är sjukfrånvaron i förskolan?');
    expect(status).toBe(200);
    expect(replies).toHaveLength(2);
    expect(seen(replies[0])).toContain('9,8 %');
    expect(seen(replies[1])).toContain('Jag kunde inte spara vårt samtal');
    expect(seen(replies[1])).toContain(`Felnummer: ${loggedReference()}`);
    expect(stage.log.lines('turn failed')[0]).toMatchObject({ error: { cause: { code: 'storage_unavailable' } } });
  });

  it('says nothing of an answer above when a button would only have changed its card', async () => {
    const { body } = await stage.user(KARIN).press('test.card');
    expect(invokeBody(body)).toMatchObject({
      statusCode: 500,
      value: { message: expect.stringContaining('tryck på samma knapp igen om en stund') as string },
    });
  });

  it('logs both faults when the answer could not be sent either', async () => {
    stage.connector.respond = () => ({ kind: 'status', status: 403 });
    await stage.user(KARIN).say('Hur hög är sjukfrånvaron i förskolan?');
    const [{ error }] = stage.log.lines('turn failed') as [{ error: { message: string; cause: { type: string } } }];
    expect(error.message).toContain('nor could it be kept: Storage does not answer (conversations)');
    expect(error.cause.type).toBe('RestError');
  });
});

describe('an audit that cannot be written', () => {
  beforeEach(() => {
    stage.storage.fails = (table) => table === 'audit';
  });

  it('lets no action through unaudited', async () => {
    const { body, replies } = await stage
      .user(KARIN)
      .press('ask.question', { question: 'Vem håller avslutssamtalet?' });
    expect(invokeBody(body).statusCode).toBe(500);
    expect(replies).toEqual([]);
  });

  it('does not hide the fault of the action', async () => {
    await stage.user(KARIN).press('test.break');
    expect(stage.log.lines('turn failed')[0]).toMatchObject({
      error: {
        message: 'the cause (nor could the audit be written: Storage does not answer (audit): test)',
        cause: { message: 'the cause' },
      },
    });
  });
});

describe('an install whose welcome is refused', () => {
  it('still keeps where to reach the person', async () => {
    stage.connector.respond = () => ({ kind: 'status', status: 403 });
    const karin = stage.user(KARIN);
    await karin.raw(installationUpdate(envelopeOf(stage.connector, karin), 'add'));
    expect(await stage.conversations()).toMatchObject([{ key: `person:${KARIN.id}` }]);
  });
});
