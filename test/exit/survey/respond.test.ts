import { describe, expect, it } from 'vitest';
import { SURVEY_JOB } from '../../../src/exit/index.js';
import { createJobs } from '../../../src/jobs/index.js';
import { auditTable, openExitCases, openInvitations, openJobs } from '../../../src/storage/index.js';
import { INGRID, KARIN, ORGANISATION, PEOPLE } from '../../bot/support/people.js';
import { buttonOf, pressButton, read, replaced } from '../../bot/support/press.js';
import type { Person } from '../../../src/people/index.js';
import { seen } from '../../bot/support/seen.js';
import { AMIR, PETER, useOffice } from '../../questions/support/office.js';
import {
  answer,
  answersIn,
  expectBytes,
  invited,
  leaver,
  NOW,
  offer,
  onCard,
  openCase,
  press,
  TERTIAL,
  TITLE,
  walk,
} from './support/leavers.js';

const [ANNA, BO, ENID] = [leaver(1), leaver(2), leaver(3, { language: 'en' })];
const ELSEWHERE = leaver(4, { organisation: PETER.organisation });
const office = useOffice({ TEST_NOW: NOW }, [...PEOPLE, AMIR, PETER, ANNA, BO, ENID, ELSEWHERE]);

describe('the survey', () => {
  it('tells what becomes of an answer before the first question, and that those who got it are few', async () => {
    const { card } = await invited(office, ANNA);
    expect(read(card)).toContain('frivillig');
    expect(read(card)).toContain('Öppen till och med 2026-11-20.');
    expect(read(card)).toContain('grupper om minst fem svar, och HR läser fritext först när minst tio personer');
    expect(read(card)).toContain(
      'Hittills har färre än fem personer fått enkäten under perioden september–december 2026',
    );
    expect(read(card)).toContain('tas bort efter 24 månader');
  });

  it('is answered page by page; every question may be skipped, and what was answered is kept under seal', async () => {
    const { user, card } = await invited(office, ANNA);
    const text = 'Behåll handledningen. Ändra schemat.';
    const background = { occupation: 'forskola', tenure: 'under1', gender: 'annat' };
    const done = await answer(user, card, { Q1: 'R5,R6', Q1main: 'R5', Q6: '4', Q12: '9', Q15: text, ...background });
    expect(read(done)).toContain('Tack! Ditt svar är sparat, utan ditt namn.');
    expect(await answersIn(office.storage)).toEqual([
      {
        ticket: expect.any(String) as string,
        department: 'Förskola',
        chosen: { Q1: ['R5', 'R6'], Q6: ['4'], Q12: ['9'] },
        main: 'R5',
        text,
      },
    ]);
  });

  it('speaks English to whom it should', async () => {
    const { user, card } = await invited(office, ENID);
    const page = await press(user, card, 'Open the survey');
    expect(read(page)).toContain('Why are you leaving?');
    expect(read(page)).toContain('Page 1 of 6');
  });

  it('loses nothing when somebody goes back and forth', async () => {
    const { user, card } = await invited(office, ANNA);
    const answers = { Q1: 'R2', Q3: '5', Q11: 'lon', Q15: 'Mer tid.' };
    const last = await walk(user, card, answers);
    const before = await press(user, last, 'Föregående sida', onCard(last, answers));
    const again = await press(user, before, 'Nästa sida', onCard(before));
    expect(onCard(again)).toEqual({ Q15: 'Mer tid.' });
    await press(user, again, 'Skicka svaret', onCard(again));
    expect(await answersIn(office.storage)).toMatchObject([
      { chosen: { Q1: ['R2'], Q3: ['5'], Q11: ['lon'] }, text: 'Mer tid.' },
    ]);
  });

  it('stays on the page while more is chosen than may be, and says so', async () => {
    const { user, card } = await invited(office, ANNA);
    const first = await press(user, card, 'Öppna enkäten');
    const typed = { Q1: 'R1,R2,R3,R4', Q1main: '', Q2: 'privat' };
    const back = await press(user, first, 'Nästa sida', typed);
    expect(read(back)).toContain('Du har valt fler än 3.');
    expect(onCard(back)).toEqual(typed);
    const beside = await press(user, first, 'Nästa sida', { Q1: 'R1,R2,R3', Q1main: 'R9', Q2: '' });
    expect(read(beside)).toContain('Det viktigaste skälet är inte bland de tre');
  });

  it('stops a personal number, asks once about names and sensitive words, and keeps what was typed', async () => {
    const { user, card } = await invited(office, ANNA);
    const last = await walk(user, card, { Q3: '2' });
    const numbered = await press(user, last, 'Skicka svaret', { Q15: 'Ring 811218-9876 om det.' });
    expect(read(numbered)).toContain('Ta bort numret');
    expect(onCard(numbered)).toEqual({ Q15: 'Ring 811218-9876 om det.' });
    const named = await press(user, numbered, 'Skicka svaret', { Q15: `${KARIN.name} var bra.` });
    expect(read(named)).toContain('nämner någon vid namn');
    expect(await answersIn(office.storage)).toEqual([]);
    await press(user, named, 'Skicka svaret', { Q15: `${KARIN.name} var bra.` });
    expect(await answersIn(office.storage)).toMatchObject([{ text: `${KARIN.name} var bra.`, chosen: { Q3: ['2'] } }]);
  });

  it('refuses a text that is too long without losing it, and sends nothing that is empty', async () => {
    const { user, card } = await invited(office, ANNA);
    const last = await walk(user, card);
    expect(read(await press(user, last, 'Skicka svaret', { Q15: '' }))).toContain('inget är skickat');
    const long = 'å"'.repeat(2400);
    const back = await press(user, last, 'Skicka svaret', { Q15: long });
    expect(read(back)).toContain('Texten är 4800 tecken lång och får vara högst 600.');
    expect(onCard(back)).toEqual({ Q15: long });
    expectBytes(back);
    const { body } = await pressButton(user, last, 'Skicka svaret', { Q15: 'å'.repeat(19_000) });
    expect(JSON.stringify(body)).toContain('för lång för kortet');
  });

  it('takes the same card once, on whatever device and however often it is sent', async () => {
    const { user, card } = await invited(office, ANNA);
    const last = await walk(user, card, { Q12: '3' });
    const both = await Promise.all([
      press(user, last, 'Skicka svaret', { Q15: 'Ett' }),
      press(user, last, 'Skicka svaret', { Q15: 'Två' }),
    ]);
    expect(both.map((one) => read(one)).filter((text) => text.includes('Tack!'))).toHaveLength(1);
    expect(both.map((one) => read(one)).filter((text) => text.includes('redan skickat'))).toHaveLength(1);
    expect(read(await press(user, card, 'Öppna enkäten'))).toContain('redan skickat');
    expect(await answersIn(office.storage)).toHaveLength(1);
  });

  it('keeps every one of many answers that are sent at once', async () => {
    const people = [ANNA, BO, leaver(5), leaver(6), leaver(7), leaver(8)];
    await office.people([...PEOPLE, AMIR, PETER, ...people]);
    await office.restart({ TEST_NOW: NOW });
    const cards = await Promise.all(people.map((person) => invited(office, person)));
    const last = await Promise.all(cards.map(({ user, card }) => walk(user, card, { Q1: 'R2' })));
    await Promise.all(cards.map(({ user }, n) => press(user, last[n], 'Skicka svaret', { Q15: `Svar ${n}` })));
    const kept = await answersIn(office.storage);
    expect(kept.map(({ text }) => text).sort()).toEqual(people.map((_, n) => `Svar ${n}`));
  });
});

