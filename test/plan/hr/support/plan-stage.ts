import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { joinFeatures, type Message } from '../../../../src/actions/index.js';
import { createBot, createDispatcher } from '../../../../src/bot/index.js';
import type { Compose } from '../../../../src/broadcast/index.js';
import type { AdaptiveCardJson } from '../../../../src/cards/index.js';
import { makeAnswering } from '../../../../src/composition/answering.js';
import { makeFeatures } from '../../../../src/composition/features.js';
import { makeSending } from '../../../../src/composition/sending.js';
import { startHttp } from '../../../../src/http/index.js';
import { createJobs, createScheduler } from '../../../../src/jobs/index.js';
import { peopleFeature, type Person, planImport } from '../../../../src/people/index.js';
import {
  createRounds,
  type NewPlan,
  ROUND,
  type Round,
  type RoundItem,
  type Rounds,
  START_JOB,
} from '../../../../src/plan/index.js';
import { createPlanHr, roundValuesSchema } from '../../../../src/plan/hr/index.js';
import {
  openAudit,
  openConversations,
  openDrafts,
  openJobs,
  openLiveCards,
  openPeople,
  openPlans,
  openReaches,
  openRounds,
} from '../../../../src/storage/index.js';
import { createLogLines } from '../../../bot/support/log-lines.js';
import { read } from '../../../bot/support/press.js';
import { cardOf } from '../../../bot/support/seen.js';
import { createTestUser, testConfig } from '../../../bot/support/stage.js';
import { type Connector, startConnector, type User } from '../../../support/connector/index.js';
import { testStorage } from '../../../support/test-storage.js';
import { ALL_PEOPLE, PLANS } from './plan-people.js';
import { layFoundation } from '../../../support/start.js';

/** A Monday at nine in Stockholm, in the month in which T1 is asked about. */
const NOW = '2026-04-13T07:00:00Z';

export interface PlanStage {
  readonly connector: Connector;
  readonly rounds: Rounds;
  /** Somebody answered: HR's cards follow. */
  answered(round: Pick<Round, 'organisation' | 'id'>): void;
  /** Somebody who has a chat with the bot. */
  arrive(person: Person): Promise<User>;
  newest(user: User): AdaptiveCardJson;
  /** How many messages the person got that read so. */
  count(user: User, pattern: RegExp): number;
  /** Waits until some message of the person's chat reads so, and gives its card as it is now. */
  shows(user: User, pattern: RegExp): Promise<AdaptiveCardJson>;
  /** The round of that name. */
  round(title: string, organisation?: string): Promise<Round>;
}

/** What stands for the manager's card: its name and what it asks. */
function managersCard({ title, deadline, state }: Round, items: readonly RoundItem[], isPreview: boolean): Message {
  const line = `${state} ${deadline.toISOString().slice(0, 10)}: ${items.map(({ text }) => text).join(' | ')}`;
  return {
    card: { template: 'plan/notice', data: { title: `${isPreview ? 'Prov: ' : ''}${title}`, line } },
    summary: title,
  };
}

/** The bot with HR's side of rounds, sending included, over real storage of each test's own. */
export function usePlanStage(plans: readonly NewPlan[] = PLANS, people: readonly Person[] = ALL_PEOPLE): PlanStage {
  let connector: Connector;
  let stage: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    connector = await startConnector();
  });
  beforeEach(async () => {
    connector.reset();
    stage = await open(plans, people);
  });
  afterEach(() => stage.stop());
  afterAll(() => connector.stop());

  const cardsOf = (user: User) =>
    connector
      .current(user.conversationId)
      .filter(({ attachments }) => (attachments ?? []).length > 0)
      .map((activity) => cardOf(activity));

  return {
    get connector() {
      return connector;
    },
    get rounds() {
      return stage.rounds;
    },
    answered: ({ organisation, id }) => stage.hr.onAnswered({ organisation, round: id }),
    async arrive(person) {
      const user = createTestUser(connector, `http://127.0.0.1:${stage.port}`, person);
      await user.say('hjälp');
      return user;
    },
    newest: (user) => cardsOf(user).at(-1)!,
    count: (user, pattern) => cardsOf(user).filter((card) => pattern.test(read(card))).length,
    async shows(user, pattern) {
      await expect.poll(() => cardsOf(user).map(read).join('\n---\n'), { interval: 20 }).toMatch(pattern);
      return cardsOf(user).find((card) => pattern.test(read(card)))!;
    },
    async round(title, organisation = people[0]!.organisation) {
      for await (const round of openRounds(stage.storage).list(organisation)) if (round.title === title) return round;
      throw new Error(`There is no round ${title}.`);
    },
  };
}

