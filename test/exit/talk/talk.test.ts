import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AdaptiveCardJson } from '../../../src/cards/index.js';
import type { ExitCase } from '../../../src/exit/index.js';
import { openExitCases } from '../../../src/storage/index.js';
import { answerConsent, consentCardOf } from '../../bot/support/files.js';
import { startGroupChat } from '../../bot/support/group-chat.js';
import { INGRID, KARIN, SARA } from '../../bot/support/people.js';
import { pressButton, read, replaced, say } from '../../bot/support/press.js';
import { buttonsOf, cardOf, seen } from '../../bot/support/seen.js';
import { inputsOf } from '../../plan/respond/support/department.js';
import { PETER, useOffice } from '../../questions/support/office.js';
import type { BotAnswer, User, WireActivity } from '../../support/connector/index.js';
import { type FileHost, startFileHost } from '../../support/file-host.js';
import { LENA } from '../support/desk.js';
import { caseNow, EVERYBODY, openCase, startTheDay } from './support.js';

// A Wednesday; the talk was to be booked on the day before.
const env = { TEST_NOW: '2026-10-14T07:10:00Z', FILE_HOSTS: '127.0.0.1' };
const office = useOffice(env);
let host: FileHost;
let [karin, lena, ingrid]: User[] = [];
let exitCase: ExitCase;

beforeAll(async () => void (host = await startFileHost()));
afterAll(() => host.stop());
beforeEach(async () => {
  host.reset();
  env.TEST_NOW = '2026-10-14T07:10:00Z';
  await office.people(EVERYBODY);
  exitCase = await openCase(office);
  await office.restart();
  [karin, lena, ingrid] = [await office.met(KARIN), await office.met(LENA), await office.met(INGRID)];
});

const typed = { date: '2026-11-17', time: '10:00', minutes: '60', place: 'Rum 3' };
const posted = ({ replies }: BotAnswer): AdaptiveCardJson => cardOf(replies[0]);
const talk = async () => (await caseNow(office, exitCase)).talk;
/** From the typed words to the empty form. */
async function bookForm(): Promise<AdaptiveCardJson> {
  return posted(await pressButton(karin!, await say(karin!, 'boka avslutssamtal'), 'Boka samtalet'));
}
async function fileOf(user: User, offer: WireActivity | undefined) {
  host.reset();
  const { name, content } = consentCardOf(offer);
  await answerConsent(office.connector, user, { context: content.acceptContext, uploadUrl: `${host.url}/up`, name });
  const event = new ICAL.Event(
    new ICAL.Component(ICAL.parse(host.requests[0]!.body.toString('utf8')) as unknown[]).getFirstSubcomponent(
      'vevent',
    )!,
  );
  return { name, event };
}

describe('the offer', () => {
  it('comes by itself, tells what is voluntary and passed on, and asks for no reason; HR hears of a wish for HR', async () => {
    await startTheDay(office);
    [karin, lena, ingrid] = [KARIN, LENA, INGRID].map((person) => office.user(person));
    const offer = await office.card(lena!, 'Vill du ha ett avslutssamtal?');
    expect(read(offer)).toContain('Samtalet är frivilligt. Du behöver inte säga varför du slutar');
    expect(read(offer)).toContain('Du bestämmer vad som får föras vidare.');
    expect(inputsOf(offer)).toEqual({});
    expect(buttonsOf(offer).map(({ title }) => title)).toEqual(['Med min chef', 'Med HR', 'Med båda', 'Nej tack']);
    await office.card(karin!, 'Avslutssamtal med Lena Brandt', 'har inte svarat än');

    const both = replaced(await pressButton(lena!, offer, 'Med båda'));
    expect(read(both)).toContain('Du vill ha ett samtal med din chef och ett med HR. HR hör av sig till dig.');
    expect(read(both)).not.toContain('Vill du ha ett avslutssamtal?');
    expect(await talk()).toMatchObject({ withManager: true, withHr: true });
    await office.card(ingrid!, 'Lena Brandt önskar samtal med HR', 'vid sidan av chefen. Det vet chefen inte om.');
    // The manager's card says that the talk is wanted, and nothing of HR.
    expect(read(await office.card(karin!, 'Medarbetaren vill ha samtalet med dig.'))).not.toContain('HR');

    const declined = replaced(await pressButton(lena!, both, 'Nej tack'));
    expect(read(declined)).toContain('Ingen frågar varför, och du kan ändra dig.');
    await office.card(ingrid!, 'Medarbetaren har tackat nej till samtal. Fråga inte varför.');
    await office.card(karin!, 'Samtalet är frivilligt, så fråga inte varför.');
    // The card that was sent says the same by itself.
    await office.card(lena!, 'Du har tackat nej.');
  });
});

