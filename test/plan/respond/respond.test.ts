import { beforeEach, describe, expect, it } from 'vitest';
import { stockholmDate } from '../../../src/calendar/index.js';
import type { AdaptiveCardJson } from '../../../src/cards/index.js';
import type { Round } from '../../../src/plan/index.js';
import { openLedgerStore, openRounds } from '../../../src/storage/index.js';
import { KARIN, ORGANISATION, SARA } from '../../bot/support/people.js';
import { buttonOf, pressButton, read, replaced } from '../../bot/support/press.js';
import { buttonsOf, cardOf, seen } from '../../bot/support/seen.js';
import type { User } from '../../support/connector/index.js';
import { useOffice } from '../../questions/support/office.js';
import {
  answersOf,
  ELIN,
  EVERYBODY,
  expectBytes,
  inputsOf,
  itemsOf,
  press,
  serviceOf,
  startRound,
  YASMIN,
} from './support/department.js';

const office = useOffice();
let round: Round;
let karin: User;
let card: AdaptiveCardJson;

beforeEach(async () => {
  await office.people(EVERYBODY);
  await office.restart();
  karin = await office.met(KARIN);
});

async function begin(wanted: Parameters<typeof startRound>[1] = {}): Promise<void> {
  round = await startRound(office, wanted);
  card = await office.card(karin, 'Uppföljning T1', /\d+ av \d+ besvarade/);
}
const answers = () => answersOf(office.storage, round);

