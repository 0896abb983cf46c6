import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat, readCard } from './support/chat.js';
import { launchChromium } from './support/chromium.js';
import { press } from './support/press.js';
import { cardWith, lastCard, shows } from './support/walk.js';
import { startTestWorld, type TestWorld } from './support/world.js';

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
    await shows(lastCard(hr), /Utvecklingsenheten: inte bestämt/);
    await hr.screenshot('plan-rehearsal');

    await press(lastCard(hr), 'Välj vem som svarar');
    await shows(lastCard(hr), 'Vem svarar i stället?');
    await lastCard(hr).getByRole('combobox').first().click();
    await hr.page.getByRole('option', { name: /^Karin Lindqvist/ }).click();
    await hr.screenshot('plan-stand-in');
    await press(lastCard(hr), 'Spara');
    await shows(lastCard(hr), /Utvecklingsenheten: Karin Lindqvist/);
    await press(lastCard(hr), 'Förhandsvisa');
    await shows(lastCard(hr), /Kortet ovanför är det som går till Tomas Rönnevik/);
    await hr.screenshot('plan-preview');
    await press(lastCard(hr), 'Skicka');
    await shows(lastCard(hr), /Uppföljning: VB|Uppföljning: T/);
  });

  it('the manager gets the card, answers, and goes on to the next', async () => {
    await shows(lastCard(karin), /0 av \d+ besvarade/);
    await karin.screenshot('plan-manager');
    await press(lastCard(karin), 'Börja svara');
    await shows(lastCard(karin), new RegExp(FIRST));
    await lastCard(karin).getByText('▶ Pågår').click();
    await lastCard(karin)
      .getByLabel(/^Kommentar/)
      .fill('Två nätverk är i gång.');
    await karin.screenshot('plan-item');
    await press(lastCard(karin), 'Spara och nästa');
    await shows(lastCard(karin), /Aktivitet 2 av \d+[\s\S]*Svaret är sparat/);
    await karin.screenshot('plan-next');
    await shows(cardWith(hr, 'Uppföljning:'), /Besvarat: 1 av \d+/);
  });

  it('a personal identity number is stopped, and nothing typed is lost', async () => {
    await lastCard(karin).getByText('△ Avvikelse').click();
    await lastCard(karin)
      .getByLabel(/^Orsak/)
      .fill('Anna 850709-9805 är föräldraledig.');
    await press(lastCard(karin), 'Spara och nästa');
    await shows(lastCard(karin), /Inte sparat än/);
    expect(
      await lastCard(karin)
        .getByLabel(/^Orsak/)
        .inputValue(),
    ).toBe('Anna 850709-9805 är föräldraledig.');
    await karin.screenshot('plan-personal-number');
    await lastCard(karin)
      .getByLabel(/^Orsak/)
      .fill('Vi saknar handledare.');
    await press(lastCard(karin), 'Spara och nästa');
    await shows(lastCard(karin), /Aktivitet 3 av \d+[\s\S]*Svaret är sparat/);
  });

  it('a deputy gets the card and answers too; the second to answer sees what the first said, and decides', async () => {
    const what = /(?:Aktivitet|Mål) \d+ av \d+[^\n]*\n+(?:Svaret är sparat\.\n+)?([^\n]+)/.exec(
      await readCard(lastCard(karin)),
    )![1]!;
    await press(lastCard(karin), 'Lämna över');
    await shows(lastCard(karin), /Den du väljer får kortet och kan svara/);
    await lastCard(karin)
      .getByLabel(/^Eller en e-postadress/)
      .fill('yasmin.karimzadeh@ubara.example');
    await karin.screenshot('plan-deputy');
    await press(lastCard(karin), 'Lämna över');
    await shows(cardWith(yasmin, /av \d+ besvarade/), /0 av 1 besvarade/);

    // Both have the same item open; Yasmin is first.
    if (!/Spara och nästa/.test(await readCard(lastCard(karin)))) await press(lastCard(karin), 'Svara på 3');
    await shows(lastCard(karin), /Spara och nästa/);
    expect(await readCard(lastCard(karin))).toContain(what);
    await press(lastCard(yasmin), 'Börja svara');
    await shows(lastCard(yasmin), /Spara och nästa/);
    expect(await readCard(lastCard(yasmin))).toContain(what);
    await lastCard(yasmin).getByText('✓ Klar').click();
    await lastCard(yasmin)
      .getByLabel(/^Kommentar/)
      .fill('Klart sedan april.');
    await press(lastCard(yasmin), 'Spara och nästa');
    await shows(lastCard(yasmin), /1 av 1 besvarade/);
    await yasmin.screenshot('plan-deputy-done');

    await lastCard(karin).getByText('▶ Pågår').click();
    await lastCard(karin)
      .getByLabel(/^Kommentar/)
      .fill('Vi håller på.');
    await press(lastCard(karin), 'Spara och nästa');
    await shows(lastCard(karin), /Klart sedan april\./);
    expect(
      await lastCard(karin)
        .getByLabel(/^Kommentar/)
        .inputValue(),
    ).toBe('Vi håller på.');
    await karin.screenshot('plan-conflict');
    await press(lastCard(karin), 'Behåll det sparade');
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
    await press(lastCard(karin), 'Fortsätt');
    await shows(lastCard(karin), /Spara och nästa/);
    await lastCard(karin).getByText('○ Ej påbörjad').click();
    await press(lastCard(karin), 'Spara och nästa');
    await shows(lastCard(karin), /Svaret är sparat/);
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
    await press(lastCard(hr), 'Ja, stäng');
    await shows(cardWith(hr, 'Uppföljning:'), /Stängd/);
    await karin.say('mina aktiviteter');
    await shows(await karin.newCard(), /[Ss]tängd/);
    await karin.screenshot('plan-closed');
  });
});