describe('the guide and the booking', () => {
  it('gives the structure of the talk, proposes times, takes a booking and hands out a calendar file', async () => {
    const guide = await say(karin!, 'Avslutssamtal guide');
    const text = read(guide);
    for (const line of [
      '45–60 minuter',
      'ostört rum eller i Teams',
      'inte samtalet på den sista dagen',
      '1. Tacka och säg varför ni ses',
      '7. Gå igenom det som är kvar',
      'kontakta HR samma dag',
    ])
      expect(text).toContain(line);
    expect(text.indexOf('vad som får föras vidare')).toBeLessThan(text.indexOf('rekommendera'));

    const form = posted(await pressButton(karin!, guide, 'Boka samtalet'));
    expect(read(form)).toContain('tisdag 17 november 2026 kl. 10:00');
    expect(inputsOf(form)).toEqual({ date: '2026-11-17', time: '10:00', minutes: '60', place: '' });

    const answer = await pressButton(karin!, form, 'Boka', typed);
    expect(read(replaced(answer))).toContain('Samtalet är bokat.');
    expect(read(replaced(answer))).toContain('tisdag 17 november 2026 kl. 10:00–11:00, Rum 3');
    const { name, event } = await fileOf(karin!, answer.replies[1]);
    expect([name, event.summary, event.location]).toEqual([
      'Avslutssamtal 2026-11-17.ics',
      'Avslutssamtal med Lena Brandt',
      'Rum 3',
    ]);
    expect([String(event.startDate), String(event.endDate), event.sequence]).toEqual([
      '2026-11-17T09:00:00Z',
      '2026-11-17T10:00:00Z',
      0,
    ]);

    // Lena is told, and takes the file of the same appointment, which names the manager.
    const told = await office.card(
      lena!,
      'Ditt avslutssamtal är bokat',
      'tisdag 17 november 2026 kl. 10:00–11:00, Rum 3',
    );
    const own = await fileOf(lena!, (await pressButton(lena!, told, 'Hämta kalenderfil')).replies[1]);
    expect([own.event.uid, own.event.summary]).toEqual([event.uid, 'Avslutssamtal med Karin Lindqvist']);

    // Moved to summer time's other side and another room: the same appointment, one version later.
    const status = replaced(answer);
    const again = posted(await pressButton(karin!, status, 'Ändra tiden'));
    expect(inputsOf(again)).toEqual(typed);
    const moved = await pressButton(karin!, again, 'Boka', { ...typed, date: '2026-10-23', place: 'Teams' });
    const second = await fileOf(karin!, moved.replies[1]);
    expect([second.event.uid, second.event.sequence, String(second.event.startDate)]).toEqual([
      event.uid,
      1,
      '2026-10-23T08:00:00Z',
    ]);
    await office.card(lena!, 'fredag 23 oktober 2026 kl. 10:00–11:00, Teams');
  });

  it('refuses what cannot be, with what was typed still there', async () => {
    const form = await bookForm();
    const refused = async (changes: object, ...problems: string[]) => {
      const back = replaced(await pressButton(karin!, form, 'Boka', { ...typed, ...changes }));
      for (const problem of problems) expect(read(back)).toContain(problem);
      expect(inputsOf(back)).toEqual({ ...typed, ...changes });
    };
    await refused({ date: '2026-11-27' }, 'Ha samtalet före sista arbetsdagen, inte på den.');
    await refused({ date: '2026-11-15' }, 'Den dagen är ingen arbetsdag.');
    await refused({ time: '16:30' }, 'Ha hela samtalet mellan 08:00 och 17:00.');
    await refused({ date: '', place: ' ' }, 'Välj dag och klockslag.', 'Skriv var ni ses');
    await refused({ place: 'Hos 19811218-9876' }, 'personnummer');
    await refused({ place: 'å'.repeat(200) }, 'Platsen får ha högst 100 tecken.');
    expect((await talk()).bookedFor).toBeUndefined();
  });

  it('books once for a double press, and asks whoever was overtaken', async () => {
    const form = await bookForm();
    const answers = await Promise.all([
      pressButton(karin!, form, 'Boka', typed),
      pressButton(karin!, form, 'Boka', typed),
    ]);
    expect(answers.map((answer) => /Samtalet är bokat\.|redan bokad/.test(read(replaced(answer))))).toEqual([
      true,
      true,
    ]);
    expect((await talk()).bookings).toBe(1);
    const other = replaced(await pressButton(karin!, form, 'Boka', { ...typed, time: '13:00' }));
    expect(read(other)).toContain('Någon har bokat medan du skrev: tisdag 17 november 2026 kl. 10:00–11:00, Rum 3.');
    expect(inputsOf(other)).toEqual({ ...typed, time: '13:00' });
    await pressButton(karin!, other, 'Boka', { ...typed, time: '13:00' });
    expect(await talk()).toMatchObject({ bookings: 2, bookedFor: new Date('2026-11-17T12:00:00Z') });
  });

  it('lets somebody with several leavers choose, says so where there is none, and answers in a group chat with nothing personal', async () => {
    expect(seen((await office.user(SARA).say('boka avslutssamtal')).replies[0])).toContain(
      'Du har ingen öppen avslutning',
    );
    const second = await openCase(office, { id: 'sara', employee: SARA.id });
    const pick = await say(karin!, 'boka avslutssamtal');
    expect(
      buttonsOf(pick)
        .map(({ title }) => title)
        .toSorted(),
    ).toEqual(['Samtal med Lena Brandt', 'Samtal med Sara Ekman']);
    expect(read(posted(await pressButton(karin!, pick, 'Samtal med Sara Ekman')))).toContain(
      'Avslutssamtal med Sara Ekman',
    );
    expect(second.employee).toBe(SARA.id);
    const group = startGroupChat(office.connector, [karin!, ingrid!]);
    expect(seen((await group.say(karin!, 'boka avslutssamtal')).replies[0] ?? group.messages().at(-1))).toContain(
      'bara i vår egen chatt',
    );
  });

  it('speaks English to those who do', async () => {
    await karin!.say('english');
    const guide = await say(karin!, 'exit conversation guide');
    expect(read(guide)).toContain('contact HR the same day');
    expect(read(posted(await pressButton(karin!, guide, 'Book it')))).toContain('Tuesday 17 November 2026 at 10:00');
  });
});

