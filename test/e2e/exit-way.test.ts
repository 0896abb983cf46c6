import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../src/local/seed.js';
import { type Chat, readCard } from './support/chat.js';
import { bookingOf, checklistOf, fillDays, firstColumnOf, leadOf, prepareExit, tick } from './support/exit-steps.js';
import { press } from './support/press.js';
import { cardOf, picture, reminded, shows, startWalk, type Walk } from './support/walk.js';

/** The days of the walk, as the clock is moved; Stockholm is two hours ahead of these until 25 October, then one. */
const RESIGNED = '2026-09-02T07:05:00Z';
const OFFERED = '2026-10-13T07:05:00Z';
const AREAS = '2026-11-13T08:05:00Z';
const TALKED = '2026-11-17T10:30:00Z';
const LAST = '2026-12-11T08:05:00Z';
const AFTER = '2027-01-04T08:05:00Z';
/** Some twenty presses each, one after the other. */
const LONG_MS = 600_000;

let walk: Walk;
let [karin, sara, hr] = [] as unknown as [Chat, Chat, Chat];

beforeAll(async () => {
  walk = await startWalk(RESIGNED, ({ connectionString }) => seedDemo({ connectionString, now: new Date(RESIGNED) }));
  ({ karin, sara, hr } = walk);
}, 180_000);
afterAll(() => walk?.end());

