import { describe, expect, it } from 'vitest';
import { BOT } from './support/envelope.js';
import { startGroupChat } from './support/group-chat.js';
import { KARIN, SARA } from './support/people.js';
import { seen } from './support/seen.js';
import { useStage } from './support/stage.js';

const stage = useStage({ features: [] });
const REMINDER = { text: 'Påminnelse: planen väntar på ditt svar.' };
const HELP = { card: { template: 'ask/help', data: { suggestions: [] } } };

/** The reference that was kept when the person installed the app. */
async function referenceOf(person: { id: string }): Promise<string> {
  const rows = await stage.conversations();
  return rows.find(({ key }) => key === `person:${person.id}`)!.reference;
}

async function installedKarin() {
  const karin = stage.user(KARIN);
  await karin.install();
  const reference = await referenceOf(KARIN);
  return {
    karin,
    reference,
    /** Of what stands in the chat after the welcome. */
    messages: () => stage.connector.current(karin.conversationId).slice(1),
  };
}

/** The requests since the start or the last look at them. */
function requestsSince(n: number) {
  return stage.connector.received.slice(n).map(({ method, path }) => `${method} ${decodeURIComponent(path)}`);
}

describe('a message that nobody asked for', () => {
  it('reaches the person of the reference and nobody else', async () => {
    const sara = stage.user(SARA);
    await sara.install();
    const { karin, reference, messages } = await installedKarin();
    const before = stage.connector.received.length;

    const result = await stage.bot.courier.post(reference, REMINDER, 'sv');

    const [sent, ...more] = messages();
    expect(more).toEqual([]);
    expect(result).toEqual({ kind: 'sent', activityId: sent!.id });
    expect(sent).toMatchObject({
      text: REMINDER.text,
      from: { id: BOT.id },
      recipient: { id: `29:${KARIN.id}` },
      conversation: { id: karin.conversationId, conversationType: 'personal' },
      locale: 'sv-SE',
    });
    expect(requestsSince(before)).toEqual([`POST /v3/conversations/${karin.conversationId}/activities`]);
    expect(stage.connector.current(sara.conversationId)).toHaveLength(1);
  });

  it('binds the card in the language that is asked for', async () => {
    const { reference, messages } = await installedKarin();
    await stage.bot.courier.post(reference, HELP, 'en');
    expect(seen(messages()[0])).toContain('What you can ask me');
  });

  it('keeps its sources and its thumbs on the wire', async () => {
    const { reference, messages } = await installedKarin();
    const citation = { n: 1, document: 'a', title: 'Kompetensförsörjning', section: '2.1', abstract: 'Sjukfrånvaron.' };
    const rateable = { answer: 'b7', subject: 'sick-leave' };

    await stage.bot.courier.post(
      reference,
      { text: 'Den är 9,8 % [1].', citations: [citation], rateable, ...HELP },
      'sv',
    );

    expect(messages()[0]).toMatchObject({
      entities: [{ '@type': 'Message', citation: [{ position: 1, appearance: { name: 'Kompetensförsörjning' } }] }],
      channelData: { feedbackLoop: { type: 'default' } },
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } }],
    });
  });

  it('reaches a group chat, whose reference names nobody', async () => {
    const karin = stage.user(KARIN);
    const group = startGroupChat(stage.connector, [karin]);
    await group.say(karin, `<at>${BOT.name}</at> hej`);
    const [row] = await stage.conversations();
    expect(row).toMatchObject({ key: `conversation:${group.id}` });
    expect(JSON.stringify(row)).not.toContain(KARIN.id);

    expect((await stage.bot.courier.post(row!.reference, REMINDER, 'sv')).kind).toBe('sent');

    expect(group.messages().at(-1)?.text).toBe(REMINDER.text);
  });

  it('is blocked where the app was uninstalled', async () => {
    const { karin, reference } = await installedKarin();
    stage.connector.blockChat(karin.conversationId);
    expect(await stage.bot.courier.post(reference, REMINDER, 'sv')).toEqual({
      kind: 'undeliverable',
      cause: 'blocked',
      reason: '403 MessageWritesBlocked',
    });
  });

  it.each([
    ['is no JSON', 'inget'],
    ['leads nowhere', '{}'],
  ])('is rejected with a reference that %s', async (_how, reference) => {
    const rejected = { kind: 'undeliverable', cause: 'rejected', reason: 'the reference is unreadable' };
    expect(await stage.bot.courier.post(reference, REMINDER, 'sv')).toEqual(rejected);
    expect(await stage.bot.courier.update(reference, '1', REMINDER, 'sv')).toEqual(rejected);
    expect(await stage.bot.courier.reopen(reference)).toEqual(rejected);
    expect(stage.connector.received).toEqual([]);
  });

  it('is rejected when its card cannot be made; the log says why', async () => {
    const { reference } = await installedKarin();
    const result = await stage.bot.courier.post(reference, { card: { template: 'ask/saknas', data: {} } }, 'sv');
    expect(result).toEqual({ kind: 'undeliverable', cause: 'rejected', reason: 'the card could not be made' });
    expect(stage.log.lines('a message could not be made')).toMatchObject([{ template: 'ask/saknas' }]);
  });
});

