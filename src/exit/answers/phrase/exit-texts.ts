import type { Owner } from '../../checklist/item.js';
import type { Want } from '../wanted.js';

export type Next = 'left' | 'lateMine' | 'lastDay' | 'cases' | 'lateOurs';

/** What answers about exits say, in one language. Text that somebody wrote, and names, are never put into the sentences: they stand in rows. */
export interface ExitTexts {
  readonly titles: Readonly<Record<Want, string>>;
  readonly notHereTitle: string;
  readonly notHere: string;
  readonly leaver: string;
  readonly you: string;
  readonly manager: (name: string) => string;
  readonly owners: Readonly<Record<Owner, string>>;
  readonly confirmedByManager: (owner: string) => string;
  readonly and: (parts: readonly string[]) => string;
  readonly by: (day: string) => string;
  readonly overdue: string;
  readonly contradicted: string;
  readonly unticked: string;
  readonly ticked: (day: string) => string;
  readonly notApplicable: string;
  readonly notYet: string;
  readonly delegated: (to: string) => string;
  readonly these: (items: number, left: number) => string;
  readonly notOnList: string;
  readonly inEach: (cases: number) => string;
  readonly doneAlready: (by: string) => string;
  readonly dueBy: (by: string) => string;
  readonly isLate: string;
  readonly doneBy: (owners: string) => string;
  readonly saidBoth: string;
  readonly yes: string;
  readonly no: (by: string) => string;
  readonly booked: (day: string, time: string) => string;
  readonly handedOver: (given: number, of: number) => string;
  readonly left: (left: number, of: number, late: number) => string;
  readonly nothingLeft: (of: number) => string;
  readonly late: (items: number, cases: number) => string;
  readonly nothingLate: (cases: number) => string;
  readonly underWay: (cases: number) => string;
  readonly stands: (lastWorkingDay: string, done: number, of: number, late: number) => string;
  readonly writeExits: string;
  readonly lastDays: (working: string, employment: string) => string;
  readonly more: (count: number) => string;
  readonly asOf: (name: string, day: string, time: string) => string;
  readonly ask: Readonly<Record<Next, { title: string; question: string }>>;
}
