import type { Locale } from '../../calendar/index.js';
import type { Owner } from '../checklist/item.js';
import { OWNER_NAMES } from '../checklist/owner-names.js';
import type { Phase } from './due-for.js';

/** What the reminder says beside the strings of its template. */
export const remindTexts = {
  sv: {
    title: 'Att göra när någon slutar',
    summary: (count: number) =>
      count === 1 ? 'Påminnelse: 1 punkt att göra' : `Påminnelse: ${count} punkter att göra`,
    nothing: 'Allt är redan gjort. Tack!',
    own: 'Din checklista',
    somebody: 'Medarbetaren',
    lastWorkingDay: (day: string) => `Sista arbetsdag ${day}`,
    confirm: (what: string, owner: Owner) => `${what} (bekräfta att ${OWNER_NAMES.sv[owner]} har gjort det)`,
    open: (number: string) => `Öppna ${number}`,
    openFor: (number: string, owner: Owner) => `Öppna ${number} (${OWNER_NAMES.sv[owner]})`,
    more: (count: number) => (count === 1 ? '1 punkt till i listan.' : `${count} punkter till i listan.`),
    moreCases: (count: number) => `${count} avslutningar till har något att göra. Skriv ”min checklista”.`,
    phases: {
      urgent: (due: string) => `‼ Brådskar, planerat till ${due}`,
      overdue: (due: string) => `! Försenad, skulle vara klart ${due}`,
      today: (due: string) => `I dag, ${due}`,
      soon: (due: string) => `Nästa arbetsdag, ${due}`,
    } satisfies Record<Phase, (due: string) => string>,
  },
  en: {
    title: 'To do when somebody leaves',
    summary: (count: number) => (count === 1 ? 'Reminder: 1 item to do' : `Reminder: ${count} items to do`),
    nothing: 'All is done already. Thank you!',
    own: 'Your checklist',
    somebody: 'The employee',
    lastWorkingDay: (day: string) => `Last working day ${day}`,
    confirm: (what: string, owner: Owner) => `${what} (confirm that ${OWNER_NAMES.en[owner]} has done it)`,
    open: (number: string) => `Open ${number}`,
    openFor: (number: string, owner: Owner) => `Open ${number} (${OWNER_NAMES.en[owner]})`,
    more: (count: number) => (count === 1 ? '1 more item in the list.' : `${count} more items in the list.`),
    moreCases: (count: number) => `${count} more exits have something to do. Type “my checklist”.`,
    phases: {
      urgent: (due: string) => `‼ Urgent, planned for ${due}`,
      overdue: (due: string) => `! Overdue, was to be done by ${due}`,
      today: (due: string) => `Today, ${due}`,
      soon: (due: string) => `Next working day, ${due}`,
    } satisfies Record<Phase, (due: string) => string>,
  },
} as const satisfies Record<Locale, object>;
