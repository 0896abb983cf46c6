import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCAL_SURVEY_KEY } from '../../src/config.js';
import { createBoxes, createSeal, type ExitCase } from '../../src/exit/index.js';
import { seedDemo } from '../../src/local/seed.js';
import {
  openBoxes,
  openExitCases,
  openInvitations,
  openPicture,
  openStorage,
  type Storage,
} from '../../src/storage/index.js';
import { made } from '../exit/picture/support/made-answers.js';
import { offer, TERTIAL } from '../exit/survey/support/leavers.js';
import { type Chat, openChat, readCard } from './support/chat.js';
import { launchChromium } from './support/chromium.js';
import { press } from './support/press.js';
import { startTestWorld, type TestWorld } from './support/world.js';

const PATIENCE_MS = 60_000;
const ORGANISATION = 'Hägersten-Älvsjö stadsdelsförvaltning';
const [OFFERED, CLOSED] = ['2026-11-10T08:05:00Z', '2027-01-04T08:05:00Z'] as const;
/** The demo's employee has three weeks left some days later, so that nothing is offered before the chats are open. */
const DEMO = '2026-11-18T08:05:00Z';
const LAST = '2026-11-27';
const ACTIVITY = 'Driva utveckling i nätverk och ute på förskoleenheterna';
const OTHERS = [
  'Äldreomsorg',
  'Funktionsnedsättning och socialpsykiatri',
  'Hägersten-Älvsjö stadsdelsförvaltning',
  'Individ- och familjeomsorg',
];

let browser: Browser;
let world: TestWorld;
let [karin, sara, hr] = [] as unknown as [Chat, Chat, Chat];

const storageOf = (connectionString: string) => openStorage({ kind: 'connection-string', connectionString });

