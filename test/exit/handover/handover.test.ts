import { beforeEach, describe, expect, it } from 'vitest';
import type { AdaptiveCardJson } from '../../../src/cards/index.js';
import type { ExitCase, Handover } from '../../../src/exit/index.js';
import { INGRID, KARIN, SARA } from '../../bot/support/people.js';
import { buttonOf, pressButton, read, replaced, say } from '../../bot/support/press.js';
import { buttonsOf, cardOf, seen } from '../../bot/support/seen.js';
import { expectBytes, inputsOf, press } from '../../plan/respond/support/department.js';
import { PETER, useOffice } from '../../questions/support/office.js';
import type { User } from '../../support/connector/index.js';
import { EVERYBODY, storeCase, storedCase, YASMIN } from '../support/store-case.js';

// Nothing goes out by itself but where cards that keep themselves true are read.
const office = useOffice({ SENDS: 'false' });
const TYPED = { what: 'Schemat i TimeCare', to: 'Biträdande enhetschef', by: '2030-06-14' };
let exitCase: ExitCase;
let sara: User;
let karin: User;

beforeEach(async () => {
  await office.people(EVERYBODY);
  await office.restart();
  exitCase = await storeCase(office.storage);
  [sara, karin] = [await office.met(SARA), await office.met(KARIN)];
});

const parts = async (): Promise<Handover[]> => (await storedCase(office.storage, exitCase)).handover;
const add = async (user: User, typed: object = TYPED): Promise<AdaptiveCardJson> =>
  press(user, await press(user, await say(user, 'överlämning'), 'Lägg till'), 'Spara', typed);
const markOf = ({ id }: Handover, mark: string) => ({ case: exitCase.id, part: id, mark, page: 1 });
const titles = (card: AdaptiveCardJson) => buttonsOf(card).map(({ title }) => title);

