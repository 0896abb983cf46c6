import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { createCourier } from '../../../src/bot/index.js';
import { type Broadcast, type Composers, createEngine, type Engine, type Times } from '../../../src/broadcast/index.js';
import { type Clock, systemClock } from '../../../src/calendar/index.js';
import { createLeases } from '../../../src/jobs/index.js';
import { createDirectory, type Person } from '../../../src/people/index.js';
import {
  conversationsTable,
  openBroadcasts,
  openFeedMarks,
  openHints,
  openLeases,
  openLedgerStore,
  openReaches,
  openSendSlots,
  type Storage,
} from '../../../src/storage/index.js';
import { type Connector, startConnector } from '../../support/connector/index.js';
import { testStorage } from '../../support/test-storage.js';
import { type Edge, isDead } from './mortal.js';

export const ORGANISATION = 'Hägersten-Älvsjö stadsdelsförvaltning';
export const KIND = 'test';

/** Somebody of the invented organisation; `n` makes the id and the name. */
export function colleague(n: number, about: Partial<Person> = {}): Person {
  return {
    id: `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    name: `Person ${n}`,
    email: `person${n}@ubara.example`,
    organisation: ORGANISATION,
    department: 'Förskola',
    unit: 'Solberga',
    function: 'Barnskötare',
    occupationalGroup: 'Barnskötare',
    employedFrom: '2021-08-16',
    language: 'sv',
    roles: ['medarbetare'],
    ...about,
  };
}

export const chatOf = (person: Person) => `a:${person.id}`;

export interface EngineOptions {
  readonly perSecond?: number;
  readonly clock?: Clock;
  readonly composers?: Composers;
  readonly times?: Times;
  /** Wraps everything by which the process reaches out. */
  readonly edge?: Edge;
  readonly hooks?: Parameters<typeof createEngine>[0]['hooks'];
  readonly onProgress?: Parameters<typeof createEngine>[0]['onProgress'];
  readonly log?: Parameters<typeof createEngine>[0]['log'];
  /** In place of the test's own tables. */
  readonly storage?: Storage;
}

/** Quick to look, but patient with a machine that has much else to do. */
const QUICK: Times = {
  claim: 10_000,
  hide: 12_000,
  sweep: 3000,
  lease: 2000,
  look: 200,
  refresh: 200,
  fresh: 1000,
  gap: 1000,
};

export interface Field {
  readonly connector: Connector;
  readonly storage: Storage;
  /** Puts a person into the directory, with a chat that the bot can write to. */
  hire(person: Person, about?: { readonly hasChat?: boolean; readonly storage?: Storage }): Promise<void>;
  /** One more process that sends; started. */
  engine(about?: EngineOptions): Engine;
  /** What the person has got: the texts of the messages as they are seen now. */
  seenBy(person: Person): string[];
}

/** Real storage, the stand-in for Teams and engines over both; each test has tables and chats of its own. */
export function useField(): Field {
  let connector: Connector;
  let storage: Storage;
  let people: Person[] = [];
  let engines: Engine[] = [];
  beforeAll(async () => {
    connector = await startConnector();
  });
  beforeEach(async () => {
    connector.reset();
    connector.respond = undefined;
    storage = await testStorage();
    people = [];
  });
  afterEach(async () => {
    await Promise.all(engines.filter((engine) => !isDead(engine)).map((engine) => engine.stop()));
    engines = [];
  });
  afterAll(() => connector.stop());
  const directory = () => createDirectory(people);
  return {
    get connector() {
      return connector;
    },
    get storage() {
      return storage;
    },
    async hire(person, { hasChat = true, storage: own = storage } = {}) {
      people.push(person);
      if (!hasChat) return;
      const member = { id: `29:${person.id}`, aadObjectId: person.id, name: person.name, tenantId: 't' };
      connector.addChat({ id: chatOf(person), members: [member] });
      await own.table(conversationsTable).upsert({
        organisation: person.organisation,
        key: `person:${person.id}`,
        personId: person.id,
        reference: referenceTo(person, connector.serviceUrl),
        context: {},
        contextAt: new Date(),
      });
    },
    engine({ storage: own = storage, clock = systemClock, edge = alive, ...options } = {}) {
      const engine = createEngine({
        stores: {
          broadcasts: edge(openBroadcasts(own)),
          ledger: edge(openLedgerStore(own)),
          hints: edge(openHints(own, () => undefined)),
          slots: edge(openSendSlots(own)),
          reaches: edge(openReaches(own)),
          marks: edge(openFeedMarks(own)),
        },
        courier: edge(
          createCourier({
            credentials: { appType: 'SingleTenant', serviceHosts: ['127.0.0.1'] },
            bind: (view) => ({ type: 'AdaptiveCard', view }),
            clock,
            log: pino({ enabled: false }),
          }),
        ),
        directory: {
          find: (id) => directory().find(id),
          findByEmail: (email) => directory().findByEmail(email),
          inOrganisation: (organisation) => directory().inOrganisation(organisation),
        },
        leases: edge(createLeases({ store: openLeases(own), clock })),
        clock,
        log: pino({ enabled: false }),
        composers: plain,
        perSecond: 200,
        times: QUICK,
        ...options,
      });
      engine.start();
      engines.push(engine);
      return engine;
    },
    seenBy: (person) => connector.current(chatOf(person)).map(({ text }) => String(text)),
  };
}

const alive: Edge = (part) => part;

/** Makes a message of the text. */
export const plain: Composers = { [KIND]: ({ content }) => ({ text: String(content.text) }) };

function referenceTo(person: Person, serviceUrl: string): string {
  return JSON.stringify({
    channelId: 'msteams',
    serviceUrl,
    bot: { id: '28:bot' },
    user: { id: `29:${person.id}`, aadObjectId: person.id },
    conversation: { id: chatOf(person), conversationType: 'personal', tenantId: 't' },
  });
}

/** What a test sends when it does not matter what. */
export function wanted(text: string, about: Partial<Parameters<Engine['broadcasts']['create']>[0]> = {}) {
  return {
    organisation: ORGANISATION,
    name: text.toLowerCase().replace(/[^a-z]/g, '') || 'x',
    createdAt: new Date('2026-09-01T07:00:00Z'),
    kind: KIND,
    title: text,
    content: { text },
    audience: {},
    ...about,
  };
}

/** Waits until nothing of the broadcast is on its way any more, and gives it. */
export async function over(engine: Engine, { organisation, id }: Broadcast, ms = 15_000): Promise<Broadcast> {
  const until = Date.now() + ms;
  for (;;) {
    const broadcast = await engine.broadcasts.find(organisation, id);
    if (broadcast && ['done', 'cancelled'].includes(broadcast.status) && broadcast.finishedAt) return broadcast;
    if (Date.now() > until) {
      const counts = await engine.broadcasts.counts(organisation, id);
      throw new Error(`Not over after ${ms} ms: ${broadcast?.status}, ${JSON.stringify(counts)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
