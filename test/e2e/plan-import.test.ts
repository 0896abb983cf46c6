import type { Browser, Locator, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTables } from '../../src/documents/index.js';
import { openRounds, openStorage } from '../../src/storage/index.js';
import { makeXlsx } from '../documents/tables/make-tables.js';
import { type Chat, openChat, readCard } from './support/chat.js';
import { launchChromium } from './support/chromium.js';
import { dropFile } from './support/drop-file.js';
import { takeFile } from './support/take-file.js';
import { press } from './support/press.js';
import { cardWith, lastCard, shows } from './support/walk.js';
import { startTestWorld, type TestWorld } from './support/world.js';

/** An update passes through the job, the queue and the shared rate. */
const PATIENCE_MS = 40_000;
const ORGANISATION = 'Hägersten-Älvsjö stadsdelsförvaltning';
/** As a department writes it: two actions in one cell, a date in words, a goal without action, a number that must not be there. */
const SHEET = [
  ['Avdelning/Enhet: Avdelningen för förskola', '', 'Datum: 2027-01-08'],
  ['Vad ska vi uppnå?', 'Aktivitet', 'Måldatum', 'Ansvarig (Funktion)', 'Resurser', 'Uppföljning'],
  ['Utveckla'],
  ['Fler kan mer om språk', '• Utbilda två språkombud\n• Följa upp i nätverket', 'våren 2027', 'Enhetschef', '', 'T1'],
  ['Handledningen räcker', 'Ge alla nya handledning', 'snarast', 'Biträdande enhetschef', '20 tim', ''],
  ['Fler vikarier', '', 'våren 2027', 'Enhetschef', '', ''],
  ['Tryggare möten', 'Ring Anna 850709-9805 om utbildning', '', 'Enhetschef', '', ''],
];
const FILE = 'kompetensförsörjningsplan förskola.xlsx';

let browser: Browser;
let world: TestWorld;
let hr: Chat;
let karin: Chat;
let yasmin: Chat;