describe('the handover of a leaver', () => {
  it('is written by one, handed over by the leaver, confirmed by the manager, and both see it', async () => {
    const empty = await say(sara, 'överlämning');
    expect(read(empty)).toContain('Min överlämning\nFörskolorna Solberga · sista arbetsdag 2030-06-28');
    expect(read(empty)).toContain('Inget är inskrivet än.');
    const saved = await add(karin);
    expect(read(saved)).toContain('Sparat. Både den som slutar och chefen ser det.');
    expect(read(saved)).toContain('1. Schemat i TimeCare\nTill Biträdande enhetschef, senast 2030-06-14');
    const hers = await press(sara, empty, 'Uppdatera');
    expect(read(hers)).toContain('○ Inte överlämnat');
    const given = await press(sara, hers, 'Överlämnat 1');
    expect(read(given)).toContain('1 av 1 överlämnade, 0 bekräftade');
    expect(titles(given)).not.toContain('Ändra 1');
    const his = await say(karin, 'överlämning');
    expect(read(his)).toContain('Överlämning: Sara Ekman');
    const confirmed = await press(karin, his, 'Bekräfta mottaget 1');
    expect(read(confirmed)).toContain('✓ Mottaget, bekräftat');
    // What the manager has confirmed, the leaver does not take back: neither by a button nor by an old card.
    const now = await press(sara, given, 'Uppdatera');
    expect(titles(now)).toEqual(['Lägg till', 'Uppdatera', 'Planen som Word']);
    const old = await press(sara, given, 'Ångra överlämnat 1');
    expect(read(old)).toContain('Chefen har bekräftat den delen');
    expect((await parts())[0]).toMatchObject({ ...TYPED, addedBy: 'chef' });
  });

  it('stores one part for a double click and for a press that is repeated', async () => {
    const form = await press(sara, await say(sara, 'handover'), 'Lägg till');
    const { verb, data } = buttonOf(form, 'Spara');
    const typed = { ...data, ...TYPED };
    await Promise.all([sara.press(verb, typed), sara.press(verb, typed)]);
    expect(read(replaced(await sara.press(verb, typed)))).toContain('Det var redan sparat.');
    expect(await parts()).toHaveLength(1);
    // The same form with other words shows both, and saves when its writer says so.
    const conflict = replaced(await sara.press(verb, { ...typed, to: 'Maja' }));
    expect(read(conflict)).toContain('Till Biträdande enhetschef, senast 2030-06-14');
    expect(inputsOf(conflict)).toMatchObject({ to: 'Maja' });
    await press(sara, conflict, 'Spara mitt', inputsOf(conflict));
    expect((await parts()).map(({ to }) => to)).toEqual(['Maja']);
  });

  it('shows both when two change the same part, and keeps what was typed', async () => {
    const saved = await add(sara);
    const mine = await press(sara, saved, 'Ändra 1');
    const his = await press(karin, await say(karin, 'överlämning'), 'Ändra 1');
    await press(karin, his, 'Spara', { ...TYPED, to: 'Yasmin Karimzadeh' });
    const conflict = await press(sara, mine, 'Spara', { ...TYPED, by: '2030-06-18' });
    expect(read(conflict)).toContain('Någon annan har ändrat samma del medan du skrev.');
    expect(read(conflict)).toContain('Till Yasmin Karimzadeh, senast 2030-06-14');
    expect(inputsOf(conflict)).toEqual({ ...TYPED, by: '2030-06-18' });
  });

  it('says what is wrong with the day, and keeps what was typed', async () => {
    const form = await press(sara, await say(sara, 'överlämning'), 'Lägg till');
    const typed = { ...TYPED, by: '2030-06-29' };
    const late = await press(sara, form, 'Spara', typed);
    expect(read(late)).toContain('Dagen är efter den sista arbetsdagen, 2030-06-28.');
    expect(inputsOf(late)).toEqual(typed);
    const weekend = await press(sara, late, 'Spara', { ...TYPED, by: '2030-06-15' });
    expect(read(weekend)).toContain('Dagen är ingen arbetsdag. Närmast ligger 2030-06-14.');
    const empty = await press(sara, weekend, 'Spara', { what: ' ', to: '', by: '' });
    expect(read(empty)).toContain('Skriv vad som ska lämnas över.');
    expect(await parts()).toEqual([]);
  });

  it('stops personal identity numbers, asks once about sensitive words, and takes a pasted page no further', async () => {
    const form = await press(sara, await say(sara, 'överlämning'), 'Lägg till');
    const number = await press(sara, form, 'Spara', { ...TYPED, what: 'Kontakten med 19121212-1212' });
    expect(read(number)).toContain('ser ut att innehålla ett personnummer');
    expect(inputsOf(number)).toMatchObject({ what: 'Kontakten med 19121212-1212' });
    const word = { ...TYPED, what: 'Samtal om depression' };
    const asked = await press(sara, number, 'Spara', word);
    expect(read(asked)).toContain('Den kan säga något känsligt om någon');
    expect(await parts()).toEqual([]);
    await press(sara, asked, 'Spara', word);
    expect((await parts()).map(({ what }) => what)).toEqual(['Samtal om depression']);
    const long = await press(sara, form, 'Spara', { ...TYPED, what: 'å'.repeat(5000) });
    expect(read(long)).toContain('Vad får ha högst 200 tecken.');
    expectBytes(long);
    const { body } = await pressButton(sara, form, 'Spara', { ...TYPED, what: 'å'.repeat(15_000) });
    expect(JSON.stringify(body)).toContain('Texten är för lång för att visas igen.');
  });

  it('removes a part after it was asked, and not one that is handed over', async () => {
    const saved = await add(sara);
    const form = await press(sara, saved, 'Ändra 1');
    const asked = await press(sara, form, 'Ta bort');
    expect(read(asked)).toContain('Ska delen tas bort?');
    await press(karin, await say(karin, 'överlämning'), 'Bekräfta mottaget 1');
    expect(read(await press(sara, asked, 'Ja, ta bort'))).toContain('Den delen är redan överlämnad');
    await press(karin, await say(karin, 'överlämning'), 'Ångra bekräftat 1');
    await press(sara, await say(sara, 'överlämning'), 'Ångra överlämnat 1');
    expect(read(await press(sara, asked, 'Ja, ta bort'))).toContain('Borttaget.');
    expect(read(await press(sara, asked, 'Ja, ta bort'))).toContain('Det var redan borttaget.');
    expect(await parts()).toEqual([]);
  });

  it('has pages, and room for forty of the longest', async () => {
    const long = 'å"'.repeat(100);
    const handover = Array.from({ length: 40 }, (_, n) => ({
      ...{ id: `p${n}`, what: long, to: long, by: '2030-06-14', addedBy: 'chef' as const },
    }));
    const full = await storeCase(office.storage, { handover, employee: YASMIN.id });
    const chosen = await say(karin, 'överlämning');
    expect(read(chosen)).toContain('Vems överlämning?');
    const { verb, data } = buttonsOf(chosen).find((button) => button.data.case === full.id)!;
    const first = cardOf((await karin.press(verb, data)).replies[0]);
    expect(read(first)).toContain('Sida 1 av 7');
    expect(titles(first)).not.toContain('Lägg till');
    expectBytes(first);
    const second = await press(karin, first, 'Nästa sida');
    expect(read(second)).toContain('7. å');
    expect(titles(await press(karin, second, 'Bekräfta mottaget 8'))).toContain('Ångra bekräftat 8');
  });

  it('is a Word file for whoever sees it', async () => {
    await add(sara);
    const { replies } = await pressButton(karin, await say(karin, 'överlämning'), 'Planen som Word');
    expect(seen(replies[0])).toContain('Överlämningsplanen som Word: Överlämningsplan Sara Ekman.docx');
  });
});

