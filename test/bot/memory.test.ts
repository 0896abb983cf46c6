import { describe, expect, it } from 'vitest';
import type { Conversation, ConversationStore } from '../../src/actions/index.js';
import type { Incoming } from '../../src/bot/incoming.js';
import { type Changes, recall, remember } from '../../src/bot/memory.js';
import { AppError, type ErrorCode } from '../../src/errors.js';

const NOW = new Date('2026-03-02T10:00:00Z');
const MINUTE = 60_000;
const IDLE_MS = 60 * MINUTE;
const incoming: Incoming = {
  asker: { kind: 'unknown', id: 'p1' },
  kind: 'personal',
  organisation: 'okänd',
  conversationKey: 'person:p1',
  personId: 'p1',
  text: '',
};
const changes = (about: Partial<Changes>): Changes => ({ reference: 'here', now: NOW, idleMs: IDLE_MS, ...about });
const row = (about: Partial<Conversation> = {}): Conversation => ({
  organisation: 'okänd',
  key: 'person:p1',
  personId: 'p1',
  reference: 'here',
  context: {},
  contextAt: NOW,
  ...about,
});

interface FakeStore extends ConversationStore {
  row: Conversation | undefined;
  calls: string[];
}

/** One row with versions, as storage keeps it. `beforeSave` runs before each write: it plays the other turns. */
function fakeStore(
  first: Conversation | undefined,
  beforeSave: (store: FakeStore, nth: number) => void = () => {},
): FakeStore {
  let version = 0;
  let saves = 0;
  const store: FakeStore = {
    row: first && { ...first, version: String(version) },
    calls: [],
    find: async () => {
      store.calls.push('find');
      return store.row;
    },
    save: async (conversation) => {
      store.calls.push('save');
      beforeSave(store, (saves += 1));
      if (conversation.version !== store.row?.version) throw new AppError('storage_conflict', 'somebody wrote first');
      store.row = { ...conversation, version: String((version += 1)) };
    },
    remove: async () => {
      store.row = undefined;
    },
  };
  return store;
}

/** Another turn writes `about` just before ours. */
function overtake(store: FakeStore, about: Partial<Conversation>): void {
  store.row = { ...row(), ...store.row, ...about, version: `other ${Math.random()}` };
}

describe('recall', () => {
  it('finds what the conversation was about up to and including the last idle minute', async () => {
    const store = fakeStore(row({ context: { ask: 1 }, contextAt: new Date(NOW.getTime() - IDLE_MS) }));
    expect((await recall(store, incoming, { now: NOW, idleMs: IDLE_MS })).context).toEqual({ ask: 1 });
  });

  it('has forgotten it a millisecond later, but not the language', async () => {
    const store = fakeStore(
      row({ context: { ask: 1 }, locale: 'en', contextAt: new Date(NOW.getTime() - IDLE_MS - 1) }),
    );
    expect(await recall(store, incoming, { now: NOW, idleMs: IDLE_MS })).toMatchObject({ context: {}, locale: 'en' });
  });

  it('knows nothing of a new conversation', async () => {
    const found = await recall(fakeStore(undefined), incoming, { now: NOW, idleMs: IDLE_MS });
    expect(found).toEqual({ stored: undefined, context: {}, locale: undefined });
  });
});

