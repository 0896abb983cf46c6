import { beforeAll, expect, it } from 'vitest';
import { withSources } from '../../../src/ask/index.js';
import { converseAs, everyConversation } from '../../ask/conversations.js';
import type { Person } from '../../../src/people/index.js';
import { openStorage } from '../../../src/storage/index.js';
import { AMIR, ELIN, exitAnswersOver, KARIN, knowledge, MAJAS, NOW, plain, SARA, SARAS, storeCases } from './demo.js';

/**
 * Answers about an exit that is under way take no question that is another's: every conversation of the project's question sets, and
 * every question that a routine lists, gets the reply that it got without one: asked by whoever has no case, by a leaver, by the
 * manager who leads two, and by HR.
 */
const storage = openStorage({ kind: 'memory' });
const exit = exitAnswersOver(storage);
const joined = withSources(plain, [exit]);

beforeAll(async () => {
  await storage.prepare();
  await storeCases(storage, [SARAS, MAJAS]);
});

const conversations = everyConversation(knowledge);
const converse = (engine: Parameters<typeof converseAs>[0], turns: readonly string[], person: Person) =>
  converseAs(engine, turns, { person, now: NOW });

const isClaimed = (turns: readonly string[], person: Person) =>
  turns.some((question) => exit.claim({ question, person, context: {}, now: NOW }) !== undefined);

it.each([
  ['somebody without a case', ELIN],
  ['a leaver', SARA],
  ['the manager of two leavers', KARIN],
  ['HR of the board', AMIR],
])(
  'asked by %s',
  async (_who, person) => {
    // A conversation of which no turn is claimed is the engine's alone, by withSources: only the others need to be held beside it.
    const claimed = conversations.filter((turns) => isClaimed(turns, person));
    expect(conversations.length).toBeGreaterThan(8000);
    expect(claimed.length).toBeLessThan(5);
    for (const turns of claimed)
      expect([turns, await converse(joined, turns, person)]).toEqual([turns, await converse(plain, turns, person)]);
  },
  120_000,
);

it('and there is such a thing as a question that is claimed', () => {
  expect(isClaimed(['Vad är kvar på min checklista?'], SARA)).toBe(true);
});