describe('a colleague to whom a part goes', () => {
  const to = { ...TYPED, to: `${YASMIN.name} (schema)` };

  it('gets a card when it was handed over, sees that part alone, and confirms it; every card stays true', async () => {
    await office.restart({ SENDS: 'true' });
    [sara, karin] = [office.user(SARA), office.user(KARIN)];
    await add(sara, to);
    await add(sara, { ...TYPED, what: 'Inköpen' });
    const yasmin = await office.met(YASMIN);
    expect(seen((await yasmin.say('överlämning')).replies[0])).toContain('Du har ingen överlämningsplan');
    // Who writes has a card that is kept true, and so has the manager, who was not there.
    const hers = await office.card(sara, 'Min överlämning', '0 av 2 överlämnade');
    await office.card(karin, 'Överlämning: Sara Ekman', 'Inköpen');
    const given = replaced(await pressButton(sara, hers, 'Överlämnat 1'));
    expect(read(given)).toContain('Mottagaren får ett kort här och kan bekräfta, liksom chefen.');

    const card = await office.card(yasmin, 'Överlämnat till dig från Sara Ekman', 'Schemat i TimeCare');
    expect(read(card)).not.toContain('Inköpen');
    expect(titles(card)).toEqual(['Bekräfta mottaget 1']);
    const confirmed = replaced(await pressButton(yasmin, card, 'Bekräfta mottaget 1'));
    expect(read(confirmed)).toContain('✓ Mottaget, bekräftat av mottagaren');
    expect((await parts())[0]).toMatchObject({ confirmedBy: 'mottagare' });
    for (const user of [sara, karin]) await office.card(user, 'Mottaget, bekräftat av mottagaren');
    const locked = replaced(await sara.press('exit.handover.mark', markOf((await parts())[0]!, 'notGiven')));
    expect(read(locked)).toContain('Mottagaren har bekräftat den delen');
    // On the card that keeps itself true nothing is typed: the form is a message of its own.
    const form = cardOf((await pressButton(sara, await office.card(sara, 'Min överlämning'), 'Ändra 2')).replies[0]);
    expect(inputsOf(form)).toMatchObject({ what: 'Inköpen' });
  });

  it('neither writes, nor reads the whole as a file, nor confirms what is another’s or not handed over', async () => {
    await add(sara, to);
    await add(sara, { ...TYPED, what: 'Inköpen' });
    const [hers, other] = (await parts()) as [Handover, Handover];
    const yasmin = await office.met(YASMIN);
    const told = async (verb: string, data: object) => JSON.stringify((await yasmin.press(verb, data)).body);
    expect(await told('exit.handover.mark', markOf(hers, 'confirmed'))).toContain('hittar jag inte bland dina');
    await sara.press('exit.handover.mark', markOf(hers, 'given'));
    await sara.press('exit.handover.mark', markOf(other, 'given'));
    expect(await told('exit.handover.mark', markOf(other, 'confirmed'))).toContain('Det kan bara den andra sidan göra');
    for (const verb of ['exit.handover.file', 'exit.handover.edit'])
      expect(
        await told(verb, { case: exitCase.id, ...(verb.endsWith('edit') && { part: hers.id, page: 1 }) }),
      ).toContain('hittar jag inte bland dina');
    await sara.press('exit.handover.mark', markOf(hers, 'notGiven'));
    expect(await told('exit.handover.mark', markOf(hers, 'confirmed'))).toContain('hittar jag inte bland dina');
    expect((await parts()).map(({ confirmedAt }) => confirmedAt)).toEqual([undefined, undefined]);
  });
});

