import { describe, expect, it } from 'vitest';
import { openPublished } from '../../src/storage/index.js';
import { INGRID, KARIN, SARA } from '../bot/support/people.js';
import { buttonOf, pressButton, read, replaced, say } from '../bot/support/press.js';
import { buttonsOf, cardOf, invokeBody, seen } from '../bot/support/seen.js';
import { createTestUser, testConfig } from '../bot/support/stage.js';
import { createLogLines } from '../bot/support/log-lines.js';
import type { AdaptiveCardJson } from '../../src/cards/index.js';
import type { User } from '../support/connector/index.js';
import { AMIR, ORGANISATION, PETER, QUESTION, sendToHr, useOffice } from './support/office.js';
import { startBot } from '../support/start.js';

const office = useOffice();
const DRAFT = { title: 'Månens färg', wordings: QUESTION, text: 'Den är **grå**.', phase: 'avsluta', department: '*' };

/** A question of Sara's that Ingrid has answered, as HR's card shows it. */
async function answeredCard(sara: User, ingrid: User): Promise<AdaptiveCardJson> {
  await sendToHr(sara);
  const mine = replaced(await pressButton(ingrid, await office.card(ingrid, QUESTION, 'Väntar på'), 'Jag tar den'));
  return replaced(await pressButton(ingrid, mine, 'Svara', { answer: 'Den är grå.', reason: '' }));
}

async function openForm(ingrid: User, card: AdaptiveCardJson, title = 'Gör till rutin'): Promise<AdaptiveCardJson> {
  return cardOf((await pressButton(ingrid, card, title)).replies[0]);
}

/** Asks until the answer is as it should be; how long that takes is part of the promise. */
async function answers(user: User, question: string, expected: string | RegExp): Promise<string> {
  let text = '';
  await expect
    .poll(async () => (text = seen((await user.say(question)).replies[0])), { interval: 300 })
    .toMatch(expected);
  return text;
}

/** What the search command lists for them. */
async function found(user: User): Promise<string> {
  return JSON.stringify((await user.search({ text: 'månens färg' })).body);
}

describe('an answer of HR', () => {
  it('becomes a routine of its organisation in every process, cited, changed and withdrawn, each version kept', async () => {
    const [sara, ingrid, amir] = [await office.met(SARA), await office.met(INGRID), await office.met(AMIR)];
    const peter = await office.met(PETER);
    const other = await startBot(testConfig({ DIRECTORY_REFRESH_SECONDS: '1' }), createLogLines().log, office.storage);
    const karin = createTestUser(office.connector, `http://127.0.0.1:${other.port}`, KARIN);
    const form = await openForm(ingrid, await answeredCard(sara, ingrid));
    expect(JSON.stringify(form)).toContain(`"value":"${QUESTION}"`);
    expect(JSON.stringify(form)).toContain('"value":"Den är grå."');
    const done = replaced(await pressButton(ingrid, form, 'Publicera', DRAFT));
    expect(read(done)).toContain('Rutinen är publicerad\nMånens färg');

    const text = await answers(karin, QUESTION, 'Den är');
    const day = /Svar från HR, (.*), (\d{4}-\d{2}-\d{2})/.exec(text);
    expect(day?.[1]).toBe(ORGANISATION);
    expect(await answers(sara, 'vilken färg har månen över förvaltningen', 'Den är')).toContain('Månens färg');
    expect(seen((await peter.say(QUESTION)).replies[0])).not.toContain('Den är');
    expect(await found(karin)).toContain('Månens färg');
    expect(await found(peter)).not.toContain('Månens färg');
    await office.card(amir, 'Svaret är publicerat som rutin.');

    // Amir changes it; Ingrid, whose form is older, is told before she overwrites.
    const changing = await openForm(amir, await say(amir, 'publicerade svar'), 'Ändra');
    replaced(await pressButton(amir, changing, 'Publicera', { ...DRAFT, text: 'Den är gul.' }));
    const late = replaced(await pressButton(ingrid, form, 'Publicera', { ...DRAFT, text: 'Den är vit.' }));
    expect(read(late)).toContain('Amir Haddad har ändrat rutinen under tiden (version 2).');
    expect(JSON.stringify(late)).toContain('"value":"Den är vit."');
    await answers(karin, QUESTION, 'Den är gul.');

    const list = await say(ingrid, 'publicerade svar');
    expect(read(list)).toContain('version 2, Amir Haddad');
    const withdrawn = replaced(await pressButton(ingrid, list, 'Dra tillbaka'));
    expect(read(withdrawn)).toContain('Rutinen är tillbakadragen');
    await answers(karin, QUESTION, /^(?!.*Den är)/s);
    expect(await found(karin)).not.toContain('Månens färg');
    expect(read(await say(ingrid, 'publicerade svar'))).toContain('HR har inte publicerat något svar ännu.');
    const { id } = (await one(openPublished(office.storage).list()))!;
    const versions: string[] = [];
    for await (const { version, text: words } of openPublished(office.storage).earlier(ORGANISATION, id))
      versions.push(`${version} ${words}`);
    expect(versions).toEqual(['1 Den är **grå**.', '2 Den är gul.']);
    expect(buttonsOf(withdrawn).map(({ title }) => title)).toEqual(['Publicera igen']);
    await other.stop();
  });

  it('is stopped with a personal number and asked about with a name, and nothing typed is lost', async () => {
    const [sara, ingrid] = [await office.met(SARA), await office.met(INGRID)];
    const form = await openForm(ingrid, await answeredCard(sara, ingrid));
    const { phase: _unknown, ...unphased } = DRAFT;
    const without = replaced(await pressButton(ingrid, form, 'Publicera', unphased));
    expect(read(without)).toContain('Välj vilken del av UBARA det gäller.');
    const numbered = replaced(await pressButton(ingrid, form, 'Publicera', { ...DRAFT, text: 'Fråga 850709-9805.' }));
    expect(read(numbered)).toContain('ser ut att innehålla ett personnummer');
    expect(JSON.stringify(numbered)).toContain('"value":"Fråga 850709-9805."');
    const named = { ...DRAFT, text: 'Fråga Karin Lindqvist om det.' };
    const asked = replaced(await pressButton(ingrid, numbered, 'Publicera', named));
    expect(read(asked)).toContain('Den nämner någon vid namn: ”Karin Lindqvist”.');
    expect(read(replaced(await pressButton(ingrid, asked, 'Publicera', named)))).toContain('Rutinen är publicerad');
  });

  it('is nobody else’s to publish or withdraw: not a manager’s, not another board’s', async () => {
    const [sara, ingrid] = [await office.met(SARA), await office.met(INGRID)];
    const [karin, peter] = [await office.met(KARIN), await office.met(PETER)];
    const form = await openForm(ingrid, await answeredCard(sara, ingrid));
    const publish = buttonOf(form, 'Publicera');
    const done = replaced(await pressButton(ingrid, form, 'Publicera', DRAFT));
    const withdraw = buttonOf(done, 'Dra tillbaka');
    for (const { verb, data } of [publish, withdraw]) {
      const sent = verb === 'publishing.publish' ? { ...data, ...DRAFT } : data;
      expect(invokeBody((await karin.press(verb, sent)).body).statusCode).toBe(403);
      expect(invokeBody((await peter.press(verb, sent)).body).value).toBe('Frågan finns inte längre.');
    }
    const all = openPublished(office.storage).list();
    expect(await one(all)).toMatchObject({ organisation: ORGANISATION, version: 1, isWithdrawn: false });
  });
});

async function one<T>(rows: AsyncIterable<T>): Promise<T | undefined> {
  for await (const row of rows) return row;
  return undefined;
}