describe('whose survey it is', () => {
  it("is not another person's, nor another organisation's, nor one with a made-up card", async () => {
    const { user, card } = await invited(office, ANNA);
    const other = await office.met(BO);
    const elsewhere = await office.met(ELSEWHERE);
    const { data } = buttonOf(card, 'Öppna enkäten');
    for (const stranger of [other, elsewhere])
      expect(read(replaced(await stranger.press('exit.survey.open', data)))).toContain('inte din');
    for (const ticket of ['hittepå', `${String(data.ticket)}x`, 'a.b'])
      expect(read(replaced(await user.press('exit.survey.open', { ...data, ticket })))).toContain('inte din');
    const last = await walk(user, card);
    const form = { ...buttonOf(last, 'Skicka svaret').data, Q15: 'Hej' };
    expect(read(replaced(await other.press('exit.survey.send', form)))).toContain('inte din');
    expect(await answersIn(office.storage)).toEqual([]);
  });

  it('takes no card of a form that was tampered with', async () => {
    const { user, card } = await invited(office, ANNA);
    const last = await walk(user, card);
    const form = buttonOf(last, 'Skicka svaret').data;
    const { body } = await user.press('exit.survey.send', { ...form, kept: '{"Q1":7}', Q15: 'Hej' });
    expect(JSON.stringify(body)).toContain('gick inte att läsa');
    await user.press('exit.survey.send', { ...form, kept: '{"Q1":"R77","Q3":"9"}', Q15: 'Hej' });
    expect(await answersIn(office.storage)).toMatchObject([{ chosen: {}, text: 'Hej' }]);
  });
});