describe('whose it is not', () => {
  const open = async (user: User, id = exitCase.id) =>
    JSON.stringify((await user.press('exit.handover.open', { case: id })).body);
  const GONE = 'Det avslutet hittar jag inte bland dina.';

  it('is refused to another manager, another board and the leaver of another case', async () => {
    const others = [await office.met(YASMIN), await office.met(PETER)];
    for (const user of others) expect(await open(user)).toContain(GONE);
    const another = await storeCase(office.storage, { employee: YASMIN.id, manager: INGRID.id });
    expect(await open(sara, another.id)).toContain(GONE);
    const { data } = buttonOf(await press(sara, await say(sara, 'överlämning'), 'Lägg till'), 'Spara');
    for (const user of others) {
      const { body } = await user.press('exit.handover.save', { ...data, ...TYPED });
      expect(JSON.stringify(body)).toContain(GONE);
    }
    expect(await parts()).toEqual([]);
  });

  it('is read by HR of the board, who changes nothing', async () => {
    await add(sara);
    const ingrid = await office.met(INGRID);
    const card = cardOf((await ingrid.press('exit.handover.open', { case: exitCase.id })).replies[0]);
    expect(read(card)).toContain('Du läser som HR.');
    expect(titles(card)).toEqual(['Uppdatera', 'Planen som Word']);
    const [part] = await parts();
    const { body } = await ingrid.press('exit.handover.mark', {
      ...{ case: exitCase.id, part: part!.id, mark: 'confirmed', page: 1 },
    });
    expect(JSON.stringify(body)).toContain('Det kan bara den andra sidan göra');
    expect((await parts())[0]).toEqual(part);
  });

  it('shows the leaver nothing before the case is open, and lets neither side tick for the other', async () => {
    const draft = await storeCase(office.storage, { status: 'draft' });
    expect(await open(sara, draft.id)).toContain(GONE);
    await add(sara);
    const [part] = await parts();
    const mark = { case: exitCase.id, part: part!.id, page: 1 };
    const mine = await sara.press('exit.handover.mark', { ...mark, mark: 'confirmed' });
    const his = await karin.press('exit.handover.mark', { ...mark, mark: 'given' });
    for (const { body } of [mine, his]) expect(JSON.stringify(body)).toContain('Det kan bara den andra sidan göra');
    expect((await parts())[0]).toEqual(part);
  });

  it('leaves questions about handover to the routines, and says where to ask without a case', async () => {
    const yasmin = await office.met(YASMIN);
    expect(seen((await yasmin.say('överlämning')).replies[0])).toContain('Du har ingen överlämningsplan');
    const [asked] = (await sara.say('Hur går överlämningen till när någon slutar?')).replies;
    expect(seen(asked)).not.toContain('Min överlämning');
  });
});
