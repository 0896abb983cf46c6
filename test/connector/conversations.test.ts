import { TeamsInfo, type TurnContext } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { referenceOf } from './tiny-bot.js';
import { CHAT, TENANT, useScene } from './scene.js';

const scene = useScene();

/** Creates a conversation through the adapter and hands out what its callback gives. */
function create<T>(parameters: object, logic: (context: TurnContext) => Promise<T>): Promise<T> {
  const { adapter } = scene.bot;
  return new Promise((resolve, reject) => {
    adapter
      .createConversationAsync('', 'msteams', scene.connector.serviceUrl, '', parameters as never, async (context) =>
        logic(context).then(resolve, reject),
      )
      .catch(reject);
  });
}

const personal = (id: string) => ({
  isGroup: false,
  bot: { id: '28:ubara-assistenten', name: 'UBARA-assistenten' },
  members: [{ id, name: '' }],
  tenantId: TENANT,
  channelData: { tenant: { id: TENANT } },
});

describe('conversations that a bot creates', () => {
  it("creates a person's conversation as the chat that exists", async () => {
    const reference = await create(personal('29:1maja'), async (context) => {
      await context.sendActivity('Påminnelse');
      return referenceOf(context);
    });

    expect(reference.conversation?.id).toBe(CHAT);
    expect(reference.serviceUrl).toBe(scene.connector.serviceUrl);
    expect(scene.connector.current(CHAT).map(({ text }) => text)).toEqual(['Påminnelse']);
    expect(scene.connector.received[0]).toMatchObject({ method: 'POST', path: '/v3/conversations', status: 201 });
  });

  it('refuses a conversation with someone who lacks the app', async () => {
    const creating = create(personal('29:nobody'), async () => undefined);

    await expect(creating).rejects.toMatchObject({ statusCode: 403, code: 'ForbiddenOperationException' });
  });

  it('opens a new thread in a channel with its first post', async () => {
    const channel = scene.connector.addChat({
      id: '19:hr@thread.tacv2',
      conversationType: 'channel',
      members: [scene.user.member],
    });
    const parameters = {
      isGroup: true,
      bot: { id: '28:ubara-assistenten', name: 'UBARA-assistenten' },
      activity: { type: 'message', text: 'En fråga till HR' },
      channelData: { channel: { id: channel.id } },
    };

    const { activity } = await create(parameters, async (context) => context);

    expect(activity.conversation.id).toMatch(/^19:hr@thread\.tacv2;messageid=\d{13}$/);
    const posted = scene.connector.current(activity.conversation.id);
    expect(posted.map(({ id, text }) => `${channel.id};messageid=${id} ${text}`)).toEqual([
      `${activity.conversation.id} En fråga till HR`,
    ]);
  });

  it('sends unasked to a stored reference', async () => {
    const references: Parameters<typeof scene.bot.proactively>[0][] = [];
    scene.bot.logic = async (context) => void references.push(referenceOf(context));
    await scene.user.say('hej');

    await scene.bot.proactively(references[0] ?? {}, (context) => context.sendActivity('God morgon'));

    expect(scene.connector.current(CHAT).map(({ text }) => text)).toEqual(['God morgon']);
  });
});

describe('members', () => {
  it.each([
    ['Teams id', '29:1maja'],
    ['Entra object id', 'aaaaaaaa-0000-4000-8000-000000000001'],
  ])('finds a member by %s', async (_what, id) => {
    const members: unknown[] = [];
    scene.bot.logic = async (context) => void members.push(await TeamsInfo.getMember(context, id));

    await scene.user.say('vem är jag?');

    expect(members).toMatchObject([
      {
        id: '29:1maja',
        aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001',
        name: 'Maja Lindqvist',
        givenName: 'Maja',
        surname: 'Lindqvist',
        tenantId: TENANT,
      },
    ]);
  });

  it('answers an unknown member with 404', async () => {
    const before = scene.bot.errors.length;
    scene.bot.logic = async (context) => void (await TeamsInfo.getMember(context, '29:nobody'));

    await scene.user.say('vem är hen?');

    expect(scene.bot.errors[before]).toMatchObject({ statusCode: 404, code: 'MemberNotFoundInConversation' });
  });

  it('gives the members of a group page by page', async () => {
    const members = ['Ada Ek', 'Bo Ask', 'Cilla Alm'].map((name, index) => ({
      id: `29:g${index}`,
      aadObjectId: `aaaaaaaa-0000-4000-8000-00000000010${index}`,
      name,
      tenantId: TENANT,
    }));
    const group = scene.connector.addChat({ id: '19:grupp@thread.v2', conversationType: 'groupChat', members });
    const pages: string[][] = [];
    const reference = {
      channelId: 'msteams',
      serviceUrl: scene.connector.serviceUrl,
      conversation: { id: group.id, isGroup: true, conversationType: 'groupChat', name: '' },
    };

    await scene.bot.proactively(reference, async (context) => {
      let token: string | undefined;
      do {
        const page = await TeamsInfo.getPagedMembers(context, 2, token);
        pages.push(page.members.map(({ name }) => name));
        token = page.continuationToken;
      } while (token !== undefined && token !== '');
    });

    expect(pages).toEqual([['Ada Ek', 'Bo Ask'], ['Cilla Alm']]);
  });
});
