import type { View } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { Person } from '../../people/index.js';
import type { ExitCase } from '../case/exit-case.js';
import type { CaseItem } from '../case/slots.js';
import type { Owner } from '../checklist/item.js';
import { versionOf } from './desk.js';
import { startTexts } from './texts.js';

/** So many of what is due first are named for each side. */
const MOST_DUE = 3;
const LONGEST_ITEM = 90;

export interface ConfirmAbout {
  readonly items: readonly CaseItem[];
  readonly employee: Person;
  readonly manager: Person | undefined;
  readonly asker: Person;
  /** Whether the bot has a chat with the employee, and with the manager. */
  readonly isReached: boolean;
  readonly isManagerReached: boolean;
  readonly locale: Locale;
  readonly note?: string;
}

/** What will happen on "Medarbetaren vet om det, skicka": nobody but its writer has seen anything of it yet. */
export function confirmView(draft: ExitCase, about: ConfirmAbout): View {
  const { items, employee, manager, asker, isReached, isManagerReached, locale, note = '' } = about;
  const texts = startTexts[locale];
  const nameOf = (side: Owner) => {
    if (side === 'medarbetare') return employee.name;
    if (side !== 'chef') return texts.owners[side];
    return draft.manager === asker.id ? texts.you : (manager?.name ?? texts.owners.chef);
  };
  return {
    template: 'exit/confirm',
    data: {
      case: draft.id,
      version: versionOf(draft),
      name: employee.name,
      place: [employee.function, employee.unit || employee.department].join(', '),
      kind: texts.kinds[draft.kind],
      notice: draft.kind === 'visstid' ? '' : draft.notice,
      lastWorkingDay: draft.lastWorkingDay,
      lastDay: draft.lastDay,
      manager: manager?.name ?? texts.nobody,
      traits: draft.traits.map((trait) => texts.traits[trait]).join('; '),
      note,
      unreachable: [
        ...(isReached ? [] : [texts.unreachable(employee.name)]),
        ...(isManagerReached || !manager ? [] : [texts.managerUnreachable(manager.name)]),
      ].map((line) => ({ line })),
      sides: sidesIn(items).map((side) => {
        const own = items.filter(({ slots }) => slots.some((slot) => slot.side === side));
        return {
          gets: texts.gets(nameOf(side), own.length),
          due: own.slice(0, MOST_DUE).map(({ due, item }) => ({ line: texts.due(due, cut(item[locale])) })),
        };
      }),
    },
  };
}

/** Employee and manager first, then functions with something of their own to do. */
function sidesIn(items: readonly CaseItem[]): readonly Owner[] {
  const sides = items.flatMap(({ slots }) => slots.map(({ side }) => side));
  return [...new Set<Owner>(['medarbetare', 'chef', ...sides])];
}

function cut(text: string): string {
  return text.length > LONGEST_ITEM ? `${text.slice(0, LONGEST_ITEM - 1)}…` : text;
}
