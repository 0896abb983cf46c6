import type { View } from '../../../actions/index.js';
import type { Locale } from '../../../calendar/index.js';
import type { PeopleDirectory } from '../../../people/index.js';
import type { ExitCase } from '../../case/exit-case.js';
import type { CaseItem } from '../../case/slots.js';
import { namesOf } from '../desk.js';
import { startTexts } from '../texts.js';

export interface LeadAbout {
  readonly items: readonly CaseItem[];
  readonly directory: Pick<PeopleDirectory, 'find'>;
  readonly isReached: boolean;
  readonly locale: Locale;
  /** What has just happened. */
  readonly note?: string;
}

/** A case for whoever leads it: where it stands, and what can be done with it as a whole. */
export function leadView(exitCase: ExitCase, { items, directory, isReached, locale, note = '' }: LeadAbout): View {
  const texts = startTexts[locale];
  const { id, employee, manager, kind, status, notice, lastWorkingDay, lastDay, traits } = exitCase;
  const { name, title, place } = namesOf(directory, employee, locale);
  const left = items.filter(({ standing }) => standing !== 'done');
  const isOpen = status === 'open';
  return {
    template: 'exit/lead',
    data: {
      ...{ case: id, name, lastWorkingDay, lastDay, note, isOpen },
      place: [title, place].filter((part) => part !== '').join(', '),
      status: texts.statuses[status],
      kind: texts.kinds[kind],
      notice: kind === 'visstid' ? '' : notice,
      manager: namesOf(directory, manager, locale).name,
      traits: traits.map((trait) => texts.traits[trait]).join('; '),
      progress: left.length === 0 ? texts.allDone : texts.progress(items.length - left.length, items.length),
      next: isOpen && left[0] ? texts.next(left[0].due, left[0].item[locale]) : '',
      unreachable: isOpen && !isReached ? texts.notReached(name) : '',
    },
  };
}
