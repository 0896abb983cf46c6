import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/actions/index.js';
import { openConversations } from '../../src/storage/index.js';
import { testStorage } from '../support/test-storage.js';

const conversation: Conversation = {
  organisation: 'Hägersten-Älvsjö stadsdelsnämnd',
  key: 'person:00000000-0000-4000-8000-000000000001',
  personId: '00000000-0000-4000-8000-000000000001',
  reference: '{"conversation":{"id":"19:å/b#c?d\\\\e"}}',
  locale: 'en',
  context: { ask: { measure: 'sjukfranvaro', deep: [1, { a: null }] } },
  contextAt: new Date('2025-03-03T09:00:00.123Z'),
};
const { organisation, key } = conversation;

async function open() {
  return openConversations(await testStorage());
}

describe('openConversations', () => {
  it('finds nothing before the first turn', async () => {
    expect(await (await open()).find(organisation, key)).toBeUndefined();
  });

  it('gives back what was saved, with a version', async () => {
    const conversations = await open();
    await conversations.save(conversation);
    const found = await conversations.find(organisation, key);
    expect(found).toEqual({ ...conversation, version: expect.stringMatching(/./) as string });
  });

  it('keeps a conversation of a channel, which has no person', async () => {
    const conversations = await open();
    const { personId: _, locale: __, ...channel } = { ...conversation, key: 'conversation:19:abc@thread.tacv2' };
    await conversations.save(channel);
    const { version: ___, ...found } = (await conversations.find(organisation, channel.key))!;
    expect(found).toEqual(channel);
  });

  it('keeps the conversations of two organisations apart', async () => {
    const conversations = await open();
    await conversations.save(conversation);
    expect(await conversations.find('Norra innerstaden', key)).toBeUndefined();
    await conversations.save({ ...conversation, organisation: 'Norra innerstaden', locale: 'sv' });
    expect((await conversations.find(organisation, key))?.locale).toBe('en');
  });

  it('saves over the version that was read and refuses an older one', async () => {
    const [mine, theirs] = [await open(), await open()];
    await mine.save(conversation);
    const read = (await mine.find(organisation, key))!;
    await theirs.save({ ...read, context: { theirs: true } });
    await expect(mine.save({ ...read, context: { mine: true } })).rejects.toMatchObject({ code: 'storage_conflict' });
    expect((await mine.find(organisation, key))?.context).toEqual({ theirs: true });
  });

  it('refuses to save as new what another process made meanwhile', async () => {
    const [mine, theirs] = [await open(), await open()];
    await theirs.save(conversation);
    await expect(mine.save(conversation)).rejects.toMatchObject({ code: 'storage_conflict' });
  });

  it('says not found when the app was uninstalled meanwhile', async () => {
    const conversations = await open();
    await conversations.save(conversation);
    const read = (await conversations.find(organisation, key))!;
    await conversations.remove(organisation, key);
    await expect(conversations.save(read)).rejects.toMatchObject({ code: 'not_found' });
    expect(await conversations.find(organisation, key)).toBeUndefined();
    await expect(conversations.remove(organisation, key)).resolves.toBeUndefined();
  });

  it('costs one call to read and one to write', async () => {
    const storage = await testStorage();
    const conversations = openConversations(storage);
    const before = storage.calls();
    await conversations.find(organisation, key);
    expect(storage.calls() - before).toBe(1);
    await conversations.save(conversation);
    expect(storage.calls() - before).toBe(2);
  });
});
