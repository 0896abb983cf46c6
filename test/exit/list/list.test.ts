import { beforeEach, describe, expect, it } from 'vitest';
import type { ExitCase } from '../../../src/exit/index.js';
import { openExitCases } from '../../../src/storage/index.js';
import { DANIEL, INGRID, KARIN, SARA } from '../../bot/support/people.js';
import { pressButton, read, replaced, say } from '../../bot/support/press.js';
import { buttonsOf, seen } from '../../bot/support/seen.js';
import { AMIR, useOffice } from '../../questions/support/office.js';
import type { User } from '../../support/connector/index.js';
import { caseOf, ELIN, EVERYBODY, HENRIK, inputsOf, NOW, openCase, press, pressForNew } from './support/ending.js';
import { someTick } from './support/some-seat.js';

const office = useOffice({ TEST_NOW: NOW });
let karin: User;
let sara: User;

beforeEach(async () => {
  await office.people(EVERYBODY);
  await office.restart();
  karin = await office.met(KARIN);
  sara = await office.met(SARA);
});
const ticksOf = async (exitCase: ExitCase) => (await caseOf(office.storage, exitCase)).ticks;
const titles = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe('the two cards of a case', () => {
  it('say whose exit it is, what is next, and how far it has come', async () => {
    await openCase(office.storage, [KARIN, SARA], { ticks: { 'AVS-03': { chef: someTick('done') } } });
    const hers = read(await office.card(sara, 'Din checklista inför sista dagen'));
    expect(hers).toContain('Sista arbetsdag: fredag 27 november 2026');
    expect(hers).toContain('0 av 11 klara, 6 försenade');
    expect(hers).not.toContain('Bedöm ersättningen');
    const managers = read(await office.card(karin, 'Checklista: Sara Ekman'));
    expect(managers).toContain('Barnskötare, Förskolorna Solberga');
    expect(managers).toContain('Avslut: egen uppsägning');
    expect(managers).toMatch(/1 av \d+ klara/);
    expect(managers).toContain('! Försenad, skulle vara klar 3 september 2026');
  });

  it('show at once what the other side ticks, in the chat itself', async () => {
    const exitCase = await openCase(office.storage, [KARIN, SARA]);
    const mine = await office.card(karin, 'Checklista: Sara Ekman', 'Medarbetaren: inte bockad än');
    const after = await press(karin, mine, 'Klar 2');
    expect(read(after)).toContain('Punkt 2 är sparad.');
    expect(read(after)).toContain('1 väntar på någon annan');
    const hers = await office.card(sara, 'Din checklista', 'Chefen: ✓ Klar');
    await press(sara, hers, 'Klar 2');
    expect((await ticksOf(exitCase))['AVS-02']).toMatchObject({
      chef: { state: 'done' },
      medarbetare: { state: 'done' },
    });
    await office.card(karin, 'Checklista: Sara Ekman', /^(?!.*väntar på någon annan).*1 av/s);
  });

  it('say in words on both where the sides contradict each other', async () => {
    await openCase(office.storage, [KARIN, SARA], { ticks: { 'AVS-29': { chef: someTick('done') } } });
    const hers = await say(sara, 'min checklista');
    const form = await press(sara, await press(sara, hers, 'Nästa sida'), 'Öppna 29');
    expect(read(form)).toContain('Chefen: ✓ Klar');
    expect(read(form)).toContain('Du: inte bockad än');
    await press(sara, form, 'Spara och nästa', { state: 'notYet', comment: 'Telefonen tar jag med på fredag.' });
    const title = 'Lämna tillbaka dator, telefon och hemlånad utrustning; kvittera';
    const managers = await office.card(karin, `Punkt 29, ${title}: du säger ”klar” och medarbetaren säger ”inte än”.`);
    expect(read(managers)).toContain('Telefonen tar jag med på fredag.');
    const live = await office.card(sara, `Punkt 29, ${title}: du säger ”inte än” och chefen säger ”klar”.`);
    await press(sara, live, 'Klar 29');
    await office.card(karin, 'Checklista: Sara Ekman', /^(?!.*Ni har sagt olika).*$/s);
  });

  it('open the whole list and a part in messages of their own, so that no change takes away what is typed', async () => {
    await openCase(office.storage, [KARIN, SARA]);
    const live = await office.card(karin, 'Checklista: Sara Ekman');
    const form = await pressForNew(karin, live, 'Öppna 5');
    expect(read(form)).toContain('Stäm av mot kompetensförsörjningsplanen innan du rekryterar.');
    const list = await pressForNew(karin, live, buttonsOf(live).at(-1)!.title);
    expect(read(list)).toContain('sida 1 av ');
    const hers = await office.card(sara, 'Din checklista');
    await press(sara, hers, 'Klar 2');
    await office.card(karin, 'Checklista: Sara Ekman', 'Medarbetaren: ✓ Klar');
    // The form is as it was opened.
    const kept = office.connector.current(karin.conversationId).filter((one) => seen(one).includes('Punkt 5\n'));
    expect(kept.length).toBeGreaterThan(0);
  });
});