async function openAll(): Promise<void> {
  const { playgrounds } = world.addresses;
  const chats = [playgrounds.hr, playgrounds.manager, deputy].map((url) => openChat(browser, url));
  [hr, karin, yasmin] = (await Promise.all(chats)) as [Chat, Chat, Chat];
}
let deputy: string;
beforeAll(async () => {
  browser = await launchChromium();
  // A Tuesday morning: reminders go out in working hours.
  world = await startTestWorld({ TEST_NOW: '2026-11-24T08:05:00Z' });
  deputy = await world.openForDeputy();
  await openAll();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function answer(chat: Chat, status: string, comment: string): Promise<void> {
  await lastCard(chat).getByText(status).click();
  await lastCard(chat)
    .getByLabel(/^Kommentar/)
    .fill(comment);
  await press(lastCard(chat), 'Spara och nästa');
}

describe("a plan's file, from HR's chat to the report", () => {
  it('HR sends the file and reads what was understood, and which rows were not and why', async () => {
    await dropFile(hr, { name: FILE, bytes: await makeXlsx({ Plan: SHEET }) });
    await shows(lastCard(hr), /Läs in en plan[\s\S]*kompetensförsörjningsplan förskola\.xlsx/);
    const read = await readCard(lastCard(hr));
    expect(read).toMatch(/3 aktiviteter ur 2 rader/);
    expect(read).toMatch(/rad 6[^\n]*ingen aktivitet i raden; skriv vad som ska göras/);
    expect(read).toMatch(/rad 7[^\n]*raden innehåller ett personnummer; ta bort det/);
    expect(read).toMatch(/måldatumet förstås inte och sparas som det står/);
    expect(read).not.toContain('850709');
    await hr.screenshot('plan-import');
    await press(lastCard(hr), 'Importera');
    await shows(lastCard(hr), /Planen är inläst/);
    await hr.screenshot('plan-imported');
  });

  it('that very plan is sent as a round', async () => {
    await hr.say('ny uppföljning');
    const form = await hr.newCard();
    await form.getByRole('combobox').first().click();
    for (const plan of await hr.page.getByRole('menuitemcheckbox').all()) {
      const isWanted = /^Kompetensförsörjningsplan 2027, Förskola$/.test((await plan.textContent()) ?? '');
      if ((await plan.getAttribute('aria-checked')) !== String(isWanted)) await plan.click();
    }
    await hr.page.keyboard.press('Escape');
    await press(form, 'Granska');
    await shows(lastCard(hr), /Granska uppföljningen/);
    await hr.screenshot('plan-import-rehearsal');
    await press(lastCard(hr), 'Skicka');
    await shows(cardWith(hr, 'Uppföljning:'), /Öppen/);
    await shows(lastCard(karin), /0 av \d+ besvarade/);
    expect(await readCard(lastCard(karin))).toContain('Utbilda två språkombud');
    await shows(lastCard(yasmin), /0 av 1 besvarade/);
    expect(await readCard(lastCard(yasmin))).toContain('Ge alla nya handledning');
  });

  it('a manager’s press that the platform brings twice at once stores one answer', async () => {
    await press(lastCard(karin), 'Börja svara');
    await shows(lastCard(karin), /Utbilda två språkombud/);
    const answers: string[] = [];
    const twice = async (route: Route) => {
      const both = await Promise.all([route.fetch(), route.fetch()]);
      answers.push(...(await Promise.all(both.map((one) => one.text()))));
      await route.fulfill({ response: both[0] });
    };
    await karin.page.route('**/_conversation/v1/invoke', twice);
    await answer(karin, '▶ Pågår', 'Ett ombud är klart.');
    await shows(lastCard(karin), /Följa upp i nätverket/);
    await karin.page.unroute('**/_conversation/v1/invoke', twice);
    expect(answers).toHaveLength(2);
    for (const text of answers) expect(text).toMatch(/[Ss]varet (?:är|var redan) sparat/);
    expect(await historyOf('Utbilda två språkombud')).toEqual([['pågår', 'Ett ombud är klart.']]);
  });

  it('the next day, after everything was stopped, HR reminds whoever has not answered, and them alone', async () => {
    await answer(karin, '✓ Klar', 'Nätverket möts varje månad.');
    await shows(lastCard(karin), /Allt är besvarat/);
    await Promise.all([hr, karin, yasmin].map((chat) => chat.page.close()));
    await world.restart({ TEST_NOW: '2026-11-25T08:05:00Z' });
    await openAll();
    await hr.say('uppföljningar');
    await hr.press(await hr.newCard(), 'Öppna');
    const round = cardWith(hr, 'Uppföljning:');
    await shows(round, /Besvarat:/);
    const before = await karin.page.locator('.ac-adaptiveCard').count();
    await press(round, 'Påminn dem som inte svarat');
    await shows(cardWith(hr, 'Uppföljning:'), /Påminda\s+1/);
    await hr.screenshot('plan-import-reminded');
    await shows(cardWith(yasmin, /0 av 1 besvarade/), /Ge alla nya handledning/);
    await yasmin.screenshot('plan-import-reminder');
    expect(await karin.page.locator('.ac-adaptiveCard').count()).toBe(before);
  });

  it('the reminded one answers; the first changes an answer, and both versions are kept', async () => {
    await press(cardWith(yasmin, /0 av 1 besvarade/), 'Börja svara');
    await shows(lastCard(yasmin), /Spara och nästa/);
    await lastCard(yasmin).getByText('△ Avvikelse').click();
    await lastCard(yasmin)
      .getByLabel(/^Orsak/)
      .fill('Det saknas handledare.');
    await press(lastCard(yasmin), 'Spara och nästa');
    await shows(lastCard(yasmin), /1 av 1 besvarade/);

    await karin.say('mina aktiviteter');
    await press(await karin.newCard(), 'Ändra 1');
    await shows(lastCard(karin), /Sparat svar: ▶ Pågår/);
    expect(
      await lastCard(karin)
        .getByLabel(/^Kommentar/)
        .inputValue(),
    ).toBe('Ett ombud är klart.');
    await answer(karin, '✓ Klar', 'Båda ombuden är klara.');
    await shows(lastCard(karin), /Svaret är sparat|Allt är besvarat/);
    expect(await historyOf('Utbilda två språkombud')).toEqual([
      ['pågår', 'Ett ombud är klart.'],
      ['klar', 'Båda ombuden är klara.'],
    ]);
  });

  it('HR closes the round and gets its report as Word and as Excel', async () => {
    await hr.say('uppföljningar');
    await hr.press(await hr.newCard(), 'Öppna');
    await press(cardWith(hr, 'Uppföljning:'), 'Stäng uppföljningen');
    await press(lastCard(hr), 'Ja, stäng');
    await shows(cardWith(hr, 'Uppföljning:'), /Stängd/);
    await hr.say('rapport');
    await hr.newCard();
    const report = cardWith(hr, /Avvikelse[\s\S]*Excel/);
    await shows(report, /Avvikelse/);
    await hr.screenshot('plan-import-report');
    const word = await download(report, 'Word');
    const excel = await download(report, 'Excel');
    for (const [name, bytes] of [word, excel]) {
      const tables = await readTables(name, bytes);
      if (tables.kind === 'unreadable') throw new Error(`${name}: ${tables.because}`);
      const text = JSON.stringify(tables);
      for (const said of ['Båda ombuden är klara.', 'Det saknas handledare.']) expect(text, name).toContain(said);
    }
  });
});

/** Every answer that is stored about an activity, oldest first. */
async function historyOf(activity: string): Promise<readonly (readonly [string, string])[]> {
  const rounds = openRounds(
    openStorage({ kind: 'connection-string', connectionString: world.addresses.connectionString }),
  );
  for await (const round of rounds.list(ORGANISATION))
    for await (const item of rounds.items(ORGANISATION, round.id))
      if (item.text === activity)
        return (await rounds.history(item, item.key)).map(({ status, comment }) => [status ?? '', comment]);
  return [];
}

/** Presses the report's button and fetches what the link that comes leads to. */
async function download(report: Locator, title: string): Promise<readonly [string, Uint8Array]> {
  await press(report, title);
  const link = hr.page.getByText('Hämta filen').last();
  // The address goes to a new window, which a browser without a screen closes as soon as it is a file.
  await hr.page.evaluate(() =>
    Object.assign(globalThis, { open: (url: string) => void Object.assign(globalThis, { opened: url }) }),
  );
  await expect
    .poll(async () => (await readCard(lastCard(hr))).replaceAll('\n', ' '), { timeout: PATIENCE_MS })
    .toMatch(title === 'Word' ? /\.docx/ : /\.xlsx/);
  await link.click();
  const url = await hr.page.evaluate(() => (globalThis as unknown as { opened: string }).opened);
  const file = await takeFile(url);
  const [, name = ''] = /filename\*?=(?:UTF-8'')?"?([^";]+)/.exec(file.headers.get('content-disposition') ?? '') ?? [];
  return [decodeURIComponent(name), new Uint8Array(await file.arrayBuffer())];
}