describe('the card of a round', () => {
  it('reaches the manager, takes each answer as it is given, and can be opened again and changed', async () => {
    await begin();
    const text = read(card);
    expect(text).toContain('HR, Hägersten-Älvsjö stadsdelsförvaltning');
    expect(text).toContain('Svara gärna i dag.');
    expect(text).toContain('0 av 2 besvarade');
    expect(text).toContain('· Obesvarad · våren 2030');
    const first = await press(karin, card, 'Börja svara');
    expect(read(first)).toContain('Aktivitet 1 av 2 · Förskolorna Solberga');
    const second = await press(karin, first, 'Spara och nästa', { status: 'pågår', comment: 'Två har börjat.' });
    expect(read(second)).toContain('Svaret är sparat.');
    expect(read(second)).toContain('Aktivitet 2 av 2');
    const done = await press(karin, second, 'Spara och nästa', { status: 'klar' });
    expect(read(done)).toContain('Allt är besvarat, tack!');
    expect(read(done)).toContain('2 av 2 besvarade');
    expect(read(done)).toContain('▶ Pågår');
    // The card that was sent says the same by itself.
    const sent = await office.card(karin, '2 av 2 besvarade');
    const again = await press(karin, sent, 'Ändra 1');
    expect(inputsOf(again)).toMatchObject({ status: 'pågår', comment: 'Två har börjat.' });
    const changed = await press(karin, again, 'Spara och nästa', {
      ...inputsOf(again),
      status: 'avvikelse',
      reason: 'Ingen vikarie.',
      newDue: '2031-01-31',
    });
    expect(read(changed)).toContain('△ Avvikelse · 2031-01-31');
    expect((await answers()).map(({ key, response }) => [key, response.version, response.status, response.by])).toEqual(
      [
        ['2026-forskola/1', 1, 'pågår', KARIN.id],
        ['2026-forskola/1', 2, 'avvikelse', KARIN.id],
        ['2026-forskola/2', 1, 'klar', KARIN.id],
      ],
    );
    // Whoever is done is not reminded.
    const stored = (await openRounds(office.storage).find(ORGANISATION, round.id))!.round;
    const row = await openLedgerStore(office.storage).find(ORGANISATION, stored.broadcast!, KARIN.id);
    expect(row?.row.answeredAt).toBeInstanceOf(Date);
  });

  it('shows beside each item what was said of it last round: status, words, function and day', async () => {
    await begin();
    const first = await press(karin, card, 'Börja svara');
    expect(read(first)).not.toContain('Förra gången');
    await press(karin, first, 'Spara och nästa', { status: 'försenad', comment: 'Två har börjat.' });
    const [{ response }] = (await answers()) as [Awaited<ReturnType<typeof answers>>[number]];
    const createdAt = new Date(round.createdAt.getTime() + 1000);
    const id = openRounds(office.storage).idFor(createdAt, 'form-2');
    await serviceOf(office.storage).start({ ...round, id, createdAt, title: 'Uppföljning T2' });
    const next = await office.card(karin, 'Uppföljning T2', '0 av 2 besvarade');
    const item = await press(karin, next, 'Börja svara');
    expect(read(item).split('Förra gången')[1]?.split('\n').slice(0, 5)).toEqual([
      ' (Uppföljning T1)',
      '! Försenad',
      `${KARIN.function}, ${stockholmDate(response.at)}`,
      'Kommentar',
      'Två har börjat.',
    ]);
    // It is beside the inputs and not in them, and of an item that nobody answered nothing is said.
    expect(inputsOf(item)).toMatchObject({ status: '', comment: '' });
    const second = await press(karin, item, 'Spara och nästa', { status: 'klar' });
    expect(read(second)).not.toContain('Förra gången');
  });

  it('stores one answer for a double click and for a press that is repeated', async () => {
    await begin();
    const first = await press(karin, card, 'Börja svara');
    const { verb, data } = buttonOf(first, 'Spara och nästa');
    const typed = { ...data, status: 'pågår', comment: 'Bra.' };
    const replies = await Promise.all([karin.press(verb, typed), karin.press(verb, typed)]);
    const repeated = await karin.press(verb, typed);
    expect([...replies, repeated].map((reply) => read(replaced(reply)).includes('2 av 2'))).toEqual([true, true, true]);
    expect(read(replaced(repeated))).toContain('Det svaret var redan sparat.');
    expect(await answers()).toHaveLength(1);
  });

  it('says what is missing and keeps what was typed', async () => {
    await begin();
    const first = await press(karin, card, 'Börja svara');
    const typed = { status: 'avbruten', comment: 'Vi lägger ner.', newDue: '2020-01-01', resources: '20 tim' };
    const back = await press(karin, first, 'Spara och nästa', typed);
    expect(read(back)).toContain('Skriv en orsak. Den behövs för avvikelse och avbruten.');
    expect(read(back)).toContain('Det nya måldatumet har redan varit.');
    expect(inputsOf(back)).toMatchObject({ ...typed, reason: '' });
    expect(await answers()).toEqual([]);
  });

  it('keeps a comment of 10,000 characters, of which it says that it is too long', async () => {
    await begin();
    const first = await press(karin, card, 'Börja svara');
    const comment = 'å'.repeat(10_000);
    const back = await press(karin, first, 'Spara och nästa', { status: 'pågår', comment });
    expect(read(back)).toContain('Kommentaren får ha högst 2000 tecken. Korta texten; den står kvar här.');
    expect(inputsOf(back).comment).toBe(comment);
    expectBytes(back);
    // What no card can hold stays in the client, which is told why.
    const { body } = await pressButton(karin, first, 'Spara och nästa', {
      status: 'pågår',
      comment: 'å'.repeat(15_000),
    });
    expect(JSON.stringify(body)).toContain('Texten är för lång för att visas igen här.');
    expect(await answers()).toEqual([]);
  });

  it('stops personal identity numbers, and asks once about what may be sensitive', async () => {
    await begin();
    const first = await press(karin, card, 'Börja svara');
    const back = await press(karin, first, 'Spara och nästa', { status: 'pågår', comment: 'Kalle 19121212-1212' });
    expect(read(back)).toContain('ser ut att innehålla ett personnummer');
    expect(inputsOf(back).comment).toBe('Kalle 19121212-1212');
    const asked = await press(karin, back, 'Spara och nästa', {
      status: 'pågår',
      comment: 'Många är sjukskrivna för depression.',
    });
    expect(read(asked)).toContain('Den kan säga något känsligt om någon');
    expect(await answers()).toEqual([]);
    await press(karin, asked, 'Spara och nästa', inputsOf(asked));
    expect((await answers()).map(({ response }) => response.comment)).toEqual(['Många är sjukskrivna för depression.']);
  });

  it('asks before it leaves something unsaved', async () => {
    await begin();
    const first = await press(karin, card, 'Börja svara');
    const asked = await press(karin, first, 'Till översikten', { status: 'pågår', comment: 'Snart' });
    expect(read(asked)).toContain('Du har ändrat något som inte är sparat.');
    expect(inputsOf(asked)).toMatchObject({ status: 'pågår', comment: 'Snart' });
    const left = await press(karin, asked, 'Till översikten utan att spara', inputsOf(asked));
    expect(read(left)).toContain('0 av 2 besvarade');
    const untouched = await press(karin, await press(karin, left, 'Börja svara'), 'Till översikten', {});
    expect(read(untouched)).toContain('0 av 2 besvarade');
  });

  it('shows both answers when two of a unit answer the same, and lets the second decide', async () => {
    await begin();
    const yasmin = await office.met(YASMIN);
    const [mine, hers] = [
      await press(karin, card, 'Börja svara'),
      await press(yasmin, await say(yasmin), 'Börja svara'),
    ];
    await press(yasmin, hers, 'Spara och nästa', { status: 'klar', comment: 'Allt är gjort.' });
    const conflict = await press(karin, mine, 'Spara och nästa', { status: 'försenad', comment: 'Inte än.' });
    expect(read(conflict)).toContain('Yasmin Karimzadeh har svarat medan du skrev.');
    expect(read(conflict)).toContain('Allt är gjort.');
    expect(inputsOf(conflict)).toMatchObject({ status: 'försenad', comment: 'Inte än.' });
    const kept = await press(karin, conflict, 'Behåll det sparade');
    expect(inputsOf(kept)).toMatchObject({ status: 'klar', comment: 'Allt är gjort.' });
    await press(karin, conflict, 'Spara mitt svar', inputsOf(conflict));
    const item = (await itemsOf(office.storage, round)).find(({ response }) => response);
    expect(item?.response).toMatchObject({ status: 'försenad', by: KARIN.id, version: 2 });
    expect((await answers()).map(({ response }) => response.by)).toEqual([YASMIN.id, KARIN.id]);
  });

  it('goes on where it was after the bot was restarted in the middle', async () => {
    await begin();
    const first = await press(karin, card, 'Börja svara');
    await office.restart();
    karin = office.user(KARIN);
    const second = await press(karin, first, 'Spara och nästa', { status: 'pågår' });
    expect(read(second)).toContain('Aktivitet 2 av 2');
    expect(read(await say(karin))).toContain('1 av 2 besvarade');
    expect(
      office.connector.current(karin.conversationId).filter((sent) => seen(sent).includes('Svara gärna')),
    ).toHaveLength(2);
  });
});