describe('a part', () => {
  it('takes state, function and comment, and leads to the next', async () => {
    const exitCase = await openCase(office.storage);
    const form = await press(karin, await say(karin, 'checklista'), 'Öppna 3');
    const next = await press(karin, form, 'Spara och nästa', {
      state: 'delegated',
      delegatedTo: 'Biträdande enhetschef',
      comment: 'Klart i morgon.',
    });
    expect(read(next)).toContain('Punkt 3 är sparad.');
    expect(read(next)).toContain('Punkt 4');
    expect((await ticksOf(exitCase))['AVS-03']!.chef).toMatchObject({
      state: 'delegated',
      delegatedTo: 'Biträdande enhetschef',
      comment: 'Klart i morgon.',
    });
    const again = await press(karin, await press(karin, next, 'Till listan'), 'Öppna 4');
    expect(inputsOf(again)).toEqual({ state: '', delegatedTo: '', comment: '' });
  });

  it('says all that is wrong and keeps all that was typed', async () => {
    const exitCase = await openCase(office.storage);
    const form = await press(karin, await say(karin, 'checklista'), 'Öppna 3');
    const typed = { state: 'delegated', delegatedTo: ' ', comment: 'å'.repeat(201) };
    const back = await press(karin, form, 'Spara och nästa', typed);
    expect(read(back)).toContain('Skriv till vilken funktion');
    expect(read(back)).toContain('Kommentaren får ha högst 200 tecken.');
    expect(inputsOf(back)).toEqual(typed);
    expect(read(await press(karin, form, 'Spara och nästa', {}))).toContain('Välj hur det står till.');
    expect(await ticksOf(exitCase)).toEqual({});
  });

  it('stops a personal identity number, and asks once about names and sensitive words', async () => {
    const exitCase = await openCase(office.storage);
    const form = await press(karin, await say(karin, 'checklista'), 'Öppna 3');
    const number = { state: 'done', comment: 'Kontot 19121212-1212 är kvar' };
    const stopped = await press(karin, form, 'Spara och nästa', number);
    expect(read(stopped)).toContain('ser ut att innehålla ett personnummer');
    expect(inputsOf(stopped)).toMatchObject(number);
    const named = { state: 'done', comment: 'Det har Henrik Ulvsunde gjort, depression' };
    const asked = await press(karin, stopped, 'Spara och nästa', named);
    expect(read(asked)).toContain('nämner någon vid namn (”Henrik Ulvsunde”)');
    expect(read(asked)).toContain('depression');
    expect(await ticksOf(exitCase)).toEqual({});
    await press(karin, asked, 'Spara och nästa', inputsOf(asked));
    expect((await ticksOf(exitCase))['AVS-03']!.chef).toMatchObject(named);
  });

  it('is stored once for a double press, also from the list', async () => {
    const exitCase = await openCase(office.storage);
    const list = await say(karin, 'checklista');
    const replies = await Promise.all([pressButton(karin, list, 'Klar 1'), pressButton(karin, list, 'Klar 1')]);
    expect(replies.map((reply) => read(replaced(reply)).includes('Punkt 1')).every(Boolean)).toBe(true);
    const version = (await ticksOf(exitCase))['AVS-01'];
    const form = await press(karin, list, 'Öppna 3');
    const typed = { state: 'done', comment: 'Sagt.' };
    await press(karin, form, 'Spara och nästa', typed);
    const first = await ticksOf(exitCase);
    expect(read(await press(karin, form, 'Spara och nästa', typed))).toContain('Punkt 3 var redan sparad så.');
    expect(await ticksOf(exitCase)).toEqual(first);
    expect(first['AVS-01']).toEqual(version);
  });

  it('shows both answers when two hold one function, and lets the second decide', async () => {
    const exitCase = await openCase(office.storage);
    const [ingrid, amir] = [await office.met(INGRID), await office.met(AMIR)];
    const hers = await press(ingrid, await say(ingrid, 'checklista'), 'Öppna 23');
    const his = await press(amir, await say(amir, 'checklista'), 'Öppna 23');
    await press(ingrid, hers, 'Spara och nästa', { state: 'done', comment: 'Skickad i dag.' });
    const typed = { state: 'notApplicable', delegatedTo: '', comment: 'För kort tid.' };
    const conflict = await press(amir, his, 'Spara och nästa', typed);
    expect(read(conflict)).toContain('HR har svarat sedan du öppnade punkten.');
    expect(read(conflict)).toContain('Skickad i dag.');
    expect(inputsOf(conflict)).toEqual(typed);
    const kept = await press(amir, conflict, 'Behåll det sparade');
    expect(inputsOf(kept)).toMatchObject({ state: 'done', comment: 'Skickad i dag.' });
    await press(amir, conflict, 'Spara mitt svar', inputsOf(conflict));
    expect((await ticksOf(exitCase))['AVS-23']!.hr).toMatchObject({ state: 'notApplicable', comment: 'För kort tid.' });
  });

  it('is kept on both sides when both tick at the same moment', async () => {
    const exitCase = await openCase(office.storage);
    const [mine, hers] = [await say(karin, 'checklista'), await say(sara, 'checklista')];
    await Promise.all([
      ...['Klar 2', 'Klar 4', 'Klar 1'].map((title) => pressButton(karin, mine, title)),
      ...['Klar 2', 'Klar 4', 'Klar 6'].map((title) => pressButton(sara, hers, title)),
    ]);
    const said = Object.entries(await ticksOf(exitCase)).map(([id, ticks]) => [id, Object.keys(ticks).sort().join()]);
    expect(said.sort()).toEqual([
      ['AVS-01', 'chef'],
      ['AVS-02', 'chef,medarbetare'],
      ['AVS-04', 'chef,medarbetare'],
      ['AVS-06', 'medarbetare'],
    ]);
  });

  it('is not wiped by one press on an old list', async () => {
    const exitCase = await openCase(office.storage);
    const old = await say(karin, 'checklista');
    const form = await press(karin, old, 'Öppna 3');
    await press(karin, form, 'Spara och nästa', { state: 'notYet', comment: 'Väntar på besked.' });
    const conflict = await press(karin, old, 'Klar 3');
    expect(read(conflict)).toContain('Du har redan svarat på punkten på ett annat kort.');
    expect(read(conflict)).toContain('Väntar på besked.');
    expect((await ticksOf(exitCase))['AVS-03']!.chef!.state).toBe('notYet');
  });

  it('asks before it leaves something unsaved', async () => {
    await openCase(office.storage);
    const form = await press(karin, await say(karin, 'checklista'), 'Öppna 3');
    const asked = await press(karin, form, 'Till listan', { state: 'done', comment: 'Snart' });
    expect(read(asked)).toContain('Du har ändrat något som inte är sparat.');
    expect(inputsOf(asked)).toMatchObject({ state: 'done', comment: 'Snart' });
    expect(read(await press(karin, asked, 'Till listan utan att spara', inputsOf(asked)))).toContain('sida 1 av');
  });

  it('of a function that nobody holds is confirmed by the manager', async () => {
    const exitCase = await openCase(office.storage);
    let list = await say(karin, 'checklista');
    while (!titles(list).includes('Klar 34 (lön)')) list = await press(karin, list, 'Nästa sida');
    expect(read(list)).toContain('Bekräfta att detta är gjort av lön.');
    expect(read(list)).not.toContain('Klar 34 (IT)');
    await press(karin, list, 'Klar 34 (lön)');
    expect((await ticksOf(exitCase))['AVS-34']).toMatchObject({ lön: { state: 'done' } });
  });

  it('goes on where it was after the bot was restarted in the middle', async () => {
    const exitCase = await openCase(office.storage);
    const form = await press(karin, await say(karin, 'checklista'), 'Öppna 3');
    await office.restart();
    karin = office.user(KARIN);
    await press(karin, form, 'Spara och nästa', { state: 'done' });
    expect((await ticksOf(exitCase))['AVS-03']!.chef!.state).toBe('done');
  });
});

