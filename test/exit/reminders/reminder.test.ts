import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCards } from '../../../src/cards/index.js';
import { caseItems, type ExitCase } from '../../../src/exit/index.js';
import { dueFor } from '../../../src/exit/reminders/due-for.js';
import { MOST_ITEMS, reminderMessage, shares } from '../../../src/exit/reminders/reminder-card.js';
import { createDirectory } from '../../../src/people/index.js';
import { loadChecklist } from '../../../src/knowledge/index.js';
import { openReminderDays } from '../../../src/storage/index.js';
import { KARIN, INGRID, ORGANISATION } from '../../bot/support/people.js';
import { read } from '../../bot/support/press.js';
import { buttonsOf } from '../../bot/support/seen.js';
import { expectBytes } from '../../plan/respond/support/department.js';
import { useOffice } from '../../questions/support/office.js';
import { someCase } from '../case/some-case.js';
import { LENA } from '../support/desk.js';
import { EVERYBODY, openCase, startTheDay } from '../talk/support.js';

const checklist = loadChecklist('knowledge');
const directory = createDirectory(EVERYBODY);

describe('the card of a day', () => {
  const message = (cases: readonly ExitCase[], person: string, day: string, locale: 'sv' | 'en' = 'sv') => {
    const inHand = cases.map((exitCase) => ({ exitCase, holders: {}, items: caseItems(exitCase, checklist, {}) }));
    const due = dueFor(inHand, day).get(person) ?? [];
    return reminderMessage(due, { person, locale, now: new Date(`${day}T08:00:00Z`), directory });
  };
  const cards = loadCards('cards');
  const bound = (...wanted: Parameters<typeof message>) => cards.bind(message(...wanted).card!, wanted[3] ?? 'sv');

  const cases = Array.from({ length: 30 }, (_, n) =>
    someCase({ id: `97930000000000${n}-case`, employee: LENA.id, manager: KARIN.id, kind: 'visstid' }),
  );

  it('fits a phone and Teams however much is left, and says how much more there is', () => {
    const card = bound(cases, KARIN.id, '2026-11-27');
    expectBytes(card);
    expect(buttonsOf(card).filter(({ verb }) => verb === 'exit.list.item')).toHaveLength(MOST_ITEMS);
    expect(read(card)).toMatch(/\d+ punkter till i listan\./);
    expect(read(card)).toContain('18 avslutningar till har något att göra.');
  });

  it('says in words what is urgent, late or due now, and why it is urgent, in both languages', () => {
    const swedish = read(bound(cases.slice(0, 1), KARIN.id, '2026-10-30'));
    expect(swedish).toContain('9. Kontrollera beskedet om att anställningen upphör, och företrädesrätten');
    expect(swedish).toContain('‼ Brådskar, planerat till 2026-10-21');
    expect(swedish).toContain('Beskedet ska vara lämnat minst en månad före sista dagen');
    expect(swedish).toContain('! Försenad, skulle vara klart 2026-10-28');
    const english = read(bound(cases.slice(0, 1), KARIN.id, '2026-10-30', 'en'));
    expect(english).toContain('‼ Urgent, planned for 2026-10-21');
  });

  it('shares its room between the cases, so that none is hidden behind another’s', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 15 }), fc.nat(15), (wanted, room) => {
        const given = shares(wanted, room);
        const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
        expect(sum(given)).toBe(Math.min(room, sum(wanted)));
        for (const [at, one] of given.entries()) {
          expect(one).toBeLessThanOrEqual(wanted[at]!);
          // Whoever got less than it wanted has at most one less than any other.
          if (one < wanted[at]!) expect(Math.max(...given) - one).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('calls the leaver’s own list theirs, and thanks whoever has done it all meanwhile', () => {
    expect(read(bound(cases.slice(0, 1), LENA.id, '2026-11-20'))).toContain('Din checklista');
    expect(read(bound([], LENA.id, '2026-11-20'))).toContain('Allt är redan gjort. Tack!');
  });
});

describe('through the bot', () => {
  const office = useOffice({ TEST_NOW: '2026-11-27T08:05:00Z' });

  it('one card reaches each, HR’s with what is overdue for HR alone, and none whoever is reminded of something else', async () => {
    await office.people(EVERYBODY);
    await openCase(office);
    await openCase(office, { id: 'second', kind: 'pension' });
    await office.restart();
    for (const person of [KARIN, LENA, INGRID]) await office.met(person);
    await openReminderDays(office.storage).take(ORGANISATION, LENA.id, {
      day: '2026-11-27',
      by: 'a round',
      at: new Date(),
    });
    await startTheDay(office);
    const [karin, lena, ingrid] = [KARIN, LENA, INGRID].map((person) => office.user(person));
    const card = await office.card(karin!, 'Att göra när någon slutar', 'Lena Brandt');
    expect(read(card).match(/Lena Brandt/g)).toHaveLength(2);
    const hrs = await office.card(ingrid!, 'Att göra när någon slutar');
    expect(read(hrs)).toContain('10. Gå igenom pensionsansökan och starta ärendet');
    expect(read(hrs)).not.toContain('I dag');
    const reminders = office.connector
      .current(lena!.conversationId)
      .filter((activity) => JSON.stringify(activity).includes('Att göra när någon slutar'));
    expect(reminders).toEqual([]);
  });
});