describe('what is not to be answered', () => {
  it('is told when HR has closed the round, and what was typed stays', async () => {
    await begin();
    const first = await press(karin, card, 'Börja svara');
    const store = openRounds(office.storage);
    const stored = (await store.find(ORGANISATION, round.id))!;
    await store.update({ ...stored.round, state: 'closed', closedAt: new Date() }, stored.version);
    const back = await press(karin, first, 'Spara och nästa', { status: 'pågår', comment: 'För sent?' });
    expect(read(back)).toContain('HR har stängt uppföljningen, så svaret är inte sparat.');
    expect(inputsOf(back)).toMatchObject({ status: 'pågår', comment: 'För sent?' });
    const closed = await say(karin);
    expect(read(closed)).toContain('Uppföljningen är stängd.');
    const shown = await press(karin, closed, 'Visa 1');
    expect(inputsOf(shown)).toEqual({});
    expect(buttonsOf(shown).map(({ title }) => title)).toEqual(['Till översikten']);
    expect(await answers()).toEqual([]);
  });

  it('is taken after the deadline, and told', async () => {
    await begin({ round: { deadline: new Date('2026-01-31T22:59:00Z'), reminds: false } });
    const second = await press(karin, await press(karin, card, 'Börja svara'), 'Spara och nästa', { status: 'klar' });
    expect(read(second)).toContain('Sista dag var 2026-01-31, så det räknas som sent.');
  });

  it('is refused to another manager, who keeps what was typed and reads nothing of it', async () => {
    await begin();
    const elin = await office.met(ELIN);
    const { verb, data } = buttonOf(await press(karin, card, 'Börja svara'), 'Spara och nästa');
    const refused = replaced(await elin.press(verb, { ...data, status: 'klar', comment: 'Mitt svar' }));
    expect(read(refused)).toContain('Den här aktiviteten är inte din att svara på.');
    expect(read(refused)).toContain('Mitt svar');
    expect(read(refused)).not.toContain('Erbjud studier');
    const opened = buttonOf(card, 'Börja svara');
    expect(read(replaced(await elin.press(opened.verb, opened.data)))).not.toContain('Erbjud studier');
    expect(await answers()).toEqual([]);
  });

  it('is told to whoever has nothing to follow up', async () => {
    await begin();
    const sara = await office.met(SARA);
    const { replies } = await sara.say('mina aktiviteter');
    expect(seen(replies[0])).toBe('Du har inga aktiviteter att följa upp just nu.');
  });
});