async function open(plans: readonly NewPlan[], people: readonly Person[]) {
  const storage = await testStorage();
  const plan = planImport({ current: [], incoming: people, removeMissing: false });
  await openPeople(storage).apply(plan, { generation: undefined, now: new Date('2026-01-01T08:00:00Z') });
  for (const one of plans) await openPlans(storage).put(one, undefined);
  const log = createLogLines();
  const config = testConfig({ SENDS_PER_SECOND: '50', TEST_NOW: NOW });
  const foundation = await layFoundation(config, log.log, storage);
  const composers: Record<string, Compose> = {};
  const sending = makeSending(foundation, {
    composers,
    handlers: {},
    onProgress: (one, counts) => hr.onProgress(one, counts),
  });
  const { engine, liveCards, reminders } = sending;
  const { directory, clock, guard, bind } = foundation;
  const store = openRounds(storage);
  const rounds = createRounds({
    store,
    plans: openPlans(storage),
    directory,
    broadcasts: engine.broadcasts,
    sendings: openLiveCards(storage),
    jobs: createJobs({ store: openJobs(storage), clock }),
    log: log.log,
  });
  const hr = createPlanHr({
    rounds: store,
    conduct: rounds,
    preview: (round, items) => managersCard(round, items, true),
    plans: openPlans(storage),
    broadcasts: engine.broadcasts,
    liveCards,
    sendings: openLiveCards(storage),
    drafts: openDrafts(storage, 'round', roundValuesSchema),
    reaches: openReaches(storage),
    directory,
    guard,
    remind: (one, now) => reminders.now(one, now),
    schedule: config.rounds,
    perSecond: config.sendsPerSecond,
    clock,
    log: log.log,
    times: foundation.times,
  });
  const asked: Compose = async ({ organisation, content }, { person }) => {
    const id = String(content.subject);
    return managersCard(
      (await store.find(organisation, id))!.round,
      await rounds.itemsOf(organisation, id, person),
      false,
    );
  };
  const answering = makeAnswering(foundation);
  await answering.prepare();
  const features = makeFeatures(foundation, sending, answering);
  Object.assign(composers, sending.composers, features.composers, hr.composers, { [ROUND]: asked });
  const scheduler = createScheduler({
    store: openJobs(storage),
    handlers: { [START_JOB]: ({ organisation, data }) => rounds.prepare(organisation, String(data.round)) },
    clock,
    holder: 'test',
    log: log.log,
  });
  const bot = createBot({
    credentials: config.bot,
    homeTenant: config.bot.tenantId,
    defaultLocale: config.defaultLocale,
    contextIdleMs: config.contextIdleMs,
    turnsPerMinute: config.turnsPerMinute,
    directory,
    files: { files: foundation.files, ...config.files },
    conversations: openConversations(storage),
    dispatcher: createDispatcher({
      registry: joinFeatures([
        peopleFeature({ directory }),
        { name: 'plan', actions: hr.actions, commands: hr.commands },
      ]),
      audit: openAudit(storage),
      answer: features.answer,
      loop: features.loop,
    }),
    bind,
    welcome: features.welcome,
    clock,
    log: log.log,
    onTurn: () => undefined,
  });
  const http = await startHttp({
    host: config.host,
    port: 0,
    log: log.log,
    processActivity: (req, res) => bot.process(req, res),
    ready: () => storage.ping(),
  });
  engine.start();
  scheduler.start(200);
  return {
    storage,
    rounds,
    hr,
    port: http.port,
    async stop() {
      await http.close();
      await Promise.all([scheduler.stop(), hr.stop()]);
      await engine.stop();
    },
  };
}