describe('the question areas', () => {
  it('reach the employee three days before, with what may be passed on and where else to turn', async () => {
    await pressButton(karin!, await bookForm(), 'Boka', typed);
    // Three days before Tuesday is a Saturday: Friday at nine.
    env.TEST_NOW = '2026-11-13T08:00:30Z';
    await office.restart();
    const areas = await office.card(lena!, 'Inför avslutssamtalet', 'tisdag 17 november 2026 kl. 10:00–11:00, Rum 3');
    expect(read(areas)).toContain('• Hur du togs emot och introducerades');
    expect(read(areas)).toContain('Du bestämmer vad som får föras vidare.');
    expect(read(areas)).toContain('visselblåsarfunktion');
    await expect.poll(async () => (await talk()).areasSentAt).toBeInstanceOf(Date);
  });
});

describe('the outcome', () => {
  const form = async () =>
    posted(await pressButton(karin!, await say(karin!, 'boka avslutssamtal'), 'Anteckna utfallet'));

  it('is an outcome and theme codes, with no field for text, and the duty to tell HR beside it', async () => {
    const empty = await form();
    expect(inputsOf(empty)).toEqual({ outcome: '', themes: '' });
    expect(JSON.stringify(empty)).not.toContain('Input.Text');
    expect(read(empty)).toContain('kontakta HR samma dag');
    const done = replaced(await pressButton(karin!, empty, 'Spara utfallet', { outcome: 'held', themes: 'R3,R5' }));
    expect(read(done)).toContain('Samtalet hölls (antecknat av chefen 2026-10-14).');
    const stored = await talk();
    expect(stored.outcomes).toMatchObject({ chef: { outcome: 'held', themes: ['R3', 'R5'] } });
    // The case holds no person but those whose it is.
    expect(JSON.stringify(stored)).not.toContain(KARIN.id);
  });

  it('is saved once, changed after a question, and refused where it cannot be', async () => {
    const empty = await form();
    const save = async (card: AdaptiveCardJson, values: object) =>
      read(replaced(await pressButton(karin!, card, 'Spara utfallet', values)));
    expect(await save(empty, { outcome: '' })).toContain('Välj hur det gick.');
    expect(await save(empty, { outcome: 'declined', themes: 'R3' })).toContain(
      'Teman väljer du bara när samtalet hölls.',
    );
    expect(await save(empty, { outcome: 'held', themes: 'R3,hälsa,R99' })).toContain('Utfallet är antecknat.');
    expect((await talk()).outcomes?.chef?.themes).toEqual(['R3']);
    expect(await save(empty, { outcome: 'held', themes: 'R3' })).toContain('Det var redan antecknat så.');
    const conflict = replaced(await pressButton(karin!, empty, 'Spara utfallet', { outcome: 'notHeld', themes: '' }));
    expect(read(conflict)).toContain('Det har antecknats medan du valde: Samtalet hölls');
    expect(await save(conflict, { outcome: 'notHeld', themes: '' })).toContain('Samtalet blev inte av');
    expect((await talk()).outcomes).toMatchObject({ chef: { outcome: 'notHeld', themes: [] } });
  });

  it('cannot be that a talk was held which is still to come', async () => {
    await pressButton(karin!, await bookForm(), 'Boka', typed);
    const back = replaced(await pressButton(karin!, await form(), 'Spara utfallet', { outcome: 'held', themes: '' }));
    expect(read(back)).toContain('har inte varit än');
    expect((await talk()).outcomes).toBeUndefined();
  });

  it('of HR stays with HR, and the manager records the own: each sees its own', async () => {
    await lena!.press('exit.talk.wish', { case: exitCase.id, wish: 'both' });
    const list = posted(await ingrid!.press('exit.talk.outcome', { case: exitCase.id }));
    await pressButton(ingrid!, list, 'Spara utfallet', { outcome: 'held', themes: 'R7' });
    const managers = await form();
    expect(inputsOf(managers)).toEqual({ outcome: '', themes: '' });
    const told = replaced(await pressButton(karin!, managers, 'Spara utfallet', { outcome: 'held', themes: 'R3' }));
    expect(read(told)).toContain('Samtalet hölls (antecknat av chefen 2026-10-14).');
    expect(read(told)).not.toContain('HR');
    expect((await talk()).outcomes).toMatchObject({ chef: { themes: ['R3'] }, hr: { themes: ['R7'] } });
    const hrs = posted(await ingrid!.press('exit.talk.outcome', { case: exitCase.id }));
    expect(inputsOf(hrs)).toEqual({ outcome: 'held', themes: 'R7' });
    const both = replaced(await pressButton(ingrid!, hrs, 'Spara utfallet', { outcome: 'held', themes: 'R7' }));
    expect(read(both)).toContain('(antecknat av HR 2026-10-14). Samtalet hölls (antecknat av chefen 2026-10-14).');
  });
});

