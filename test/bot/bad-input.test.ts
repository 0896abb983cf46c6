import { readable } from '../../src/cards/plain.js';
import { afterEach, describe, expect, it } from 'vitest';
import { invokeAction, message } from '../support/connector/incoming.js';
import type { JsonObject, User } from '../support/connector/index.js';
import { BOT, envelopeOf } from './support/envelope.js';
import { startGroupChat } from './support/group-chat.js';
import { DANIEL, KARIN, SARA } from './support/people.js';
import { invokeBody, seen } from './support/seen.js';
import { useStage } from './support/stage.js';

const stage = useStage();

const envelope = (user: User) => envelopeOf(stage.connector, user);
const question = (user: User) => message(envelope(user), 'Vem håller avslutssamtalet?');

/** The same activity without one of its fields. */
function without(activity: JsonObject, field: string): JsonObject {
  return Object.fromEntries(Object.entries(activity).filter(([key]) => key !== field));
}

// Whatever came in: nothing is kept of it that was not there, and the next question is answered.
afterEach(async () => {
  const { replies } = await stage.user(SARA).say('Hur hög är sjukfrånvaron i förskolan?');
  expect(seen(replies.at(-1))).toContain('9,8 %');
});

describe('a malformed activity', () => {
  it.each(['type', 'from', 'conversation', 'recipient', 'channelId', 'serviceUrl'])(
    'without %s is refused by that name',
    async (field) => {
      const karin = stage.user(KARIN);
      const { status, body, replies } = await karin.raw(without(question(karin), field));
      expect(status).toBe(400);
      expect(body).toEqual({
        error: { code: 'activity_invalid', message: `Missing or unreadable in the activity: ${field}.` },
      });
      expect(replies).toEqual([]);
      expect(stage.log.lines('malformed activity')).toMatchObject([{ fields: [field] }]);
      expect(await stage.conversations()).toEqual([]);
    },
  );

  it.each<[string, JsonObject, string]>([
    ['a from.id of 10,000 characters', { from: { id: '2'.repeat(10_000) } }, 'from.id'],
    ['a number for from.id', { from: { id: 29 } }, 'from.id'],
    ['an empty from.id', { from: { id: '' } }, 'from.id'],
    ['a list for from', { from: [] }, 'from'],
    ['a text for conversation', { conversation: '19:x' }, 'conversation'],
    ['a conversation.id of 1,000 characters', { conversation: { id: 'a'.repeat(1000) } }, 'conversation.id'],
    ['a number for text', { text: 5 }, 'text'],
    ['a number for type', { type: 7 }, 'type'],
    ['something else than an address for serviceUrl', { serviceUrl: 'inget' }, 'serviceUrl'],
    ['a text for the tenant', { channelData: { tenant: 'x' } }, 'channelData.tenant'],
  ])('with %s is refused by the name of the field', async (_what, about, field) => {
    const karin = stage.user(KARIN);
    const { status, body } = await karin.raw({ ...question(karin), ...about });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { message: `Missing or unreadable in the activity: ${field}.` } });
    expect(stage.log.lines('turn failed')).toEqual([]);
  });

  it('names all fields at once', async () => {
    const { body } = await stage.user(KARIN).raw({ type: 'message' });
    expect(body).toMatchObject({
      error: {
        message: 'Missing or unreadable in the activity: from, conversation, channelId, serviceUrl, recipient.',
      },
    });
  });

  it.each([
    ['mentions without anybody', { entities: [{ type: 'mention' }] }],
    ['entities that are no list', { entities: 'x' }],
    ['a time that is none', { timestamp: 'igår' }],
    ['attachments that are no list', { attachments: 5 }],
  ])('with %s is answered all the same', async (_what, about) => {
    const karin = stage.user(KARIN);
    const { status, replies } = await karin.raw({ ...question(karin), ...about });
    expect(status).toBe(200);
    expect(seen(replies[0])).toContain('Den närmaste chefen');
  });

  it('of a kind that the bot does not know is passed over', async () => {
    const karin = stage.user(KARIN);
    for (const type of ['messageReaction', 'event', 'typing', 'påhittad']) {
      const { status, replies } = await karin.raw({ ...question(karin), type });
      expect([status, replies]).toEqual([200, []]);
    }
    expect(stage.log.lines('turn failed')).toEqual([]);
  });
});

