import { pageWithin, type View } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { Directory } from '../../people/index.js';
import type { Seat } from './desk.js';
import { progressOf } from './part.js';
import { listTexts } from './texts.js';
import { dayIn, progressIn, titleIn } from './wording.js';

/** So many cases stand on one card. */
const PAGE = 8;

/** The open cases of somebody who has several: a manager, HR, the one who sees to IT. */
export function casesView(
  seats: readonly Seat[],
  { directory, locale, page }: { readonly directory: Directory; readonly locale: Locale; readonly page: number },
): View {
  const texts = listTexts[locale];
  const shown = pageWithin(seats, page, PAGE);
  return {
    template: 'exit/checklist-cases',
    data: {
      title: texts.casesTitle(seats.length),
      place: shown.pages > 1 ? texts.place(shown.page, shown.pages) : '',
      cases: shown.items.map(({ exitCase, sides, own }) => {
        const leaver = directory.find(exitCase.employee);
        const lastDay = texts.lastDay(dayIn(locale, exitCase.lastWorkingDay));
        return {
          exit: exitCase.id,
          name: titleIn(locale, sides, leaver?.name),
          about: [leaver?.unit || leaver?.department || '', lastDay].filter(Boolean).join(', '),
          progress: progressIn(locale, progressOf(own)),
        };
      }),
      pages: shown.turnings,
    },
  };
}