describe('handing over', () => {
  it('lets a chosen colleague answer, who gets the card; the history says who did', async () => {
    await begin();
    const sara = await office.met(SARA);
    const first = await press(karin, card, 'Börja svara');
    const form = await press(karin, first, 'Lämna över');
    expect(read(form)).toContain('Lämna över');
    const unknown = await press(karin, form, 'Lämna över', { email: 'peter@ubara.example' });
    expect(read(unknown)).toContain('Ingen i din organisation har den e-postadressen.');
    expect(inputsOf(unknown).email).toBe('peter@ubara.example');
    expect(read(await press(karin, form, 'Lämna över', {}))).toContain('Välj en person eller skriv en e-postadress.');
    const handed = await press(karin, form, 'Lämna över', { person: SARA.id, all: 'true' });
    expect(read(handed)).toContain('Sara Ekman får kortet och kan nu också svara.');
    const hers = await office.card(sara, 'Uppföljning T1', '0 av 2 besvarade');
    const second = await press(sara, await press(sara, hers, 'Börja svara'), 'Spara och nästa', { status: 'klar' });
    expect(buttonsOf(second).map(({ title }) => title)).not.toContain('Lämna över');
    expect((await answers()).map(({ response }) => [response.by, response.function])).toEqual([
      [SARA.id, SARA.function],
    ]);
    expect(read(await say(karin))).toContain('1 av 2 besvarade');
  });
});

describe('forty activities, goals and indicators', () => {
  it('are paged, answered one by one, and every card stays small', async () => {
    const indicators = [
      {
        ...{ id: '1', name: 'Sjukfrånvaro', measure: '%', target: '8,0', cityTarget: '7,5', periodicity: 'År' },
        bySex: true,
      },
    ];
    await begin({ activities: 40, indicators, round: { asksGoals: true } });
    expect(read(card)).toContain('0 av 42 besvarade');
    expect(read(card)).toContain('Att följa upp (1 av 6)');
    expectBytes(card);
    const goal = await press(karin, card, 'Svara på 1');
    expect(read(goal)).toContain('Mål 1 av 42');
    expect(Object.keys(inputsOf(goal))).toEqual(['status', 'comment']);
    const after = await press(karin, goal, 'Spara och nästa', { status: 'uppfylls delvis', comment: 'Halvvägs.' });
    expect(read(after)).toContain('Aktivitet 2 av 42');
    expectBytes(after);
    let page = card;
    for (let n = 2; n <= 6; n++) page = await press(karin, page, 'Nästa sida');
    expect(read(page)).toContain('Indikator 42');
    const indicator = await press(karin, page, 'Svara på 42');
    expect(read(indicator)).toMatch(/^Årsmål:?\s+8,0 %$/m);
    expect(read(indicator)).toMatch(/^KF:s årsmål:?\s+7,5 %$/m);
    expect(read(indicator)).toMatch(/Periodicitet: År/);
    const wrong = await press(karin, indicator, 'Spara och nästa', { outcome: 'bra' });
    expect(read(wrong)).toContain('Skriv utfallet som ett tal');
    expect(Object.keys(inputsOf(wrong))).toEqual(['outcome', 'outcomeWomen', 'outcomeMen', 'comment']);
    const said = { outcome: '8,2', outcomeWomen: '8,9', outcomeMen: 'få', comment: 'Lägre i höst.' };
    const few = await press(karin, wrong, 'Spara och nästa', said);
    expect(read(few)).toContain('Skriv utfallet för män/pojkar som ett tal, eller lämna fältet tomt.');
    expect(inputsOf(few)).toMatchObject(said);
    const right = await press(karin, few, 'Spara och nästa', { ...said, outcomeMen: '' });
    // What was passed over comes next.
    expect(read(right)).toContain('Aktivitet 2 av 42');
    const last = await press(karin, page, 'Föregående sida');
    expect(read(last)).toContain('Att följa upp (5 av 6)');
    const again = await press(karin, await press(karin, last, 'Nästa sida'), 'Ändra 42');
    expect(read(again)).toContain('Utfall 8,2 (kvinnor/flickor 8,9)');
    expect(inputsOf(again)).toMatchObject({ outcomeWomen: '8,9', outcomeMen: '' });
    expect((await itemsOf(office.storage, round)).filter(({ response }) => response)).toHaveLength(2);
  });
});

/** The card that "mina aktiviteter" brings. */
async function say(user: User): Promise<AdaptiveCardJson> {
  const { replies } = await user.say('mina aktiviteter');
  return cardOf(replies[0]);
}