describe('"min checklista"', () => {
  it('shows a function its own parts, and nothing of the others', async () => {
    await openCase(office.storage);
    const henrik = await office.met(HENRIK);
    const list = await say(henrik, 'mina punkter');
    expect(read(list)).toContain('0 av 2 klara');
    expect(titles(list)).toEqual(['Klar 32', 'Öppna 32', 'Klar 34', 'Öppna 34', 'Uppdatera']);
  });

  it('lists the cases of a manager who has several', async () => {
    await openCase(office.storage);
    await openCase(office.storage, [], { id: 'case-2', employee: DANIEL.id, lastWorkingDay: '2026-12-18' });
    await openCase(office.storage, [], { id: 'case-3', status: 'withdrawn' });
    const cases = await say(karin, 'min checklista');
    expect(read(cases)).toContain('2 öppna checklistor');
    expect(read(cases)).toContain('Checklista: Daniel Okonjima');
    expect(read(cases)).toContain('sista arbetsdag 18 december 2026');
    const { verb, data } = buttonsOf(cases)[1]!;
    expect(read(replaced(await karin.press(verb, data)))).toContain('Sista arbetsdag:');
  });

  it('says so to whoever has none', async () => {
    await openCase(office.storage);
    const elin = await office.met(ELIN);
    expect(seen((await elin.say('checklista')).replies[0])).toContain('Du har ingen öppen checklista just nu.');
  });

  it('shows a manager what all have to do, to read', async () => {
    await openCase(office.storage);
    const all = await press(karin, await say(karin, 'checklista'), 'Visa allas punkter');
    expect(titles(all)).toEqual(expect.arrayContaining(['Visa 2 (medarbetare)', 'Visa bara mina']));
    expect(titles(all)).not.toContain('Klar 2 (medarbetare)');
    const shown = await press(karin, all, 'Visa 2 (medarbetare)');
    expect(inputsOf(shown)).toEqual({});
    expect(titles(shown)).toEqual(['Till listan']);
    expect(titles(await say(sara, 'checklista'))).not.toContain('Visa allas punkter');
  });

  it('speaks English to whoever chose it', async () => {
    await openCase(office.storage, [], { employee: DANIEL.id });
    const daniel = await office.met(DANIEL);
    await daniel.say('English');
    const list = await say(daniel, 'my checklist');
    expect(read(list)).toContain('Your checklist before the last day');
    expect(read(await press(daniel, list, 'Done 2'))).toContain('Item 2 is saved. 10 left.');
  });
});