describe('an update', () => {
  it('takes the place of the message, with one request', async () => {
    const { karin, reference, messages } = await installedKarin();
    const sent = await stage.bot.courier.post(reference, REMINDER, 'sv');
    const activityId = sent.kind === 'sent' ? sent.activityId : '';
    const before = stage.connector.received.length;

    const result = await stage.bot.courier.update(reference, activityId, HELP, 'sv');

    expect(result).toEqual({ kind: 'sent', activityId });
    expect(requestsSince(before)).toEqual([`PUT /v3/conversations/${karin.conversationId}/activities/${activityId}`]);
    expect(messages()).toMatchObject([{ id: activityId, attachments: [{}] }]);
    expect(seen(messages()[0])).toContain('Det här kan du fråga');
  });

  it('of a message that is gone is stale', async () => {
    const { reference } = await installedKarin();
    expect(await stage.bot.courier.update(reference, '17', REMINDER, 'sv')).toEqual({
      kind: 'undeliverable',
      cause: 'stale',
      reason: '404 ActivityNotFoundInConversation',
    });
  });
});

describe('a stale reference', () => {
  it('is opened again: the new one is kept in the same form and works', async () => {
    const { karin, reference } = await installedKarin();
    const stale = reference.replace(karin.conversationId, 'a:gone');
    expect(await stage.bot.courier.post(stale, REMINDER, 'sv')).toEqual({
      kind: 'undeliverable',
      cause: 'stale',
      reason: '404 ConversationNotFound',
    });

    const opened = await stage.bot.courier.reopen(stale);

    expect(opened).toEqual({ kind: 'opened', reference });
    expect(stage.connector.received.at(-1)?.body).toEqual({
      isGroup: false,
      bot: { id: BOT.id, name: '' },
      members: [{ id: `29:${KARIN.id}`, name: '' }],
      tenantId: karin.member.tenantId,
      channelData: { tenant: { id: karin.member.tenantId } },
    });
  });

  it('of a person who has no app there cannot be opened', async () => {
    const { reference } = await installedKarin();
    const nobody = reference.replace(`29:${KARIN.id}`, '29:nobody');
    expect(await stage.bot.courier.reopen(nobody)).toEqual({
      kind: 'undeliverable',
      cause: 'not-installed',
      reason: '403 ForbiddenOperationException',
    });
  });

  it('of a group chat names nobody to open one with', async () => {
    const karin = stage.user(KARIN);
    await startGroupChat(stage.connector, [karin]).say(karin, `<at>${BOT.name}</at> hej`);
    const [row] = await stage.conversations();
    expect(await stage.bot.courier.reopen(row!.reference)).toEqual({
      kind: 'undeliverable',
      cause: 'rejected',
      reason: 'the reference names no person',
    });
  });
});
