import { beforeEach, describe, expect, it } from 'vitest';

import { auditTable } from '../../../src/storage/index.js';
import { INGRID, KARIN, ORGANISATION, SARA } from '../../bot/support/people.js';
import { startGroupChat } from '../../bot/support/group-chat.js';
import { buttonOf, pressButton, read, replaced, say } from '../../bot/support/press.js';
import { buttonsOf, cardOf, seen } from '../../bot/support/seen.js';
import { inputsOf } from '../../plan/respond/support/department.js';
import type { User } from '../../support/connector/index.js';
import { eventually } from '../../support/eventually.js';
import { useOffice } from '../../questions/support/office.js';
import {
  cardsOf,
  casesOf,
  DAYS,
  ENGLISH,
  EVERYBODY,
  LEAVER,
  NOW,
  press,
  recipients,
  SARA_TOO,
  SEND,
  sendCase,
  toConfirmation,
  toDays,
  YASMIN,
} from './support/leavers.js';

const office = useOffice({ TEST_NOW: NOW }, EVERYBODY);
let karin: User;

beforeEach(async () => {
  karin = await office.met(KARIN);
});
const cases = () => casesOf(office.storage);

describe('a manager who starts an exit', () => {
  it('chooses among the own reports, and nobody else', async () => {
    const form = await say(karin, 'Någon slutar!');
    const text = read(form);
    expect(text).toContain('Ingen får veta något förrän du har läst igenom och bekräftat.');
    expect(text).toContain('Sara Ekman, Barnskötare, Förskolorna Solberga');
    expect(text).not.toContain('Daniel');
    expect(text).not.toContain('Sara Åkerlund');
    expect(text).not.toContain('Cecilia');
  });

  it('is told so when nobody reports to them', async () => {
    await office.people(
      EVERYBODY.map((person) => (person.id === LEAVER.id ? { ...person, managerId: YASMIN.id } : person)),
    );
    await office.restart();
    expect(read(await say(office.user(KARIN), 'nytt avslut'))).toContain(
      'Ingen i personalkatalogen har dig som närmaste chef.',
    );
  });

  it('confirms what is sent, before anything reaches the employee; then all get their card', async () => {
    await office.met(SARA);
    const confirmation = await toConfirmation(karin);
    const text = read(confirmation);
    for (const said of [
      'Sara Ekman',
      'Barnskötare, Förskolorna Solberga',
      'Hur: Egen uppsägning',
      'Besked: 2026-09-01',
      'Sista arbetsdag: 2026-11-27',
      'Sista anställningsdag: 2026-11-30',
      'Chef: Karin Lindqvist',
      'Anställd i minst sex månader',
      'Sara Ekman får 10 punkter',
      'Du får 20 punkter',
      'HR får 3 punkter',
      'senast 2026-09-03: Ta emot uppsägningen skriftligt och bekräfta sista anställningsdag',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('ingen chatt');
    const [draft] = await cases();
    expect(draft).toMatchObject({ status: 'draft', employee: SARA.id, manager: KARIN.id, ...DAYS });
    expect(await cardsOf(office.storage, draft!)).toEqual([]);

    const led = await press(karin, confirmation, SEND);
    expect(read(led)).toContain('Skickat. Korten är på väg till medarbetaren och chefen.');
    expect(read(led)).toContain('Öppet · 0 av');
    const [open] = await cases();
    expect(open).toMatchObject({ status: 'open', opened: '2026-09-02', manager: KARIN.id });
    await eventually(async () => {
      const [card] = await cardsOf(office.storage, open!);
      expect(card).toMatchObject({ kind: 'exit.checklist', title: 'Checklista inför avslut' });
      expect(await recipients(office.storage, ORGANISATION, card!.id)).toEqual(
        expect.arrayContaining([KARIN.id, INGRID.id, SARA.id]),
      );
    });
  });

  it('stores one case for a double press of each button', async () => {
    const days = await toDays(karin);
    const review = buttonOf(days, 'Granska');
    const typed = { ...review.data, ...DAYS, traits: 'konto' };
    const both = await Promise.all([karin.press(review.verb, typed), karin.press(review.verb, typed)]);
    expect(both.map((answer) => read(replaced(answer)).includes('Kontrollera'))).toEqual([true, true]);
    const send = buttonOf(replaced(both[0]), SEND);
    const sent = await Promise.all([karin.press(send.verb, send.data), karin.press(send.verb, send.data)]);
    const again = read(replaced(await karin.press(send.verb, send.data)));
    expect(again).toContain('Avslutet var redan skickat.');
    expect(sent.map((answer) => read(replaced(answer)).includes('Öppet'))).toEqual([true, true]);
    expect((await cases()).map(({ status }) => status)).toEqual(['open']);
    // The one that was reviewed before is sent by now: the old form shows that.
    expect(read(replaced(await karin.press(review.verb, typed)))).toContain('Det finns redan ett öppet avslut');
    const [open] = await cases();
    await eventually(async () => expect(await cardsOf(office.storage, open!)).toHaveLength(1));
  });

  it('sees each fault beside its day, and loses nothing', async () => {
    const days = await toDays(karin);
    const typed = {
      notice: '2026-09-30',
      lastWorkingDay: '2026-12-24',
      lastDay: '2026-11-30',
      traits: 'konto,facklig',
    };
    const back = await press(karin, days, 'Granska', typed);
    expect(read(back)).toContain('⚠ Dagen har inte varit än.');
    expect(read(back)).toContain('⚠ Sista arbetsdagen kan inte ligga efter sista anställningsdagen.');
    expect(inputsOf(back)).toMatchObject(typed);
    expect(await cases()).toEqual([]);
    const person = await press(karin, back, 'Tillbaka', typed);
    expect(inputsOf(person)).toMatchObject({ employee: LEAVER.id, kind: 'egen uppsägning' });
    expect(inputsOf(await press(karin, person, 'Nästa', inputsOf(person)))).toMatchObject(typed);
  });

  it('is told what is missing on the first card', async () => {
    const form = await say(karin, 'starta avslut');
    const back = await press(karin, form, 'Nästa', {});
    expect(read(back)).toContain('⚠ Välj vem det gäller.');
    expect(read(back)).toContain('⚠ Välj hur medarbetaren slutar.');
    const again = await press(karin, form, 'Nästa', { employee: LEAVER.id, kind: 'påhittat' });
    expect(inputsOf(again)).toMatchObject({ employee: LEAVER.id });
  });

  it('is asked for no notice of a fixed-term employment, whose list begins when it is sent', async () => {
    const days = await toDays(karin, { employee: LEAVER.id, kind: 'visstid' });
    expect(Object.keys(inputsOf(days))).not.toContain('notice');
    const { lastWorkingDay, lastDay } = DAYS;
    const confirmation = await press(karin, days, 'Granska', { lastWorkingDay, lastDay });
    expect(read(confirmation)).not.toContain('Besked');
    await press(karin, confirmation, SEND);
    expect((await cases())[0]).toMatchObject({ notice: '2026-09-02', opened: '2026-09-02', kind: 'visstid' });
  });

  it('changes the draft, or drops it without a trace', async () => {
    const confirmation = await toConfirmation(karin);
    const days = await press(karin, confirmation, 'Ändra');
    expect(inputsOf(days)).toMatchObject(DAYS);
    const changed = await press(karin, days, 'Granska', { ...inputsOf(days), lastDay: '2026-12-31' });
    expect(read(changed)).toContain('Sista anställningsdag: 2026-12-31');
    expect(await cases()).toHaveLength(1);
    // What was confirmed first is not what is sent.
    expect(read(await press(karin, confirmation, SEND))).toContain('Utkastet ändrades på ett annat ställe.');
    expect(read(await press(karin, changed, 'Kasta utkastet'))).toContain('Inget avslut är startat');
    expect(await cases()).toEqual([]);
    const { body } = await pressButton(karin, changed, SEND);
    expect(JSON.stringify(body)).toContain('Det avslutet finns inte');
  });

  it('finds a draft again among the own cases', async () => {
    await toConfirmation(karin);
    const list = await say(karin, 'mina avslut');
    expect(read(list)).toContain('Utkast, inte skickat · sista dag 2026-11-30');
    expect(read(await press(karin, list, 'Fortsätt med utkastet'))).toContain('Kontrollera: Sara Ekman');
  });

  it('is shown the open case of the same person instead of a second one', async () => {
    const draft = await toConfirmation(karin);
    const ingrid = await office.met(INGRID);
    const form = await press(ingrid, await say(ingrid, 'nytt avslut'), 'Nästa', {
      name: 'Sara Ekman',
      kind: 'pension',
    });
    const confirmation = await press(ingrid, form, 'Granska', DAYS);
    await press(ingrid, confirmation, SEND);
    const told = 'Det finns redan ett öppet avslut för Sara Ekman.';
    expect(read(await press(karin, draft, SEND))).toContain(told);
    expect(read(await press(karin, await press(karin, draft, 'Ändra'), 'Granska', DAYS))).toContain(told);
    expect((await cases()).filter(({ status }) => status === 'open')).toHaveLength(1);
  });

  it('gets the list as Word when the employee has no chat with the bot', async () => {
    const confirmation = await toConfirmation(karin);
    expect(read(confirmation)).toContain('Sara Ekman har ingen chatt med assistenten och kan inte få kortet.');
    const { body, replies } = await pressButton(karin, confirmation, SEND);
    expect(read(replaced({ body } as never))).toContain('kan inte nås av assistenten, så du får listan som Word');
    expect(JSON.stringify(replies)).toContain('Checklista avslut Sara Ekman.docx');
    expect(seen(replies[0])).toContain('Listan som Word: vad, vem, när och hjälp.');
  });
});

describe('HR who starts an exit', () => {
  let ingrid: User;
  const search = async (name: string, typed: object = {}) =>
    press(ingrid, await say(ingrid, 'nytt avslut'), 'Nästa', { name, kind: 'pension', ...typed });
  beforeEach(async () => {
    ingrid = await office.met(INGRID);
  });

  it('types a name, and chooses when several have it', async () => {
    const several = await search('sara');
    expect(read(several)).toContain('2 personer stämmer. Välj en av dem nedan.');
    expect(inputsOf(several)).toMatchObject({ name: 'sara', kind: 'pension' });
    const days = await press(ingrid, several, 'Nästa', { ...inputsOf(several), employee: SARA_TOO.id });
    expect(read(days)).toContain('Sara Åkerlund, Barnskötare, Förskolorna Solberga');
    expect(read(days)).toContain('Dag då pensionen anmäldes');
  });

  it('types an e-mail address of anybody of the own board, whose manager then leads the case', async () => {
    const days = await search(ENGLISH.email);
    const confirmation = await press(ingrid, days, 'Granska', DAYS);
    expect(read(confirmation)).toContain('Yasmin Karimzadeh får');
    expect(read(confirmation)).toContain('Chefen, Yasmin Karimzadeh, har ingen chatt med assistenten än');
    await press(ingrid, confirmation, SEND);
    expect((await cases())[0]).toMatchObject({ employee: ENGLISH.id, manager: YASMIN.id, startedBy: INGRID.id });
  });

  it.each([
    ['Cecilia Norrbygd', 'Ingen i din förvaltning heter så.'],
    ['Ingrid Falkmarker', 'Ditt eget avslut startar din chef eller en kollega på HR.'],
    ['', 'Skriv namn eller e-postadress.'],
    ['Sara 19121212-1212', 'ser ut att innehålla ett personnummer'],
  ])('is told what is wrong with ”%s”, which stays as it was typed', async (name, told) => {
    const back = await search(name);
    expect(read(back)).toContain(told);
    expect(inputsOf(back)).toMatchObject({ name, kind: 'pension' });
  });

  it('leads the case of somebody without a manager', async () => {
    await press(ingrid, await press(ingrid, await search('Tomas'), 'Granska', DAYS), SEND);
    expect((await cases())[0]).toMatchObject({ manager: INGRID.id });
  });
});

describe('what HR alone handles', () => {
  it('stops at once, and nothing about it is kept, not even a draft of before', async () => {
    const confirmation = await toConfirmation(karin);
    expect(await cases()).toHaveLength(1);
    const person = await press(karin, await press(karin, confirmation, 'Ändra'), 'Tillbaka', DAYS);
    const stopped = await press(karin, person, 'Nästa', { employee: LEAVER.id, kind: 'annat' });
    expect(read(stopped)).toContain('Kontakta HR');
    expect(read(stopped)).toContain('Inget är sparat om vem det gäller');
    expect(buttonsOf(stopped)).toEqual([]);
    expect(await cases()).toEqual([]);
    expect(JSON.stringify(stopped)).not.toContain('Sara');
  });

  it('is named in the choice and to HR, misconduct as well', async () => {
    const choice = (form: unknown) => JSON.stringify(form).match(/"title":"((?:Annat|Other): [^"]+)"/)?.[1];
    const all = 'uppsägning från arbetsgivaren, avsked, misskötsamhet, dödsfall, skyddade personuppgifter';
    expect(choice(await say(karin, 'nytt avslut'))).toContain(`Annat: ${all} eller pågående rehabilitering`);
    const ingrid = await office.met(INGRID);
    const stopped = await press(ingrid, await say(ingrid, 'nytt avslut'), 'Nästa', { name: 'Sara', kind: 'annat' });
    expect(read(stopped).toLowerCase()).toContain(all);
    await karin.say('english');
    const english = cardOf((await karin.say('someone is leaving')).replies[0]);
    expect(choice(english)).toContain('summary dismissal, misconduct, death, protected identity');
  });

  it('is in the audit no other press than any other answer of the form', async () => {
    await press(karin, await say(karin, 'nytt avslut'), 'Nästa', { employee: LEAVER.id, kind: 'annat' });
    const lines = [];
    for await (const { row } of office.storage.table(auditTable).list())
      if (row.action === 'exit.start.next') lines.push(row);
    expect(lines.map(({ outcome, subject }) => [outcome, subject])).toEqual([['done', undefined]]);
  });

  it('tells HR itself that it is outside the bot', async () => {
    const ingrid = await office.met(INGRID);
    const stopped = await press(ingrid, await say(ingrid, 'nytt avslut'), 'Nästa', {
      name: 'Sara Ekman',
      kind: 'annat',
    });
    expect(read(stopped)).toContain('Utanför assistenten');
  });
});

describe('in English', () => {
  it('a manager who reads English goes the whole way', async () => {
    await karin.say('english');
    const form = cardOf((await karin.say('someone is leaving')).replies[0]);
    expect(read(form)).toContain('New exit');
    const days = await press(karin, form, 'Next', { employee: LEAVER.id, kind: 'egen uppsägning' });
    const confirmation = await press(karin, days, 'Review', DAYS);
    expect(read(confirmation)).toContain('You get');
    expect(read(await press(karin, confirmation, 'The employee knows, send'))).toContain('Open · 0 of');
  });
});

it('nobody may in a group chat, where names would be read by all', async () => {
  const group = startGroupChat(office.connector, [karin]);
  for (const command of ['nytt avslut', 'mina avslut']) {
    await group.say(karin, command);
    expect(seen(group.messages().at(-1))).toBe('Avslut handlar om en person. Skriv det till mig i vår egen chatt.');
  }
});

it('others than managers and HR may not', async () => {
  const sara = await office.met(SARA);
  expect(seen((await sara.say('nytt avslut')).replies[0])).not.toContain('Nytt avslut');
  expect(await sendCase(karin)).toBeDefined();
  expect(seen((await sara.say('mina avslut')).replies[0])).not.toContain('Sara Ekman');
});