describe('when it is open', () => {
  it('reminds everybody on days 3 and 10, whoever has answered, and closes after the last day at work', async () => {
    const { user, card } = await invited(office, ANNA);
    const { user: silent } = await invited(office, BO);
    await answer(user, card, { Q12: '10' });
    for (const [day, count] of [
      ['2026-11-13', 1],
      ['2026-11-20', 1],
    ] as const) {
      await office.restart({ TEST_NOW: `${day}T08:30:00Z` });
      for (const person of [user, silent])
        await expect.poll(() => reminders(person.conversationId).length, { timeout: 20_000 }).toBe(count);
    }
    expect(reminders(silent.conversationId)[0]).toContain('Har du redan svarat, bortse från det här');
    await office.restart({ TEST_NOW: '2026-11-21T08:30:00Z' });
    await office.card(user, TITLE, 'Enkäten är stängd.');
    const late = replaced(await office.user(BO).press('exit.survey.open', buttonOf(card, 'Öppna enkäten').data));
    expect(read(late)).toContain('inte din');
    const own = await office.card(silent, TITLE, 'Enkäten är stängd.');
    expect(() => buttonOf(own, 'Öppna enkäten')).toThrow();
    const invitations = openInvitations(office.storage);
    await expect.poll(() => invitations.find(ORGANISATION, TERTIAL, BO.id), { timeout: 20_000 }).toBeUndefined();
    expect(await invitations.invited(ORGANISATION, TERTIAL)).toEqual({ total: 2, departments: { Förskola: 2 } });
  });

  const reminders = (conversation: string) =>
    office.connector
      .current(conversation)
      .map(({ text = '' }) => text)
      .filter((text) => text.startsWith('Påminnelse'));

  it('answers a late press plainly', async () => {
    const { user, card } = await invited(office, ANNA);
    const last = await walk(user, card, { Q3: '1' });
    await office.restart({ TEST_NOW: '2026-11-21T08:30:00Z' });
    const late = replaced(
      await office.user(ANNA).press('exit.survey.send', { ...buttonOf(last, 'Skicka svaret').data, Q15: 'Sent' }),
    );
    expect(read(late)).toContain('Enkäten är stängd.');
    expect(await answersIn(office.storage)).toEqual([]);
  });

  it('is not offered to whoever was there for less than six months, before time or of a case that was taken back', async () => {
    const cases = [
      await openCase(office.storage, ANNA, { traits: ['konto'] }),
      await openCase(office.storage, BO, { status: 'recalled' }),
      await openCase(office.storage, ENID, { lastWorkingDay: '2026-12-20', lastDay: '2026-12-31' }),
    ];
    for (const exitCase of cases) await offer(office.storage, exitCase);
    const planned = [];
    for await (const { kind, dueAt } of createJobs({
      store: openJobs(office.storage),
      clock: () => new Date(NOW),
    }).list())
      if (kind === SURVEY_JOB) planned.push(dueAt.toISOString());
    // Three weeks before is a Sunday, so on the Monday at eight.
    expect(planned).toEqual(['2026-11-30T07:00:00.000Z']);
    expect(await openInvitations(office.storage).invited(ORGANISATION, TERTIAL)).toEqual({ total: 0, departments: {} });
  });

  it('no longer looks open on its card when the case was taken back or recalled', async () => {
    const karin = await office.met(KARIN);
    const [anna, bo] = [await invited(office, ANNA), await invited(office, BO)];
    await karin.press('exit.lead.withdraw-yes', { case: anna.exitCase.id });
    await karin.press('exit.lead.recall', { case: bo.exitCase.id });
    await office.card(anna.user, TITLE, 'Enkäten gäller inte längre.');
    const shown = () => office.connector.current(bo.user.conversationId).map((one) => seen(one));
    await expect.poll(() => shown().join('\n')).not.toContain('Öppna enkäten');
  });

  it('is told of to whoever leaves and types its name: where it is, or when it comes; nobody notes who asked', async () => {
    const told = async (person: Person) => seen((await (await office.met(person)).say('Avgångsenkät')).replies[0]);
    expect(await told(ANNA)).toContain('Du har ingen enkät: den kommer hit av sig själv till den som slutar');
    await openCase(office.storage, BO, { lastWorkingDay: '2026-12-20', lastDay: '2026-12-31' });
    expect(await told(BO)).toContain('kommer hit som ett kort 2026-11-30');
    await invited(office, ANNA);
    expect(await told(ANNA)).toContain('öppen till och med 2026-11-20. Du hittar den i kortet');
    await openCase(office.storage, ENID, { traits: ['konto'] });
    expect(await told(ENID)).toContain('after at least six months');
    expect(await told(INGRID)).toContain('Det finns inga siffror än');
    const noted: string[] = [];
    for await (const { row } of office.storage.table(auditTable).list()) noted.push(`${row.personId} ${row.action}`);
    expect(noted.filter((line) => /survey|picture/.test(line))).toEqual([`${INGRID.id} exit.picture`]);
  });

  it('says that it does not apply when the case was taken back meanwhile', async () => {
    const { user, card, exitCase } = await invited(office, ANNA);
    const store = openExitCases(office.storage);
    const stored = (await store.find(ORGANISATION, exitCase.id))!;
    await store.update({ ...stored.exitCase, status: 'withdrawn' }, stored.version);
    expect(read(await press(user, card, 'Öppna enkäten'))).toContain('inte längre');
  });
});

