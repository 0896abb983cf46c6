import { beforeEach, describe, expect, it } from 'vitest';
import type { AdaptiveCardJson } from '../../../src/cards/index.js';
import { INGRID, KARIN, SARA } from '../../bot/support/people.js';
import { pressButton, read, say } from '../../bot/support/press.js';
import { buttonsOf } from '../../bot/support/seen.js';
import { inputsOf } from '../../plan/respond/support/department.js';
import { useOffice } from '../../questions/support/office.js';
import type { User } from '../../support/connector/index.js';
import { eventually } from '../../support/eventually.js';
import { cardsOf, casesOf, DAYS, EVERYBODY, NOW, press, sendCase, YASMIN } from './support/leavers.js';

const office = useOffice({ TEST_NOW: NOW }, EVERYBODY);
let karin: User;
let card: AdaptiveCardJson;

beforeEach(async () => {
  await office.met(SARA);
  karin = await office.met(KARIN);
  card = await sendCase(karin);
});
const theCase = async () => (await casesOf(office.storage))[0]!;
/** The card of the case, once the job has sent it. */
const sentCard = () =>
  eventually(async () => {
    const [sent] = await cardsOf(office.storage, await theCase());
    expect(sent).toBeDefined();
    return sent!;
  });

describe('whoever leads a case', () => {
  it('moves its days, and the cards of everybody are made anew', async () => {
    const before = await sentCard();
    const form = await press(karin, card, 'Ändra datum');
    expect(inputsOf(form)).toMatchObject(DAYS);
    const later = { ...inputsOf(form), lastWorkingDay: '2026-12-18', lastDay: '2026-12-31' };
    const changed = await press(karin, form, 'Spara', later);
    expect(read(changed)).toContain('Ändringen är sparad.');
    expect(read(changed)).toContain('Sista anställningsdag: 2026-12-31');
    expect(await theCase()).toMatchObject({ lastWorkingDay: '2026-12-18', lastDay: '2026-12-31', notice: DAYS.notice });
    expect((await sentCard()).edition).toBeGreaterThan(before.edition);
    expect(read(await press(karin, form, 'Spara', later))).toContain('Så stod det redan.');
  });

  it('adds to the list what was forgotten', async () => {
    const form = await press(karin, card, 'Ändra datum');
    await press(karin, form, 'Spara', { ...inputsOf(form), traits: 'konto,systemroll,facklig' });
    expect((await theCase()).traits).toEqual(['systemroll', 'facklig', 'konto', 'sex månader']);
  });

  it('sees a fault beside the day, with what was typed', async () => {
    const form = await press(karin, card, 'Ändra datum');
    const typed = { ...inputsOf(form), lastDay: '2026-08-01' };
    const back = await press(karin, form, 'Spara', typed);
    expect(read(back)).toContain('⚠ Dagen har redan varit.');
    expect(inputsOf(back)).toMatchObject(typed);
    expect(await theCase()).toMatchObject(DAYS);
  });

  it('sees both when somebody else changed it meanwhile, and decides', async () => {
    const mine = await press(karin, card, 'Ändra datum');
    const ingrid = await office.met(INGRID);
    const { id } = await theCase();
    const theirs = cardFrom(await ingrid.press('exit.lead.change', { case: id }));
    await press(ingrid, theirs, 'Spara', { ...inputsOf(theirs), lastDay: '2026-12-15' });
    const typed = { ...inputsOf(mine), lastDay: '2026-12-31' };
    const conflict = await press(karin, mine, 'Spara', typed);
    expect(read(conflict)).toContain('Någon annan har ändrat avslutet sedan du öppnade det');
    expect(read(conflict)).toContain('sista anställningsdag 2026-12-15');
    expect(inputsOf(conflict)).toMatchObject(typed);
    expect((await theCase()).lastDay).toBe('2026-12-15');
    await press(karin, conflict, 'Spara', inputsOf(conflict));
    expect((await theCase()).lastDay).toBe('2026-12-31');
  });

  it('closes the case kindly when the employee stays, after being asked once', async () => {
    const before = await sentCard();
    const asked = await press(karin, card, 'Medarbetaren stannar');
    expect(read(asked)).toContain('Checklistan stängs för alla, med en vänlig rad.');
    expect(read(await press(karin, asked, 'Ändra ingenting'))).toContain('Öppet');
    const closed = await press(karin, asked, 'Ja, medarbetaren stannar');
    expect(read(closed)).toContain('Sara Ekman stannar');
    expect(await theCase()).toMatchObject({ status: 'withdrawn' });
    const after = await sentCard();
    expect([after.edition > before.edition, after.recalledAt]).toEqual([true, undefined]);
    expect(read(await press(karin, asked, 'Ja, medarbetaren stannar'))).toContain('Sara Ekman stannar');
    expect(read(await press(karin, card, 'Ändra datum'))).toContain('Avslutet är inte öppet längre');
    expect(read(await press(karin, card, 'Återkalla, det blev fel'))).toContain('Avslutet är inte öppet längre');
  });

  it('recalls a mistaken card from everybody with one press', async () => {
    await sentCard();
    const recalled = await press(karin, card, 'Återkalla, det blev fel');
    expect(read(recalled)).toContain('Avslutet är återkallat');
    expect(await theCase()).toMatchObject({ status: 'recalled' });
    expect((await sentCard()).recalledAt).toBeInstanceOf(Date);
    expect(read(await press(karin, card, 'Återkalla, det blev fel'))).toContain('Avslutet är återkallat');
    // The same person may be started anew.
    await sendCase(karin);
    expect((await casesOf(office.storage)).map(({ status }) => status)).toEqual(['open', 'recalled']);
  });

  it('gets the list as Word at any time', async () => {
    const { replies } = await pressButton(karin, card, 'Lista som Word');
    expect(JSON.stringify(replies)).toContain('Checklista avslut Sara Ekman.docx');
  });

  it('finds the open cases among the own, and nobody finds another’s', async () => {
    const list = await say(karin, 'mina avslut');
    expect(read(list)).toContain('Öppet · sista dag 2026-11-30');
    expect(read(await press(karin, list, 'Visa avslutet'))).toContain('Avslut: Sara Ekman');
    const yasmin = await office.met(YASMIN);
    const none = await say(yasmin, 'my leavers');
    expect(read(none)).toContain('Du har inga öppna avslut.');
    expect(buttonsOf(none)).toEqual([]);
  });

  it('is HR, too, of any case of the board', async () => {
    const ingrid = await office.met(INGRID);
    const { id } = await theCase();
    expect(read(cardFrom(await ingrid.press('exit.lead.open', { case: id })))).toContain('Avslut: Sara Ekman');
  });
});

function cardFrom(answer: Awaited<ReturnType<User['press']>>): AdaptiveCardJson {
  return (answer.body as { value: AdaptiveCardJson }).value;
}
