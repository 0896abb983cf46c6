import { beforeAll, expect, it } from 'vitest';
import { withSources } from '../../../src/ask/index.js';
import { converseAs, everyConversation } from '../../ask/conversations.js';
import type { Person } from '../../../src/people/index.js';
import { createPlanAnswers } from '../../../src/plan/index.js';
import { openPlans, openRounds, openStorage } from '../../../src/storage/index.js';
import {
  AMIR,
  answerAs,
  demoRound,
  directory,
  KARIN,
  knowledge,
  plain,
  NOW,
  PETER,
  storePlans,
  storeRound,
  words,
} from './demo.js';

/**
 * The plan's answers take no question that is another's: every conversation of the project's question sets, and every question that a
 * routine lists, gets the reply that it got without a plan, when the asker's organisation has plans and an answered round.
 */
const storage = openStorage({ kind: 'memory' });
const [plans, rounds] = [openPlans(storage), openRounds(storage)];
const plan = createPlanAnswers({ words, knowledge, directory, rounds, plans });
const joined = withSources(plain, [plan]);

beforeAll(async () => {
  await storage.prepare();
  await storePlans(plans);
  const round = demoRound();
  await storeRound(rounds, round);
  await answerAs(
    rounds,
    { round, person: KARIN, about: 'VFU och APL' },
    { status: 'klar', comment: 'Två handledare.' },
  );
});

const conversations = everyConversation(knowledge);
const converse = (engine: Parameters<typeof converseAs>[0], turns: readonly string[], person: Person) =>
  converseAs(engine, turns, { person, now: NOW });

it.each([
  ['HR of the organisation with the round', AMIR],
  ['a manager of it', KARIN],
  ['HR of another board', PETER],
])(
  'asked by %s',
  async (_who, person) => {
    // A conversation of which no turn is claimed is the engine's alone, by withSources: only the others need to be held beside it.
    const isClaimed = (turns: readonly string[]) =>
      turns.some((question) => plan.claim({ question, person, context: {}, now: NOW }) !== undefined);
    const claimed = conversations.filter(isClaimed);
    expect(conversations.length).toBeGreaterThan(8000);
    expect(claimed.length).toBeLessThan(30);
    for (const turns of claimed)
      expect([turns, await converse(joined, turns, person)]).toEqual([turns, await converse(plain, turns, person)]);
  },
  120_000,
);

it('and what the plan does not claim is answered by the engine at once, without a promise', () => {
  const question = { question: 'Hur hög är sjukfrånvaron i förskolan?', person: AMIR, context: {}, now: NOW };
  expect(joined(question)).toEqual(plain(question));
});
