import { describe, expect, it } from 'vitest';
import { BOT } from './support/envelope.js';
import { startGroupChat } from './support/group-chat.js';
import { KARIN, SARA } from './support/people.js';
import { seen } from './support/seen.js';
import { useStage } from './support/stage.js';

const stage = useStage({ features: [] });
const REMINDER = { text: 'Påminnelse: planen väntar på ditt svar.' };

/** The reference that was kept when the person installed the app. */
async function referenceOf(person: { id: string }): Promise<string> {
  const rows = await stage.conversations();
  return rows.find(({ key }) => key === `person:${person.id}`)!.reference;
}

async function installedKarin() {
  const karin = stage.user(KARIN);
  await karin.install();
  return { karin, reference: await referenceOf(KARIN) };
}

describe('send', () => {
  it('reaches the person of the reference and nobody else', async () => {
    const sara = stage.user(SARA);
    await sara.install();
    const { karin, reference } = await installedKarin();
    const result = await stage.bot.send(reference, REMINDER, 'sv');
    const [, sent, ...more] = stage.connector.current(karin.conversationId);
    expect(more).toEqual([]);
    expect(result).toEqual({ kind: 'sent', activityId: sent!.id });
    expect(sent).toMatchObject({ text: REMINDER.text, recipient: { id: `29:${KARIN.id}` } });
    expect(stage.connector.current(sara.conversationId)).toHaveLength(1);
  });

  it('binds the card in the language that is asked for', async () => {
    const { karin, reference } = await installedKarin();
    await stage.bot.send(reference, { card: { template: 'ask/help', data: { suggestions: [] } } }, 'en');
    expect(seen(stage.connector.current(karin.conversationId)[1])).toContain('What you can ask me');
  });

  it('reaches a group chat, whose reference names nobody', async () => {
    const karin = stage.user(KARIN);
    const group = startGroupChat(stage.connector, [karin]);
    await group.say(karin, `<at>${BOT.name}</at> hej`);
    const [row] = await stage.conversations();
    expect(row).toMatchObject({ key: `conversation:${group.id}` });
    expect(JSON.stringify(row)).not.toContain(KARIN.id);
    expect((await stage.bot.send(row!.reference, REMINDER, 'sv')).kind).toBe('sent');
    expect(group.messages().at(-1)?.text).toBe(REMINDER.text);
  });

  it.each([403, 429, 404])('tells a refusal with %i by its status', async (status) => {
    const { karin, reference } = await installedKarin();
    stage.connector.respond = () => ({ kind: 'status', status });
    const result = await stage.bot.send(reference, REMINDER, 'sv');
    expect(result).toMatchObject({ kind: 'failed', status });
    expect(stage.connector.current(karin.conversationId)).toHaveLength(1);
  });

  it('tells an app that was uninstalled by 403', async () => {
    const { karin, reference } = await installedKarin();
    stage.connector.blockChat(karin.conversationId);
    expect(await stage.bot.send(reference, REMINDER, 'sv')).toMatchObject({ kind: 'failed', status: 403 });
  });

  // botbuilder tries both again by itself, for about five seconds.
  it('tells a failing service by 500, one that does not answer without a status', async () => {
    const { karin, reference } = await installedKarin();
    const sara = stage.user(SARA);
    await sara.install();
    stage.connector.respond = ({ conversationId }) =>
      conversationId === karin.conversationId ? { kind: 'status', status: 500 } : { kind: 'reset' };
    const results = await Promise.all([
      stage.bot.send(reference, REMINDER, 'sv'),
      stage.bot.send(await referenceOf(SARA), REMINDER, 'sv'),
    ]);
    expect(results).toMatchObject([
      { kind: 'failed', status: 500 },
      { kind: 'failed', status: undefined },
    ]);
  });

  it.each([
    ['is no JSON', 'inget'],
    ['leads nowhere', '{}'],
  ])('tells a reference that %s as a failure', async (_how, reference) => {
    expect(await stage.bot.send(reference, REMINDER, 'sv')).toMatchObject({ kind: 'failed', status: undefined });
  });

  it('tells a card that cannot be bound as a failure', async () => {
    const { reference } = await installedKarin();
    const result = await stage.bot.send(reference, { card: { template: 'ask/saknas', data: {} } }, 'sv');
    expect(result).toEqual({
      kind: 'failed',
      status: undefined,
      reason: 'There is no template "ask/saknas" in the cards folder',
    });
  });
});