describe('a case that is no longer open', () => {
  const close = async (status: ExitCase['status']) => {
    const exitCase = await openCase(office.storage, [], { ticks: { 'AVS-03': { chef: someTick('done') } } });
    const form = await press(karin, await say(karin, 'checklista'), 'Öppna 4');
    const list = await say(sara, 'checklista');
    const stored = (await openExitCases(office.storage).find(exitCase.organisation, exitCase.id))!;
    await openExitCases(office.storage).update({ ...stored.exitCase, status }, stored.version);
    return { form, list };
  };

  it('keeps what was being typed, and tells why it is not saved', async () => {
    const { form } = await close('withdrawn');
    const back = await press(karin, form, 'Spara och nästa', { state: 'done', comment: 'Sagt på mötet.' });
    expect(read(back)).toContain('Checklistan är stängd, så svaret är inte sparat.');
    expect(inputsOf(back)).toMatchObject({ comment: 'Sagt på mötet.' });
  });

  it.each([
    ['withdrawn', 'Du stannar kvar.'],
    ['recalled', 'Kortet skickades av misstag.'],
  ] as const)('that is %s closes kindly', async (status, text) => {
    const { list } = await close(status);
    const closed = await press(sara, list, 'Klar 2');
    expect(read(closed)).toContain(text);
    expect(titles(closed)).toEqual([]);
    expect(read(await press(sara, list, 'Öppna 2'))).toContain(text);
  });

  it('that has ended can still be read, as the receipt it is', async () => {
    const { list } = await close('ended');
    const read1 = await press(sara, list, 'Uppdatera');
    expect(titles(read1)).toContain('Visa 2');
    expect(titles(read1).filter((title) => title.startsWith('Klar'))).toEqual([]);
    expect(inputsOf(await press(sara, read1, 'Visa 2'))).toEqual({});
  });
});

it('has a button for each of thirty-five points within two or three presses', async () => {
  await openCase(office.storage, [KARIN], {
    kind: 'egen uppsägning',
    traits: [
      'chef',
      'attest',
      'systemroll',
      'myndighetsutövning',
      'vård',
      'facklig',
      'kontor',
      'konto',
      'fyller 69',
      'begäran',
      'sex månader',
    ],
  });
  const live = await office.card(karin, 'Checklista: Sara Ekman');
  expect(titles(live).filter((title) => title.startsWith('Klar')).length).toBe(6);
  let page = await pressForNew(karin, live, buttonsOf(live).at(-1)!.title);
  const found = new Set<string>();
  for (;;) {
    for (const title of titles(page).filter((one) => one.startsWith('Klar'))) found.add(title);
    if (!titles(page).includes('Nästa sida')) break;
    page = await press(karin, page, 'Nästa sida');
  }
  expect(`0 av ${found.size} klara`).toBe(/0 av \d+ klara/.exec(read(live))![0]);
  expect(found.size).toBe(28);
  expect(titles(page)).toContain('Föregående sida');
});
