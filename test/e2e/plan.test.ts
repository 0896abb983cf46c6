import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat, readCard } from './support/chat.js';
import { launchChromium } from './support/chromium.js';
import { startTestWorld, type TestWorld } from './support/world.js';

/** An update passes through the job, the queue and the shared rate. */
const PATIENCE_MS = 25_000;
const PLAN = 'Kompetensförsörjningsplan';
const OTHER_PLANS = [
  'Äldreomsorg',
  'Funktionsnedsättning och socialpsykiatri',
  'Hägersten-Älvsjö stadsdelsförvaltning',
  'Individ- och familjeomsorg',
];
const FIRST = 'Driva utveckling i nätverk och ute på förskoleenheterna';

let browser: Browser;
let world: TestWorld;
let hr: Chat;
let karin: Chat;
let yasmin: Chat;

beforeAll(async () => {
  browser = await launchChromium();
  world = await startTestWorld();
  const { playgrounds } = world.addresses;
  [hr, karin, yasmin] = await Promise.all([
    openChat(browser, playgrounds.hr),
    openChat(browser, playgrounds.manager),
    world.openForDeputy().then((url) => openChat(browser, url)),
  ]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const last = (chat: Chat) => chat.page.locator('.ac-adaptiveCard').last();
const cardWith = (chat: Chat, text: string | RegExp) => chat.page.locator('.ac-adaptiveCard', { hasText: text }).last();
const shows = (card: Locator, text: string | RegExp) =>
  expect.poll(() => readCard(card), { timeout: PATIENCE_MS }).toMatch(text);
const press = (card: Locator, title: string) => card.getByRole('button', { name: title, exact: true }).first().click();

describe('a follow-up round in the Playground', () => {
  it('HR fills in one card, decides who answers for a function that nobody has, and sees the very card', async () => {
    await hr.say('ny uppföljning');
    const form = await hr.newCard();
    await form.getByRole('combobox').first().click();
    for (const plan of OTHER_PLANS)
      await hr.page.getByRole('menuitemcheckbox', { name: new RegExp(`^${PLAN} \\d{4}, ${plan}$`) }).click();
    await hr.page.keyboard.press('Escape');
    await hr.screenshot('plan-form');
    await press(form, 'Granska');
    await shows(last(hr), /Utvecklingsenheten: inte bestämt/);
    await hr.screenshot('plan-rehearsal');

    await press(last(hr), 'Välj vem som svarar');
    await shows(last(hr), 'Vem svarar i stället?');
    await last(hr).getByRole('combobox').first().click();
    await hr.page.getByRole('option', { name: /^Karin Lindqvist/ }).click();
    await hr.screenshot('plan-stand-in');
    await press(last(hr), 'Spara');
    await shows(last(hr), /Utvecklingsenheten: Karin Lindqvist/);
    await press(last(hr), 'Förhandsvisa');
    await shows(last(hr), /Kortet ovanför är det som går till Tomas Rönnevik/);
    await hr.screenshot('plan-preview');
    await press(last(hr), 'Skicka');
    await shows(last(hr), /Uppföljning: VB|Uppföljning: T/);
  });

  it('the manager gets the card, answers, and goes on to the next', async () => {
    await shows(last(karin), /0 av \d+ besvarade/);
    await karin.screenshot('plan-manager');
    await press(last(karin), 'Börja svara');
    await shows(last(karin), new RegExp(FIRST));
    await last(karin).getByText('▶ Pågår').click();
    await last(karin)
      .getByLabel(/^Kommentar/)
      .fill('Två nätverk är i gång.');
    await karin.screenshot('plan-item');
    await press(last(karin), 'Spara och nästa');
    await shows(last(karin), /Aktivitet 2 av \d+[\s\S]*Svaret är sparat/);
    await karin.screenshot('plan-next');
    await shows(cardWith(hr, 'Uppföljning:'), /Besvarat: 1 av \d+/);
  });

  it('a personal identity number is stopped, and nothing typed is lost', async () => {
    await last(karin).getByText('△ Avvikelse').click();
    await last(karin)
      .getByLabel(/^Orsak/)
      .fill('Anna 850709-9805 är föräldraledig.');
    await press(last(karin), 'Spara och nästa');
    await shows(last(karin), /Inte sparat än/);
    expect(
      await last(karin)
        .getByLabel(/^Orsak/)
        .inputValue(),
    ).toBe('Anna 850709-9805 är föräldraledig.');
    await karin.screenshot('plan-personal-number');
    await last(karin)
      .getByLabel(/^Orsak/)
      .fill('Vi saknar handledare.');
    await press(last(karin), 'Spara och nästa');
    await shows(last(karin), /Aktivitet 3 av \d+[\s\S]*Svaret är sparat/);
  });

  it('a deputy gets the card and answers too; the second to answer sees what the first said, and decides', async () => {
    const what = /(?:Aktivitet|Mål) \d+ av \d+[^\n]*\n+(?:Svaret är sparat\.\n+)?([^\n]+)/.exec(
      await readCard(last(karin)),
    )![1]!;
    await press(last(karin), 'Lämna över');
    await shows(last(karin), /Den du väljer får kortet och kan svara/);
    await last(karin)
      .getByLabel(/^Eller en e-postadress/)
      .fill('yasmin.karimzadeh@ubara.example');
    await karin.screenshot('plan-deputy');
    await press(last(karin), 'Lämna över');
    await shows(cardWith(yasmin, /av \d+ besvarade/), /0 av 1 besvarade/);

    // Both have the same item open; Yasmin is first.
    if (!/Spara och nästa/.test(await readCard(last(karin)))) await press(last(karin), 'Svara på 3');
    await shows(last(karin), /Spara och nästa/);
    expect(await readCard(last(karin))).toContain(what);
    await press(last(yasmin), 'Börja svara');
    await shows(last(yasmin), /Spara och nästa/);
    expect(await readCard(last(yasmin))).toContain(what);
    await last(yasmin).getByText('✓ Klar').click();
    await last(yasmin)
      .getByLabel(/^Kommentar/)
      .fill('Klart sedan april.');
    await press(last(yasmin), 'Spara och nästa');
    await shows(last(yasmin), /1 av 1 besvarade/);
    await yasmin.screenshot('plan-deputy-done');

    await last(karin).getByText('▶ Pågår').click();
    await last(karin)
      .getByLabel(/^Kommentar/)
      .fill('Vi håller på.');
    await press(last(karin), 'Spara och nästa');
    await shows(last(karin), /Klart sedan april\./);
    expect(
      await last(karin)
        .getByLabel(/^Kommentar/)
        .inputValue(),
    ).toBe('Vi håller på.');
    await karin.screenshot('plan-conflict');
    await press(last(karin), 'Behåll det sparade');
    await shows(cardWith(hr, 'Uppföljning:'), /Besvarat: 3 av \d+/);
  });

  it('is as it was after everything was stopped and started again in the middle', async () => {
    await Promise.all([hr, karin, yasmin].map((chat) => chat.page.close()));
    await world.restart({});
    const { playgrounds } = world.addresses;
    [hr, karin] = await Promise.all([openChat(browser, playgrounds.hr), openChat(browser, playgrounds.manager)]);
    await karin.say('mina aktiviteter');
    await shows(await karin.newCard(), /3 av \d+ besvarade/);
    await karin.screenshot('plan-after-restart');
    await press(last(karin), 'Fortsätt');
    await shows(last(karin), /Spara och nästa/);
    await last(karin).getByText('○ Ej påbörjad').click();
    await press(last(karin), 'Spara och nästa');
    await shows(last(karin), /Svaret är sparat/);
  });

  it('HR reads the report and its file, closes the round, and the manager is told', async () => {
    await hr.say('rapport');
    const report = await hr.newCard();
    await shows(report, /Avvikelse/);
    await hr.screenshot('plan-report');
    await hr.press(report, 'Word');
    await shows(await hr.newCard(), /\.docx/);
    await hr.screenshot('plan-report-file');

    await hr.say('vilka aktiviteter avviker i förskolan?');
    await shows(await hr.newCard(), /Vi saknar handledare/);
    await hr.screenshot('plan-question');

    await hr.say('uppföljningar');
    await hr.press(await hr.newCard(), 'Öppna');
    const round = cardWith(hr, 'Uppföljning:');
    await press(round, 'Stäng uppföljningen');
    await hr.screenshot('plan-close');
    await press(last(hr), 'Ja, stäng');
    await shows(cardWith(hr, 'Uppföljning:'), /Stängd/);
    await karin.say('mina aktiviteter');
    await shows(await karin.newCard(), /[Ss]tängd/);
    await karin.screenshot('plan-closed');
  });
});