describe('from the resignation to the last day, with the bot killed in between', () => {
  it('the manager takes back the demo’s case and starts another, which comes to the employee by itself', async () => {
    const mistake = await leadOf(karin, 'Sara Ekman');
    await press(mistake, 'Återkalla, det blev fel');
    await shows(mistake, /Avslutet är återkallat/);
    const form = await prepareExit(karin, 'Sara Ekman', {
      'Dag då uppsägningen kom': '2026-09-01',
      'Sista arbetsdag': '2026-11-27',
      'Sista anställningsdag': '2026-11-30',
    });
    await picture(form, 'exit-way-confirm');
    await press(form, 'Medarbetaren vet om det, skicka');
    await picture(await cardOf(sara, /Din checklista inför sista dagen/), 'exit-way-checklist-employee');
    await picture(await cardOf(karin, /Checklista: Sara Ekman/), 'exit-way-checklist-manager');
    await picture(form, 'exit-way-lead');
  });

  it('the employee writes down what only she knows, and the manager sees it', async () => {
    await sara.say('min överlämning');
    await press(await sara.newCard(), 'Lägg till');
    const form = await cardOf(sara, /En del av överlämningen/);
    await form.getByLabel('Vad ska lämnas över?').fill('Vikarielistan, och vem som kan byta pass');
    await form.getByLabel(/^Till vem/).fill('Biträdande enhetschef');
    await form.getByLabel(/^Senast/).fill('2026-11-16');
    await picture(form, 'exit-way-handover-form');
    await press(form, 'Spara');
    await shows(form, /Sparat\. Både den som slutar och chefen ser det/);
    await picture(form, 'exit-way-handover-employee');
    await karin.say('överlämning');
    await shows(await karin.newCard(), /Vikarielistan[\s\S]*Till Biträdande enhetschef, senast 2026-11-16/);
  });

  it('45 days ahead a conversation is offered by itself; a wish for both is told to HR alone', async () => {
    await walk.at(OFFERED);
    await reminded('2026-10-13', karin, sara);
    const offer = await cardOf(sara, /Vill du ha ett avslutssamtal/);
    await picture(offer, 'exit-way-offer');
    await press(offer, 'Med båda');
    await shows(offer, /Du vill ha ett samtal med din chef och ett med HR/);
    await picture(await cardOf(hr, /Sara Ekman önskar samtal med HR[\s\S]*Det vet chefen inte om/), 'exit-way-wish-hr');
    const lead = await cardOf(karin, /Avslutssamtal med Sara Ekman/);
    await shows(lead, /vill ha samtalet med dig/);
    expect(await readCard(lead)).not.toMatch(/HR/);
    await picture(lead, 'exit-way-wish-manager');
    await picture(await cardOf(karin, /Att göra när någon slutar/), 'exit-way-reminder');
  });

  it('the manager books by the guide; both have the same booking for their calendars', async () => {
    await karin.say('boka avslutssamtal');
    const guide = await karin.newCard();
    await shows(guide, /Guide för avslutssamtalet/);
    await picture(guide, 'exit-way-guide');
    await press(guide, 'Boka samtalet');
    const form = await cardOf(karin, /Boka avslutssamtal[\s\S]*Förslag:/);
    await fillDays(form, { Dag: '2026-11-15', Klockslag: '10:00', Plats: 'Rum 3' });
    await press(form, 'Boka');
    await shows(form, /Den dagen är ingen arbetsdag/);
    await picture(form, 'exit-way-book');
    await fillDays(form, { Dag: '2026-11-17' });
    await press(form, 'Boka');
    await shows(form, /Samtalet är bokat/);
    const file = /Avslutssamtal 2026-11-17\.ics/;
    const managers = await bookingOf(karin, file);
    const booked = await cardOf(sara, /tisdag 17 november 2026 kl\. 10:00[\s\S]*Rum 3/);
    await picture(booked, 'exit-way-booked');
    await press(booked, 'Hämta kalenderfil');
    const employees = await bookingOf(sara, file);
    expect(managers.startDate.toJSDate().toISOString()).toBe('2026-11-17T09:00:00.000Z');
    expect([managers.location, managers.summary]).toEqual(['Rum 3', 'Avslutssamtal med Sara Ekman']);
    expect(employees.summary).toBe('Avslutssamtal med Karin Lindqvist');
    expect([employees.uid, employees.startDate.toString()]).toEqual([managers.uid, managers.startDate.toString()]);
  });

  it('the employee gets the question areas three days before, on the working day, and the survey', async () => {
    await walk.at(AREAS);
    await reminded('2026-11-13', karin, sara);
    const areas = await cardOf(sara, /Inför avslutssamtalet/);
    await shows(areas, /Hur du togs emot och introducerades[\s\S]*Du bestämmer vad som får föras vidare/);
    await picture(areas, 'exit-way-areas');
    await picture(await cardOf(sara, /Enkät till dig som slutar/), 'exit-way-survey');
  });

  it('what came of it is recorded by themes alone, and the employee is thanked', async () => {
    await walk.at(TALKED);
    await reminded('2026-11-17', karin);
    await karin.say('boka avslutssamtal');
    await press(await karin.newCard(), 'Anteckna utfallet');
    const form = await cardOf(karin, /Utfall av avslutssamtalet/);
    for (const choice of ['Samtalet hölls', 'Utveckling och karriär', 'Arbetsbelastning och bemanning'])
      await form.getByText(choice, { exact: true }).click();
    await picture(form, 'exit-way-record');
    await press(form, 'Spara utfallet');
    await shows(form, /Utfallet är antecknat/);
    await picture(form, 'exit-way-recorded');
    await picture(
      await cardOf(sara, /Tack för samtalet! Inget av det som sades är nedskrivet[\s\S]*Samtalet med HR återstår/),
      'exit-way-thanked',
    );
  });

  it('the handover is given, confirmed, and read as Word', async () => {
    await sara.say('min överlämning');
    const plan = await sara.newCard();
    await press(plan, 'Överlämnat 1');
    await shows(plan, /Överlämnat 2026-11-17, inte bekräftat/);
    await karin.say('överlämning');
    const theirs = await karin.newCard();
    await press(theirs, 'Bekräfta mottaget 1');
    await shows(theirs, /Mottaget, bekräftat 2026-11-17/);
    await picture(theirs, 'exit-way-handover-manager');
    await press(theirs, 'Planen som Word');
    expect(await firstColumnOf(karin, /Överlämningsplan.*\.docx/)).toEqual([
      'Vad',
      'Vikarielistan, och vem som kan byta pass',
    ]);
  });

  it('the last day is moved: what is not done moves with it for everybody, what is done stays', async () => {
    await tick(karin, [1, 3]);
    const led = await leadOf(karin, 'Sara Ekman');
    await press(led, 'Ändra datum');
    await fillDays(led, { 'Sista arbetsdag': '2026-12-11', 'Sista anställningsdag': '2026-12-14' });
    await picture(led, 'exit-way-move');
    await press(led, 'Spara');
    await shows(led, /Ändringen är sparad[\s\S]*2026-12-14/);
    await picture(led, 'exit-way-moved');
    expect(await checklistOf(karin)).toMatch(
      /fredag 11 december 2026[\s\S]*måndag 14 december 2026[\s\S]*2 av 20 klara/,
    );
    await sara.say('när ska datorn lämnas tillbaka?');
    const answer = await sara.newCard();
    await shows(answer, /11 december 2026/);
    await picture(answer, 'exit-way-question');
  });

  it(
    'on the last day the three tick all that is left, and nothing is overdue',
    async () => {
      await walk.at(LAST);
      await reminded('2026-12-11', karin, sara);
      for (const chat of [sara, karin, hr]) expect(await tick(chat)).toBeGreaterThan(0);
      await sara.say('vad är kvar på min checklista?');
      const left = await sara.newCard();
      await shows(left, /./);
      await picture(left, 'exit-way-left');
      await hr.say('avslut');
      const list = await hr.newCard();
      await shows(list, /Sara Ekman[\s\S]*Samtal: ✓ hållet/);
      expect(await readCard(list)).not.toMatch(/försenad/);
      await picture(list, 'exit-way-hr-list');
    },
    LONG_MS,
  );

  it('afterwards HR’s figures count it: offered, held, in time', async () => {
    await walk.at(AFTER);
    await hr.say('avslut');
    await press(await hr.newCard(), 'Så går avsluten');
    const figures = await cardOf(hr, /Samtal hållet/);
    await picture(figures, 'exit-way-figures');
    const read = await readCard(figures);
    expect(read).toMatch(/Tertial 3 2026[\s\S]*Avslut\s+1\s/);
    expect(read).toMatch(/Samtal erbjudet\s+1 av 1/);
    expect(read).toMatch(/Samtal hållet\s+1 av 1/);
    expect(read).toMatch(/Checklistan klar i tid\s+1 av 1/);
  });
});
