import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningBot, startBot } from '../../src/main.js';
import { type PassageStore, rehearseImport } from '../../src/passages/index.js';
import { planImport } from '../../src/people/index.js';
import { openPassages, openPeople, openStorage, type Storage } from '../../src/storage/index.js';
import { type Azurite, startAzurite } from '../support/azurite.js';
import { type Connector, startConnector, type WireActivity } from '../support/connector/index.js';
import { createLogLines } from './support/log-lines.js';
import { KARIN, ORGANISATION, PEOPLE, SARA, STRANGER } from './support/people.js';
import { buttonsOf, cardOf, seen } from './support/seen.js';
import { createTestUser, testConfig } from './support/stage.js';

const OTHER = 'Norra innerstaden stadsdelsförvaltning';
const NORA = { ...KARIN, id: 'a0000000-0000-4000-8000-000000000050', email: 'nora@ubara.example', organisation: OTHER };
const HANDBOOK = `# Handbok för chefer

## Bisysslor

En bisyssla ska anmälas till chefen på blanketten Anmälan av bisyssla. Chefen bedömer om bisysslan är *förtroendeskadlig*.

## Sjukfrånvaro

Sjukfrånvaro i förskolan anmäls av medarbetaren före klockan sju.

## Avslut

Avslutssamtalet hålls av en HR-konsult i vår enhet, säger den här sidan.
`;

const REFUSED = 'Uppgifter om bisysslor, jäv och gåvor finns inte i de dokument jag har';

let azurite: Azurite;
let connector: Connector;
let storage: Storage;
let store: PassageStore;
let replicas: RunningBot[] = [];

beforeAll(async () => {
  azurite = await startAzurite();
  connector = await startConnector();
  storage = openStorage({ kind: 'connection-string', connectionString: azurite.connectionString });
  await storage.prepare();
  const plan = planImport({ current: [], incoming: [...PEOPLE, NORA], removeMissing: false });
  await openPeople(storage).apply(plan, { generation: undefined, now: new Date() });
  store = openPassages(storage);
  const config = testConfig({ DIRECTORY_REFRESH_SECONDS: '1', KNOWLEDGE_DIR: 'knowledge' });
  replicas = [
    await startBot(config, createLogLines().log, storage),
    await startBot(config, createLogLines().log, storage),
  ];
}, 60_000);
afterAll(async () => {
  await Promise.all(replicas.map((bot) => bot.stop()));
  await connector.stop();
  await azurite.stop();
});

async function importHandbook(text: string): Promise<void> {
  const files = [{ name: 'Handbok.md', open: async () => new TextEncoder().encode(text) }];
  const find = (document: string) => store.find(ORGANISATION, document);
  for await (const plan of rehearseImport({ organisation: ORGANISATION, files, find }))
    if (plan.kind !== 'refused')
      await store.put(plan.document, { before: plan.before, now: new Date('2026-03-03T09:00:00Z') });
}

async function ask(question: string, person: { id: string; name: string } = KARIN, replica = 0): Promise<WireActivity> {
  const user = createTestUser(connector, `http://127.0.0.1:${replicas[replica]!.port}`, person);
  return (await user.say(question)).replies[0]!;
}

describe('a document that HR imports while two replicas run', () => {
  beforeAll(async () => {
    expect(seen(await ask('Måste jag anmäla en bisyssla?'))).toContain(REFUSED);
    await importHandbook(HANDBOOK);
    for (const replica of [0, 1])
      await vi.waitFor(
        async () => expect(seen(await ask('Måste jag anmäla en bisyssla?', KARIN, replica))).toContain('Handbok.md'),
        { timeout: 15_000, interval: 250 },
      );
  }, 40_000);

  it('is quoted word for word on a card that says so, with file, heading and day', async () => {
    const reply = await ask('Måste jag anmäla en bisyssla?');
    expect(seen(reply).split('\n')).toEqual(
      expect.arrayContaining([
        'Så står det i ett av era dokument',
        '”En bisyssla ska anmälas till chefen på blanketten Anmälan av bisyssla. Chefen bedömer om bisysslan är förtroendeskadlig.”',
      ]),
    );
    expect(seen(reply)).toContain('[1] Handbok.md');
    expect(seen(reply)).toContain('Handbok för chefer › Bisysslor');
    expect(seen(reply)).toContain('2026-03-03');
    expect(seen(reply)).toContain('ordagrant citat ur ett dokument som din organisation har läst in');
    expect(buttonsOf(cardOf(reply))).toEqual([]);
    expect(JSON.stringify(cardOf(reply))).not.toContain('Sida');
  });

  it('never speaks instead of a figure or an own routine', async () => {
    expect(seen(await ask('Hur hög är sjukfrånvaron i förskolan?'))).toContain('9,8 %');
    const routine = seen(await ask('Vem håller avslutssamtalet?'));
    expect(routine).toContain('avslutssamtal');
    expect(routine).not.toContain('Handbok.md');
  });

  it('is not known to another organisation, nor to somebody whom the directory does not know', async () => {
    for (const person of [NORA, STRANGER])
      expect(seen(await ask('Måste jag anmäla en bisyssla?', person))).toContain(REFUSED);
  });

  it('leaves what is not in it unanswered', async () => {
    expect(seen(await ask('Vad blir det för lunch idag?', SARA))).toContain('Jag hittar inget svar');
  });

  it('is gone from all replicas when it is taken out', async () => {
    await store.remove(ORGANISATION, 'Handbok.md');
    for (const replica of [0, 1])
      await vi.waitFor(
        async () => expect(seen(await ask('Måste jag anmäla en bisyssla?', KARIN, replica))).toContain(REFUSED),
        { timeout: 15_000, interval: 250 },
      );
  }, 40_000);
});