describe('an invoke', () => {
  it('of an unknown name is answered with 501 and counted', async () => {
    const karin = stage.user(KARIN);
    const { status, replies } = await karin.raw({ ...question(karin), type: 'invoke', name: 'task/fetch', value: {} });
    expect([status, replies]).toEqual([501, []]);
    expect(stage.log.lines('turn')).toMatchObject([{ kind: 'invoke', outcome: 'not-implemented' }]);
  });

  it.each([
    ['no value', undefined],
    ['no action', {}],
    ['no verb', { action: { type: 'Action.Execute', data: {} } }],
    ['a verb of the wrong type', { action: { verb: { $ne: 1 } } }],
    ['a verb of 10,000 characters', { action: { verb: 'a'.repeat(10_000) } }],
    ['a text for the action', { action: 'ask.question' }],
  ])('with %s gets an error body', async (_what, value) => {
    const karin = stage.user(KARIN);
    const activity = invokeAction(envelope(karin), { verb: 'ask.question', data: {}, replyToId: '1' });
    const { status, body } = await karin.raw({ ...activity, value });
    expect(status).toBe(200);
    expect(body).toEqual({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: {
        code: 'bad_request',
        message:
          'Kortets uppgifter gick inte att läsa (action). Inget har ändrats. Öppna kortet på nytt och försök igen.',
      },
    });
  });

  it('with an unknown verb says that the button is too old', async () => {
    const { status, body, replies } = await stage.user(DANIEL).press('plan.removed', { id: '1' });
    expect([status, replies]).toEqual([200, []]);
    expect(body).toEqual({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: {
        code: 'unknown_verb',
        message: 'The button belongs to an older version of the card and no longer works. Type "help" for a new one.',
      },
    });
  });

  it.each<[string, object, string]>([
    ['no question', {}, 'question'],
    ['an empty question', { question: '  ' }, 'question'],
    ['a number', { question: 7 }, 'question'],
    ['1,001 characters', { question: 'a'.repeat(1001) }, 'question'],
    ['a field that is not the form’s', { question: 'Vem?', organisation: 'x' }, '(data)'],
    ['a list', ['Vem?'], '(data)'],
  ])('with card data of the wrong shape (%s) names the field', async (_what, data, field) => {
    const { status, body, replies } = await stage.user(KARIN).press('ask.question', data);
    expect([status, replies]).toEqual([200, []]);
    expect(invokeBody(body)).toMatchObject({
      statusCode: 400,
      value: {
        code: 'invalid_data',
        message: `Kortets uppgifter gick inte att läsa (${field}). Inget har ändrats. Öppna kortet på nytt och försök igen.`,
      },
    });
  });
});

describe('a message', () => {
  const ONLY_TEXT = 'Jag läser bara text. Skriv en fråga, eller "hjälp" för att se vad jag kan.';

  it.each([
    ['that is empty', { text: '' }],
    ['of blanks', { text: ' \n\u00a0 ' }],
    ['without text', { text: undefined }],
    ['with text null', { text: null }],
    [
      'of attachments only',
      { text: undefined, attachments: [{ contentType: 'image/png', contentUrl: 'https://x.example/a.png' }] },
    ],
    ['that mentions the bot and says nothing', { text: `<at>${BOT.name}</at>` }],
  ])('%s is asked for text', async (_what, about) => {
    const karin = stage.user(KARIN);
    const { status, replies } = await karin.raw({ ...question(karin), ...about });
    expect(status).toBe(200);
    expect(replies.map(seen)).toEqual([ONLY_TEXT]);
    expect(await stage.conversations()).toEqual([]);
  });

  it('of 1,000 characters is read', async () => {
    const { replies } = await stage.user(KARIN).say(`Vem håller avslutssamtalet? ${'a'.repeat(972)}`);
    expect(seen(replies[0])).not.toContain('för lång');
  });

  it('of 1,001 characters is too long, and says how long it may be', async () => {
    const { replies } = await stage.user(KARIN).say('a'.repeat(1001));
    expect(replies.map(seen)).toEqual([
      'Frågan är för lång för mig (högst 1000 tecken). Korta ner den och fråga igen.',
    ]);
  });

  it('in the language chosen in the conversation is told what is wrong with it', async () => {
    const karin = stage.user(KARIN);
    await karin.say('english');
    const { replies } = await karin.say('   ');
    expect(replies.map(seen)).toEqual(['I only read text. Type a question, or "help" to see what I can do.']);
  });
});

describe('a mention in a group chat', () => {
  it.each([
    [`<at>${BOT.name}</at> hjälp`, 'Det här kan du fråga mig'],
    [`hjälp <at>${BOT.name}</at>\n`, 'Det här kan du fråga mig'],
    [`<at id="0">${BOT.name}</at> Hur hög är sjukfrånvaron i förskolan?`, '9,8 %'],
    [`<at>${BOT.name}</at>&nbsp;Vem håller avslutssamtalet? <at>Sara Ekman</at>`, 'Den närmaste chefen'],
  ])('%s is taken out before the message is read', async (text, answer) => {
    const karin = stage.user(KARIN);
    const group = startGroupChat(stage.connector, [karin]);
    await group.say(karin, text);
    expect(group.messages()).toHaveLength(1);
    expect(seen(group.messages()[0])).toContain(answer);
  });

  it('leaves the conversation of the group apart from the personal one', async () => {
    const karin = stage.user(KARIN);
    const group = startGroupChat(stage.connector, [karin]);
    await group.say(karin, `<at>${BOT.name}</at> Hur hög är sjukfrånvaron i förskolan?`);
    expect((await stage.conversations()).map(({ key, personId }) => [key, personId])).toEqual([
      [`conversation:${group.id}`, undefined],
    ]);
  });
});

describe('signs in a question', () => {
  it.each([
    ['HTML', 'Vem <b>håller</b> <script>alert(1)</script> avslutssamtalet?'],
    ['Markdown', '**Vem** [håller](https://x.example) _avslutssamtalet_? # 1. `x`'],
    ['an expression of the templates', 'Vem håller avslutssamtalet ${strings.lang} ${1+1} $when'],
    ['quotes and backslashes', 'Vem "håller" \\ \'avslutssamtalet\'? {{x}}'],
    ['emoji and other alphabets', 'Vem håller avslutssamtalet 🙂 Кто 谁?'],
  ])('(%s) are repeated as they were typed', async (_what, asked) => {
    const { body, replies } = await stage.user(KARIN).press('ask.question', { question: asked });
    expect(invokeBody(body).statusCode).toBe(200);
    expect(replies).toHaveLength(1);
    // The message renders Markdown, so what would act is escaped.
    const [first = ''] = replies[0]!.text!.split('\n');
    expect(readable(first)).toBe(`Din fråga: ${asked}`);
    expect(first).not.toMatch(/(?<!\\)[*_`[]|(?<!\\)<[a-z/]/);
  });
});