describe('remember', () => {
  async function turn(store: FakeStore, about: Partial<Changes>): Promise<void> {
    const remembered = await recall(store, incoming, { now: NOW, idleMs: IDLE_MS });
    store.calls = [];
    await remember(store, incoming, remembered, changes(about));
  }

  it('writes a new conversation with the person it belongs to', async () => {
    const store = fakeStore(undefined);
    await turn(store, { context: { ask: 1 } });
    expect(store.calls).toEqual(['save']);
    expect(store.row).toMatchObject({ personId: 'p1', reference: 'here', context: { ask: 1 }, contextAt: NOW });
  });

  it('keeps no person in the row of a group chat', async () => {
    const store = fakeStore(undefined);
    const group = { ...incoming, kind: 'groupChat' as const, conversationKey: 'conversation:19:x' };
    await remember(store, group, { context: {} }, changes({}));
    expect(store.row).toMatchObject({ key: 'conversation:19:x', personId: undefined });
  });

  it('writes nothing when nothing changed', async () => {
    const store = fakeStore(row({ locale: 'en' }));
    await turn(store, { locale: 'en' });
    expect(store.calls).toEqual([]);
  });

  it('writes when the place to reach has changed, and keeps the rest', async () => {
    const earlier = new Date(NOW.getTime() - MINUTE);
    const store = fakeStore(row({ context: { ask: 1 }, locale: 'en', contextAt: earlier }));
    await turn(store, { reference: 'there' });
    expect(store.row).toMatchObject({ reference: 'there', context: { ask: 1 }, locale: 'en', contextAt: earlier });
  });

  it.each([1, 3, 7])('lays its change over the others after %i lost races', async (races) => {
    const store = fakeStore(row(), (them, nth) => {
      if (nth <= races) overtake(them, { locale: 'en' });
    });
    await turn(store, { context: { ask: 1 } });
    expect(store.row).toMatchObject({ context: { ask: 1 }, locale: 'en' });
    expect(store.calls.filter((call) => call === 'save')).toHaveLength(races + 1);
  });

  it('gives up after eight lost races and says why', async () => {
    const store = fakeStore(row(), (them) => overtake(them, { locale: 'en' }));
    await expect(turn(store, { context: { ask: 1 } })).rejects.toMatchObject({ code: 'storage_conflict' });
    expect(store.calls.filter((call) => call === 'save')).toHaveLength(8);
  });

  it.each<[string, Conversation['context'], Conversation['context'], Conversation['context']]>([
    ['keeps the part of another feature', { ask: 1, plan: 1 }, { ask: 1, plan: 2 }, { ask: 2, plan: 2 }],
    [
      'keeps a part that another turn added',
      { ask: 1, plan: 1 },
      { ask: 1, plan: 1, exit: 1 },
      { ask: 2, plan: 1, exit: 1 },
    ],
    ['keeps a part gone that another turn removed', { ask: 1, plan: 1 }, { ask: 1 }, { ask: 2 }],
    ['takes its own when both changed the same part', { ask: 1, plan: 1 }, { ask: 3, plan: 1 }, { ask: 2, plan: 1 }],
  ])('%s', async (_name, before, others, merged) => {
    const store = fakeStore(row({ context: before }), (them, nth) => {
      if (nth === 1) overtake(them, { context: others });
    });
    await turn(store, { context: { ...before, ask: 2 } });
    expect(store.row?.context).toEqual(merged);
  });

  it('does not bring back after a lost race what was forgotten', async () => {
    const longAgo = new Date(NOW.getTime() - 2 * IDLE_MS);
    const store = fakeStore(row({ context: { plan: 1 }, contextAt: longAgo }), (them, nth) => {
      if (nth === 1) overtake(them, { locale: 'en' });
    });
    await turn(store, { context: { ask: 1 } });
    expect(store.row).toMatchObject({ context: { ask: 1 }, contextAt: NOW });
  });

  it('begins a new row when the old one was removed meanwhile', async () => {
    const store = fakeStore(row({ context: { ask: 1 } }), (them, nth) => {
      if (nth === 1) them.row = undefined;
    });
    await turn(store, { context: { ask: 2 } });
    expect(store.row).toMatchObject({ context: { ask: 2 } });
  });

  it.each<ErrorCode>(['storage_unavailable', 'row_invalid'])('does not try again after %s', async (code) => {
    const store = fakeStore(row());
    store.save = async () => {
      store.calls.push('save');
      throw new AppError(code, 'no');
    };
    await expect(turn(store, { context: { ask: 1 } })).rejects.toMatchObject({ code });
    expect(store.calls).toEqual(['save']);
  });
});
