import { describe, expect, it } from 'vitest';
import { CHAT, useScene } from './scene.js';

const scene = useScene();

describe('messages of a bot', () => {
  it('keeps a reply with the id that the bot got', async () => {
    const ids: string[] = [];
    scene.bot.logic = async (context) => {
      const response = await context.sendActivity('Hej Maja');
      ids.push(response?.id ?? '');
    };

    const answer = await scene.user.say('hej');

    expect(answer.status).toBe(200);
    expect(answer.replies.map(({ text, id }) => ({ text, id }))).toEqual([{ text: 'Hej Maja', id: ids[0] }]);
    expect(ids[0]).toMatch(/^\d{13}$/);
    const request = scene.connector.received[0];
    expect(request).toMatchObject({ n: 1, method: 'POST', conversationId: CHAT, accepted: true, status: 201 });
    expect(request?.path).toMatch(/^\/v3\/conversations\/a%3A1-maja-lindqvist\/activities\/\d{13}$/);
  });

  it('keeps the body of a send byte for byte', async () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Sjukfrånvaro 9,8 %' }] };
    scene.bot.logic = async (context) => {
      await context.sendActivity({
        type: 'message',
        summary: 'Sjukfrånvaro',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
        channelData: { feedbackLoop: { type: 'default' } },
      });
    };

    await scene.user.say('hur hög är sjukfrånvaron?');

    const { raw, body } = scene.connector.received[0] ?? { raw: '' };
    expect(raw).toContain('"text":"Sjukfrånvaro 9,8 %"');
    expect(JSON.parse(raw)).toEqual(body);
    expect(body?.attachments).toEqual([{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }]);
    expect(body?.channelData).toEqual({ feedbackLoop: { type: 'default' } });
  });

  it('shows a message as it stands after an update', async () => {
    scene.bot.logic = async (context) => {
      await context.sendActivity('Ett');
      const second = await context.sendActivity('Två');
      await context.updateActivity({ type: 'message', id: second?.id, text: 'Två, rättad' });
    };

    await scene.user.say('räkna');

    expect(scene.connector.current(CHAT).map(({ text }) => text)).toEqual(['Ett', 'Två, rättad']);
    expect(scene.connector.sent(CHAT).map(({ text }) => text)).toEqual(['Ett', 'Två']);
    expect(scene.connector.received.map(({ method, status }) => `${method} ${status}`)).toEqual([
      'POST 201',
      'POST 201',
      'PUT 200',
    ]);
  });

  it('takes a deleted message away from what stands', async () => {
    scene.bot.logic = async (context) => {
      const first = await context.sendActivity('Ett');
      await context.sendActivity('Två');
      await context.deleteActivity(first?.id ?? '');
    };

    await scene.user.say('räkna');

    expect(scene.connector.current(CHAT).map(({ text }) => text)).toEqual(['Två']);
  });

  it.each(['update', 'delete'] as const)('answers %s of an unknown message with 404', async (what) => {
    const before = scene.bot.errors.length;
    scene.bot.logic = async (context) => {
      if (what === 'delete') await context.deleteActivity('1600000000000');
      else await context.updateActivity({ type: 'message', id: '1600000000000', text: 'finns inte' });
    };

    await scene.user.say('rätta');

    expect(scene.bot.errors[before]).toMatchObject({ statusCode: 404, code: 'ActivityNotFoundInConversation' });
    expect(scene.connector.received).toMatchObject([{ activityId: '1600000000000', accepted: false, status: 404 }]);
  });

  it('does not count typing among the messages that stand', async () => {
    scene.bot.logic = async (context) => {
      await context.sendActivities([{ type: 'typing' }, { type: 'message', text: 'Klart' }]);
    };

    await scene.user.say('vänta');

    expect(scene.connector.sent(CHAT).map(({ type }) => type)).toEqual(['typing', 'message']);
    expect(scene.connector.current(CHAT).map(({ text }) => text)).toEqual(['Klart']);
  });

  it.each([
    ['an empty message', { type: 'message' }, 400, 'BadSyntax'],
    ['a message above 100 KB', { type: 'message', text: 'å'.repeat(51_300) }, 413, 'MessageSizeTooBig'],
  ])('refuses %s as Teams does', async (_what, activity, statusCode, code) => {
    const before = scene.bot.errors.length;
    scene.bot.logic = async (context) => void (await context.sendActivity(activity));

    await scene.user.say('hej');

    expect(scene.bot.errors[before]).toMatchObject({ statusCode, code });
    expect(scene.connector.sent(CHAT)).toEqual([]);
  });

  it('answers a send to an unknown conversation with 404', async () => {
    const reference = {
      channelId: 'msteams',
      serviceUrl: scene.connector.serviceUrl,
      conversation: { id: 'a:nobody', isGroup: false, conversationType: 'personal', name: '' },
    };

    const sending = scene.bot.proactively(reference, (context) => context.sendActivity('hallå'));

    await expect(sending).rejects.toMatchObject({ statusCode: 404, code: 'ConversationNotFound' });
  });
});
