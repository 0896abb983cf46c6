import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningBot } from '../../src/composition/bot.js';
import { type PassageStore, rehearseImport } from '../../src/passages/index.js';
import { planImport } from '../../src/people/index.js';
import { openPassages, openPeople, openStorage, ratingsTable, type Storage } from '../../src/storage/index.js';
import { type Account, emptyAccount } from '../support/own-account.js';
import { type Connector, startConnector, type WireActivity } from '../support/connector/index.js';
import { createLogLines } from './support/log-lines.js';
import { KARIN, ORGANISATION, PEOPLE, SARA, STRANGER } from './support/people.js';
import { buttonOf, pressButton, read, replaced } from './support/press.js';
import { buttonsOf, cardOf, invokeBody, seen } from './support/seen.js';
import { createTestUser, testConfig } from './support/stage.js';
import { startBot } from '../support/start.js';

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

const QUESTION = 'Måste jag anmäla en bisyssla?';
const REFUSED = 'Uppgifter om bisysslor, jäv och gåvor finns inte i de dokument jag har';

let azurite: Account;
let connector: Connector;
let storage: Storage;
let store: PassageStore;
let replicas: RunningBot[] = [];

beforeAll(async () => {
  azurite = await emptyAccount();
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

function userOf(person: { id: string; name: string }, replica = 0) {
  return createTestUser(connector, `http://127.0.0.1:${replicas[replica]!.port}`, person);
}

async function ask(question: string, person: { id: string; name: string } = KARIN, replica = 0): Promise<WireActivity> {
  return (await userOf(person, replica).say(question)).replies[0]!;
}

describe('a document that HR imports while two replicas run', () => {
  beforeAll(async () => {
    expect(seen(await ask(QUESTION))).toContain(REFUSED);
    await importHandbook(HANDBOOK);
    for (const replica of [0, 1])
      await vi.waitFor(async () => expect(seen(await ask(QUESTION, KARIN, replica))).toContain('Handbok.md'), {
        timeout: 15_000,
        interval: 250,
      });
  });

  it('is quoted word for word on a card that says so, with file, heading and day', async () => {
    const reply = await ask(QUESTION);
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
    expect(buttonsOf(cardOf(reply)).map(({ title }) => title)).toEqual(['👍 Ja', '👎 Nej']);
    expect(reply.text).toBe('Källa: [1]');
    expect(JSON.stringify(cardOf(reply))).not.toContain('Sida');
  });

  it('never speaks instead of a figure or an own routine', async () => {
    expect(seen(await ask('Hur hög är sjukfrånvaron i förskolan?'))).toContain('9,8 %');
    const routine = seen(await ask('Vem håller avslutssamtalet?'));
    expect(routine).toContain('avslutssamtal');
    expect(routine).not.toContain('Handbok.md');
  });

  it('is not known to another organisation, nor to somebody whom the directory does not know', async () => {
    for (const person of [NORA, STRANGER]) expect(seen(await ask(QUESTION, person))).toContain(REFUSED);
  });

  it('leaves what is not in it unanswered', async () => {
    expect(seen(await ask('Vad blir det för väder imorgon?', SARA))).toContain('Jag hittar inget svar');
  });

  it('comes back with thanks when it is rated, and counts as a quotation without the name of its file', async () => {
    const card = cardOf(await ask(QUESTION));
    const after = read(replaced(await pressButton(userOf(KARIN), card, '👍 Ja')));
    expect(after).toContain('Tack! Du svarade 👍 Ja.');
    expect(after).toContain('”En bisyssla ska anmälas till chefen på blanketten Anmälan av bisyssla.');
    expect(buttonOf(card, '👍 Ja').data).toMatchObject({ subject: 'passage' });
    const rows = [];
    for await (const { row } of storage.table(ratingsTable).list()) rows.push(row);
    expect(rows).toMatchObject([{ organisation: ORGANISATION, subject: 'passage', rating: 'up' }]);
    expect(JSON.stringify(rows)).not.toContain('Handbok');
  });

  it('is left as it is when it is rated after the passage was changed', async () => {
    const card = cardOf(await ask(QUESTION));
    await importHandbook(HANDBOOK.replace('blanketten Anmälan av bisyssla', 'den nya blanketten'));
    await vi.waitFor(async () => expect(seen(await ask(QUESTION))).toContain('den nya blanketten'), {
      timeout: 15_000,
      interval: 250,
    });
    const { body } = await pressButton(userOf(KARIN), card, '👎 Nej');
    expect(invokeBody(body)).toMatchObject({ statusCode: 200, value: 'Tack, ditt omdöme är sparat utan ditt namn.' });
  }, 20_000);

  it('is gone from all replicas when it is taken out', async () => {
    await store.remove(ORGANISATION, 'Handbok.md');
    for (const replica of [0, 1])
      await vi.waitFor(async () => expect(seen(await ask(QUESTION, KARIN, replica))).toContain(REFUSED), {
        timeout: 15_000,
        interval: 250,
      });
  });
});