/** Twelve others who leave in the same tertial have the survey and answer it, as the bot itself stores it. */
async function seedAnswers(storage: Storage): Promise<void> {
  const boxes = createBoxes({ store: openBoxes(storage), seal: createSeal([Buffer.from(LOCAL_SURVEY_KEY, 'base64')]) });
  if ((await boxes.read(ORGANISATION, TERTIAL)).length > 0) return;
  // Reasons are told of three tertials together; in the first two nobody left.
  for (const tertial of ['2026-1', '2026-2']) {
    const nobody = { organisation: ORGANISATION, tertials: [tertial], invited: 0, departments: {}, classes: {} };
    const scores = { ...nobody, whole: { answers: 0, figures: {} } };
    await openPicture(storage).close(ORGANISATION, { tertial, scores });
  }
  const invitations = openInvitations(storage);
  for (let n = 1; n <= 12; n++) {
    const person = `c0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const invitation = {
      organisation: ORGANISATION,
      tertial: TERTIAL,
      person,
      case: `case-${n}`,
      department: 'Förskola',
    };
    await invitations.invite(invitation);
    await invitations.close(ORGANISATION, TERTIAL, person);
    const reason = n > 4 ? 'R5' : 'R2';
    const chosen = { Q1: [reason], Q6: [String(1 + (n % 4))], Q12: [n % 3 === 0 ? '9' : '6'], Q14: ['ja'] };
    const text = `De nya fick för lite stöd i början, förslag nummer ${n}.`;
    await boxes.put(ORGANISATION, TERTIAL, made({ department: 'Förskola', main: reason, chosen, text }));
  }
}

async function openAll(): Promise<void> {
  const { manager, employee, hr: office } = world.addresses.playgrounds;
  [karin, sara, hr] = await Promise.all(
    [manager, employee, office].map((url) => openChat(browser, url)) as [Promise<Chat>, Promise<Chat>, Promise<Chat>],
  );
}

/** Everything stops, and later it goes on. */
async function laterAt(now: string): Promise<void> {
  await Promise.all([karin, sara, hr].map((chat) => chat.page.close()));
  await world.restart({ TEST_NOW: now });
  await openAll();
}

const cards = (chat: Chat) => chat.page.locator('.ac-adaptiveCard');
const last = (chat: Chat) => cards(chat).last();
const shows = (card: Locator, text: string | RegExp) =>
  expect.poll(() => readCard(card), { timeout: PATIENCE_MS }).toMatch(text);
async function cardOf(chat: Chat, text: RegExp): Promise<Locator> {
  const find = async () => (await cards(chat).allInnerTexts()).findLastIndex((read) => text.test(read));
  await expect.poll(find, { timeout: PATIENCE_MS, message: String(text) }).toBeGreaterThanOrEqual(0);
  return cards(chat).nth(await find());
}

beforeAll(async () => {
  browser = await launchChromium();
  world = await startTestWorld({ TEST_NOW: OFFERED }, async ({ connectionString }) => {
    await seedDemo({ connectionString, now: new Date(DEMO) });
    await seedAnswers(storageOf(connectionString));
  });
  await openAll();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

describe('the survey of those who leave, in the Playground', () => {
  let survey: Locator;

  it('comes three weeks before the last day, with what becomes of the answer first', async () => {
    const storage = storageOf(world.addresses.connectionString);
    const cases = openExitCases(storage);
    let leaving: ExitCase | undefined;
    for await (const one of cases.list(ORGANISATION)) leaving = one;
    const { exitCase, version } = (await cases.find(ORGANISATION, leaving!.id))!;
    const moved = { ...exitCase, lastWorkingDay: LAST, lastDay: '2026-11-30' };
    await cases.update(moved, version);
    await offer(storage, moved, new Date(OFFERED));
    survey = await cardOf(sara, /Enkät till dig som slutar/);
    expect(await readCard(survey)).toMatch(/frivillig/);
    expect(await readCard(survey)).toMatch(/utan ditt namn, utan datum och utan enhet/);
    await survey.scrollIntoViewIfNeeded();
    await sara.screenshot('exit-survey-cover');
  });

  it('is answered page by page, and what was answered is still there when a page is turned back', async () => {
    await press(survey, 'Öppna enkäten');
    await shows(survey, /Sida 1 av 6/);
    await survey.getByText('Arbetsbelastning och bemanning').first().click();
    await press(survey, 'Nästa sida');
    await shows(survey, /Sida 2 av 6/);
    await sara.screenshot('exit-survey-page-2');
    await press(survey, 'Föregående sida');
    await shows(survey, /Sida 1 av 6/);
    expect(await survey.getByRole('checkbox', { name: 'Arbetsbelastning och bemanning' }).isChecked()).toBe(true);
    await sara.screenshot('exit-survey-page-1');
    for (let page = 2; page <= 6; page++) {
      await press(survey, 'Nästa sida');
      await shows(survey, new RegExp(`Sida ${page} av 6`));
      if (/diskriminering/.test(await readCard(survey))) {
        // The routes stand below the question at once, before anything is sent.
        expect(await readCard(survey)).toMatch(/skyddsombud/);
        expect(await survey.getByRole('button', { name: 'HR får kontakta mig' }).count()).toBe(1);
        await sara.screenshot('exit-survey-harassment');
      }
    }
  });

  it('stops a free text with a personal identity number, and keeps what was typed', async () => {
    const text = survey.getByRole('textbox').last();
    await text.fill('Fråga Anna, 850709-9805, om schemat.');
    await press(survey, 'Skicka svaret');
    await shows(survey, /personnummer/);
    expect(await survey.getByRole('textbox').last().inputValue()).toBe('Fråga Anna, 850709-9805, om schemat.');
    await sara.screenshot('exit-survey-personal-number');
    await survey.getByRole('textbox').last().fill('De nya behöver en fadder.');
    await press(survey, 'Skicka svaret');
    await shows(survey, /Tack! Ditt svar är sparat, utan ditt namn/);
    // Apart from the answer, whoever wants to may be contacted by HR.
    expect(await survey.getByRole('button', { name: 'HR får kontakta mig' }).count()).toBe(1);
    await sara.screenshot('exit-survey-sent');
  });
});

describe('what HR learns of it', () => {
  it('the tertial is over: the picture shows, and comes as an Excel file', async () => {
    await laterAt(CLOSED);
    await hr.say('avgångsenkät');
    const picture = await cardOf(hr, /Varför medarbetare slutar/);
    await shows(picture, /september–december 2026[\s\S]*13 av \d+/);
    expect(await readCard(picture)).toMatch(/Arbetsbelastning och bemanning/);
    await hr.screenshot('exit-picture');
    await hr.expectNew();
    await press(picture, 'Hämta som Excel');
    await cardOf(hr, /Avgångsenkät 2027-01-04\.xlsx/);
    await hr.screenshot('exit-picture-file');
    await press(picture, 'Läs fritext');
    await shows(picture, /i slumpvis ordning/);
    await picture.scrollIntoViewIfNeeded();
    await hr.page.screenshot({ path: 'test-results/playground/exit-picture-texts.png' });
  });

  it('HR writes a theme of the texts, and ties it to an activity of the plan', async () => {
    // The card stays where it is, whatever it becomes.
    const theme = await cardOf(hr, /i slumpvis ordning/);
    await press(theme, 'Skriv ett tema');
    await shows(theme, /Nytt tema/);
    await theme.getByLabel(/^Namn/).fill('Introduktion');
    await theme.getByLabel(/^Vad handlar/).fill('Nya medarbetare får för lite stöd de första veckorna.');
    await theme.getByLabel(/^Hur många/).fill('9');
    await theme.scrollIntoViewIfNeeded();
    await hr.page.screenshot({ path: 'test-results/playground/exit-theme-form.png' });
    await press(theme, 'Spara');
    await shows(theme, /Temat är sparat[\s\S]*Introduktion[\s\S]*9 av 13 texter/);
    await press(theme, 'Kopplingar 1');
    await shows(theme, /Inte kopplat till någon aktivitet/);
    await theme.getByRole('combobox').first().click();
    await hr.page.getByRole('option', { name: /Förskola$/ }).click();
    await theme.getByLabel(/^Sök/).fill('nätverk och ute');
    await press(theme, 'Visa aktiviteter');
    await shows(theme, /1 aktivitet/);
    await theme.getByText(ACTIVITY).last().click();
    await hr.page.screenshot({ path: 'test-results/playground/exit-tie.png' });
    await press(theme, 'Koppla');
    await shows(theme, new RegExp(`Kopplat\\.[\\s\\S]*Kopplad till: ${ACTIVITY}`));
    await hr.page.screenshot({ path: 'test-results/playground/exit-tied.png' });
    await press(theme, 'Till listan');
    await shows(theme, /Teman och vad vi gör åt dem/);
    await hr.page.screenshot({ path: 'test-results/playground/exit-learning.png' });
  });

  it('the next follow-up shows the manager what the activity is tied to, and not how many said it', async () => {
    await hr.say('ny uppföljning');
    const form = await hr.newCard();
    await form.getByRole('combobox').first().click();
    for (const plan of OTHERS)
      await hr.page
        .getByRole('menuitemcheckbox', { name: new RegExp(`^Kompetensförsörjningsplan \\d{4}, ${plan}$`) })
        .click();
    await hr.page.keyboard.press('Escape');
    await press(form, 'Granska');
    await shows(last(hr), /Utvecklingsenheten: inte bestämt/);
    await press(last(hr), 'Välj vem som svarar');
    await shows(last(hr), 'Vem svarar i stället?');
    await last(hr).getByRole('combobox').first().click();
    await hr.page.getByRole('option', { name: /^Karin Lindqvist/ }).click();
    await press(last(hr), 'Spara');
    await shows(last(hr), /Utvecklingsenheten: Karin Lindqvist/);
    await press(last(hr), 'Skicka');
    const round = await cardOf(karin, /0 av \d+ besvarade/);
    await press(round, 'Börja svara');
    await shows(round, new RegExp(ACTIVITY));
    await shows(round, /Kopplad till avgångsorsak: Introduktion \(T1 2026–T3 2026\)/);
    expect(await readCard(round)).not.toMatch(/9 av 13|13 texter/);
    await round.scrollIntoViewIfNeeded();
    await karin.page.screenshot({ path: 'test-results/playground/exit-learned-item.png' });
    await hr.say('rapport');
    const report = await cardOf(hr, /Kopplat till varför medarbetare slutar/);
    expect(await readCard(report)).toMatch(/Avgångsorsak: Introduktion \(T1 2026–T3 2026\)/);
    await hr.page.screenshot({ path: 'test-results/playground/exit-learned-report.png' });
  });
});
