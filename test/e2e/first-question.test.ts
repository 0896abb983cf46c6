import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../src/local/world.js';
import { type Chat, openChat, readCard } from './support/chat.js';
import { launchChromium } from './support/chromium.js';
import { startTestWorld } from './support/world.js';

let browser: Browser;
let world: World;

beforeAll(async () => {
  browser = await launchChromium();
  world = await startTestWorld();
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

/** What a manager must see for the first question; the proof below shows that it notices a wrong figure. */
async function expectSicknessAbsence(chat: Chat): Promise<void> {
  await chat.say('Hur hög är sjukfrånvaron i förskolan?');
  const card = await chat.newCard();
  const text = await readCard(card);
  expect(text).toContain('9,8 %');
  expect(text).toMatch(/dag 1–14\s+3,5 %/);
  expect(text).toContain('juli 2023–juni 2024 (R12)');
  expect(text).toContain('Hägersten-Älvsjö, kompetensförsörjningsplan, 2025');
  // The chart draws every department and the whole, the asked one first.
  expect(text).toMatch(/Förskola\s+9\.8\s+Hägersten-Älvsjö\s+8\.9\s+Äldreomsorg\s+8\.9/);
}

describe('a manager in the Agents Playground', () => {
  let chat: Chat;
  // One window for all: whoever opens it anew is welcomed anew, beside what the client still shows of before.
  beforeAll(async () => void (chat = await openChat(browser, world.addresses.playgrounds.manager)));
  afterAll(() => chat.close());

  it('is welcomed by name and role', async () => {
    const text = await readCard(await chat.newCard());
    expect(text).toContain('Hej Karin');
    expect(text).toContain('Som chef');
    await chat.screenshot('welcome-manager');
  });

  it('sees figure, period, source and chart for a first question', async () => {
    await expectSicknessAbsence(chat);
    await chat.screenshot('sjukfranvaro');
  });

  it('presses a follow-up and gets a new message that repeats the question', async () => {
    await chat.say('Hur hög är sjukfrånvaron i förskolan?');
    const card = await chat.newCard();
    const before = await readCard(card);
    await chat.press(card, 'Hägersten-Älvsjö');
    const text = await readCard(await chat.newCard());
    // The question stands in the message, above its card.
    await chat.page.getByText('Din fråga: Vad är sjukfrånvaro i Hägersten-Älvsjö?', { exact: true }).waitFor();
    expect(text).toContain('8,9 %');
    // The card that was pressed still stands as it was.
    expect(await readCard(chat.cardBefore())).toBe(before);
    await chat.screenshot('follow-up');
  });

  it('goes on in the conversation without repeating what it is about', async () => {
    await chat.say('Hur hög är sjukfrånvaron i förskolan?');
    await chat.newCard();
    await chat.say('och för individ- och familjeomsorgen?');
    expect(await readCard(await chat.newCard())).toMatch(/Sjukfrånvaro[\s\S]*individ- och familjeomsorg[\s\S]*6,8 %/);
  });

  it('learns who holds the exit conversation, with sources', async () => {
    await chat.say('Vem håller avslutssamtalet?');
    const text = await readCard(await chat.newCard());
    expect(text).toMatch(/närmaste chef/i);
    expect(text).toContain('Hägersten-Älvsjö, kompetensförsörjningsplan');
    await chat.screenshot('avslutssamtal');
  });

  it('is refused plainly where no document holds the answer', async () => {
    await chat.say('Vad är lönen för en rektor?');
    const text = await readCard(await chat.newCard());
    expect(text).toContain('finns inte i de dokument jag har');
    expect(text).not.toMatch(/\d{2}[\s.]?\d{3}/);
    await chat.screenshot('lon');
  });

  it.each(['hej', 'hjälp', 'help'])('gets buttons that work for "%s"', async (word) => {
    await chat.say(word);
    const card = await chat.newCard();
    const [title] = await card.getByRole('button').allInnerTexts();
    await chat.press(card, title!);
    const answer = await readCard(await chat.newCard());
    expect(answer).toMatch(/9,8 %|9\.8%/);
    await chat.screenshot(`help-${word}`);
  });
});

describe('the other personas', () => {
  it.each([
    ['hr', 'Hej Amir', 'HR'],
    ['employee', 'Hej Sara', 'Som medarbetare'],
  ] as const)('%s is welcomed in an own window by an own role', async (persona, name, role) => {
    const chat = await openChat(browser, world.addresses.playgrounds[persona]);
    const text = await readCard(await chat.newCard());
    expect(text).toContain(name);
    expect(text).toContain(role);
    await chat.say('vem är jag');
    expect(await readCard(await chat.newCard())).toContain(name.replace('Hej ', ''));
    await chat.screenshot(`welcome-${persona}`);
    await chat.close();
  });
});

describe('this proof', () => {
  it('fails when one figure of the knowledge is wrong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ubara-knowledge-'));
    cpSync('knowledge', folder, { recursive: true });
    const file = join(folder, 'statistics/ha-2025.csv');
    const right = readFileSync(file, 'utf8');
    const wrong = right.replace(/(sjukfranvaro,ha-forskola,,R12:2024-06,utfall,)9\.8,/, '$19.7,');
    expect(wrong).not.toBe(right);
    writeFileSync(file, wrong);
    const other = await startTestWorld({ KNOWLEDGE_DIR: folder });
    try {
      const chat = await openChat(browser, other.addresses.playgrounds.manager);
      await expect(expectSicknessAbsence(chat)).rejects.toThrow(/9,8 %/);
    } finally {
      await other.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
