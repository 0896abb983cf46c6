import type { Activity } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { createUser } from '../support/connector/index.js';
import { CHAT, TENANT, useScene } from './scene.js';

const scene = useScene();

/** Collects what reaches the bot. */
function listen(): Activity[] {
  const activities: Activity[] = [];
  scene.bot.logic = async ({ activity }) => void activities.push(activity);
  return activities;
}

describe('what a person does in Teams', () => {
  it('says a text in the shape that Teams sends', async () => {
    const activities = listen();

    await scene.user.say('Hur hög är <sjukfrånvaron>?');

    expect(activities).toMatchObject([
      {
        type: 'message',
        text: 'Hur hög är <sjukfrånvaron>?',
        textFormat: 'plain',
        attachments: [{ contentType: 'text/html', content: '<p>Hur hög är &lt;sjukfrånvaron&gt;?</p>' }],
        channelId: 'msteams',
        serviceUrl: scene.connector.serviceUrl,
        from: { id: '29:1maja', name: 'Maja Lindqvist', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001' },
        conversation: { id: CHAT, conversationType: 'personal', tenantId: TENANT },
        recipient: { id: '28:ubara-assistenten', name: 'UBARA-assistenten' },
        channelData: { tenant: { id: TENANT } },
        locale: 'sv-SE',
        entities: [{ type: 'clientInfo', locale: 'sv-SE', country: 'SE', timezone: 'Europe/Stockholm' }],
      },
    ]);
    expect(activities[0]?.id).toMatch(/^\d{13}$/);
  });

  it('presses a button of the last card and gets the invoke response', async () => {
    scene.bot.logic = async (context) => void (await context.sendActivity('Kortet'));
    const { replies } = await scene.user.say('visa');
    const invokes: Activity[] = [];
    const answer = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Sparat' };
    scene.bot.logic = async (context) => {
      invokes.push(context.activity);
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: answer } });
    };

    const pressed = await scene.user.press('plan.respond', { status: 'klar' });

    expect(invokes).toMatchObject([
      {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: replies[0]?.id,
        value: {
          action: { type: 'Action.Execute', verb: 'plan.respond', data: { status: 'klar' } },
          trigger: 'manual',
        },
      },
    ]);
    expect(pressed).toEqual({ status: 200, body: answer, replies: [] });
  });

  it('presses a button of the card that is named', async () => {
    const activities = listen();
    await scene.user.press('plan.respond', {}, '1600000000000');
    expect(activities[0]?.replyToId).toBe('1600000000000');
  });

  it('reports an invoke that nobody answers as 501', async () => {
    listen();
    expect((await scene.user.press('plan.unknown')).status).toBe(501);
  });

  it('installs with an installationUpdate and then both members', async () => {
    const activities = listen();

    const answers = await scene.user.install();

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(activities).toMatchObject([
      { type: 'installationUpdate', action: 'add' },
      { type: 'conversationUpdate', membersAdded: [{ id: '29:1maja' }, { id: '28:ubara-assistenten' }] },
    ]);
  });

  it('refuses what the bot writes from uninstalling to installing', async () => {
    const before = scene.bot.errors.length;
    scene.bot.logic = async (context) => void (await context.sendActivity('Hej då'));

    const uninstalled = await scene.user.uninstall();
    expect(uninstalled.replies).toEqual([]);
    expect(scene.bot.errors[before]).toMatchObject({ statusCode: 403, code: 'MessageWritesBlocked' });

    const [installed] = await scene.user.install();
    expect(installed.replies.map(({ text }) => text)).toEqual(['Hej då']);
  });

  it('posts any body and reads answers that are not JSON', async () => {
    const answer = await scene.user.raw('inte json', { 'Content-Type': 'text/plain' });
    expect(answer.status).toBe(400);
    expect(answer.replies).toEqual([]);
  });

  it('keeps two people in two chats', async () => {
    const other = createUser({
      botUrl: `${scene.bot.url}/api/messages`,
      connector: scene.connector,
      id: '29:1bo',
      aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000002',
      name: 'Bo Ask',
      tenantId: TENANT,
    });
    scene.bot.logic = async (context) => void (await context.sendActivity(`Hej ${context.activity.from.name}`));

    const answers = await Promise.all([scene.user.say('hej'), other.say('hej')]);

    expect(answers.map(({ replies }) => replies.map(({ text }) => text))).toEqual([
      ['Hej Maja Lindqvist'],
      ['Hej Bo Ask'],
    ]);
    expect(other.conversationId).not.toBe(CHAT);
  });
});
