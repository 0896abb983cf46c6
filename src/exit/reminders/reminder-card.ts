import type { Message } from '../../actions/index.js';
import { type Locale, stockholmDate } from '../../calendar/index.js';
import type { PeopleDirectory } from '../../people/index.js';
import type { DueCase, DueItem } from './due-for.js';
import { remindTexts } from './texts.js';

/** So many items stand on one card: few enough for a phone; the rest is behind the lists' buttons. */
export const MOST_ITEMS = 12;

export interface ReminderAbout {
  readonly person: string;
  readonly locale: Locale;
  readonly now: Date;
  readonly directory: Pick<PeopleDirectory, 'find'>;
}

/** The one card of a day: what one person has left, case by case, as it is at `now`. */
export function reminderMessage(cases: readonly DueCase[], about: ReminderAbout): Message {
  const texts = remindTexts[about.locale];
  const count = cases.reduce((sum, { items }) => sum + items.length, 0);
  const data = {
    title: texts.title,
    day: stockholmDate(about.now),
    note: count === 0 ? texts.nothing : '',
    cases: casesView(cases, about),
    more: cases.length > MOST_ITEMS ? texts.moreCases(cases.length - MOST_ITEMS) : '',
  };
  return { card: { template: 'exit/reminder', data }, summary: count === 0 ? texts.nothing : texts.summary(count) };
}

function casesView(cases: readonly DueCase[], about: ReminderAbout) {
  const texts = remindTexts[about.locale];
  const rooms = shares(
    cases.map(({ items }) => items.length),
    MOST_ITEMS,
  );
  return cases.flatMap(({ exitCase, items }, at) => {
    const shown = mostPressingFirst(items).slice(0, rooms[at]);
    const left = items.length - shown.length;
    if (shown.length === 0) return [];
    return [
      {
        exit: exitCase.id,
        name: nameOf(exitCase.employee, about),
        days: texts.lastWorkingDay(exitCase.lastWorkingDay),
        items: shown.map((one) => itemView(one, exitCase.id, about.locale)),
        more: left > 0 ? texts.more(left) : '',
      },
    ];
  });
}

/** Room for so many lines shared out one by one, so that no case is hidden by another's: [9, 1], 4 -> [3, 1]. */
export function shares(wanted: readonly number[], room: number): number[] {
  const given = wanted.map(() => 0);
  let left = Math.min(
    room,
    wanted.reduce((sum, one) => sum + one, 0),
  );
  while (left > 0)
    for (const [at, most] of wanted.entries()) {
      if (left === 0 || given[at]! >= most) continue;
      given[at]! += 1;
      left -= 1;
    }
  return given;
}

/** What is urgent, then by its day. */
function mostPressingFirst(items: readonly DueItem[]): readonly DueItem[] {
  return items.toSorted((a, b) => Number(b.phase === 'urgent') - Number(a.phase === 'urgent'));
}

function nameOf(employee: string, { person, directory, locale }: ReminderAbout): string {
  const texts = remindTexts[locale];
  return employee === person ? texts.own : (directory.find(employee)?.name ?? texts.somebody);
}

function itemView({ item, due, phase, owner, side }: DueItem, exit: string, locale: Locale) {
  const texts = remindTexts[locale];
  // The number that the list shows, too.
  const number = String(Number(item.id.replace(/\D/g, '')));
  const isOwn = owner === side;
  return {
    ...{ exit, owner, item: item.id },
    line: `${number}. ${isOwn ? item[locale] : texts.confirm(item[locale], owner)}`,
    status: texts.phases[phase](due),
    // Why it is urgent is what the checklist helps with.
    help: phase === 'urgent' ? item.help[locale] : '',
    open: isOwn ? texts.open(number) : texts.openFor(number, owner),
  };
}