describe('whoever has nothing to do with it', () => {
  const press = {
    guide: (user: User, id: string) => user.press('exit.talk.guide', { case: id }),
    form: (user: User, id: string) => user.press('exit.talk.form', { case: id }),
    outcome: (user: User, id: string) => user.press('exit.talk.outcome', { case: id }),
    calendar: (user: User, id: string) => user.press('exit.talk.calendar', { case: id }),
    book: (user: User, id: string) => user.press('exit.talk.book', { case: id, seen: 0, shown: '', ...typed }),
    record: (user: User, id: string) =>
      user.press('exit.talk.record', { case: id, seen: '', outcome: 'held', themes: 'R3' }),
    wish: (user: User, id: string) => user.press('exit.talk.wish', { case: id, wish: 'none' }),
  };
  const REFUSED = 'Avslutningen finns inte, eller så är den inte din.';

  it('sees and changes nothing: a colleague, HR of another board, the leaver as leader, the manager as leaver', async () => {
    const store = openExitCases(office.storage);
    const before = JSON.stringify(await store.find(exitCase.organisation, exitCase.id));
    const told = ({ body, replies }: BotAnswer) =>
      `${JSON.stringify(body)} ${replies.map((reply) => seen(reply)).join(' ')}`;
    const [sara, peter] = [await office.met(SARA), await office.met(PETER)];
    for (const user of [sara, peter])
      for (const each of Object.values(press)) expect(told(await each(user, exitCase.id))).toContain(REFUSED);
    for (const name of ['guide', 'form', 'outcome', 'book', 'record'] as const)
      expect([name, told(await press[name](lena!, exitCase.id))]).toEqual([name, expect.stringContaining(REFUSED)]);
    for (const user of [karin!, ingrid!]) expect(told(await press.wish(user, exitCase.id))).toContain(REFUSED);
    for (const each of Object.values(press))
      expect(told(await each(karin!, '980000000000000-none'))).toContain(REFUSED);
    expect(JSON.stringify(await store.find(exitCase.organisation, exitCase.id))).toBe(before);
  });

  it('nor does anybody of a draft, which the employee must not know of', async () => {
    const draft = await openCase(office, { id: 'draft', status: 'draft' });
    for (const user of [karin!, lena!])
      expect((await press.calendar(user, draft.id)).replies.map((reply) => seen(reply)).join()).toContain(REFUSED);
  });
});