describe('the question about harassment', () => {
  it('shows the ways to get help at once, and tells HR of whoever wants to be contacted, apart from the answer', async () => {
    const hr = await office.met(INGRID);
    const { user, card } = await invited(office, ANNA);
    let page = await press(user, card, 'Öppna enkäten');
    for (let n = 1; n < 5; n++) page = await press(user, page, 'Nästa sida', onCard(page));
    expect(read(page)).toContain('Diskrimineringsombudsmannen');
    // From the page itself the card stays, with what is typed on it; HR is told once, however often it is pressed.
    const { body } = await pressButton(user, page, 'HR får kontakta mig');
    expect(JSON.stringify(body)).toContain('HR har fått veta');
    expect(JSON.stringify(body)).not.toContain('AdaptiveCard');
    const done = await answer(user, card, { Q14: 'nej' });
    expect(read(done)).toContain('visselblåsarfunktion');
    expect(read(await press(user, done, 'HR får kontakta mig'))).toContain('HR har fått veta');
    const toldHr = () =>
      office.connector
        .current(hr.conversationId)
        .map(({ text = '' }) => text)
        .join('\n');
    await expect
      .poll(toldHr, { timeout: 20_000 })
      .toContain(`${ANNA.name}, Förskolorna Solberga, Förskola, vill bli kontaktad`);
    expect(toldHr()).not.toContain('Stämmer inte');
    expect(toldHr().split('vill bli kontaktad')).toHaveLength(2);
  });
});
