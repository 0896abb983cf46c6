import { dayText } from '../../../calendar/index.js';
import type { CaseItem } from '../../case/slots.js';
import type { Seen } from '../sight.js';
import { type Asking, type Draft, isOverdue, itemsOf, limited, nameOf } from './asking.js';
import { itemRow } from './item-row.js';

/** What is left: of the asker's own side, or of everybody's where a name was said. */
export function leftDraft(asking: Asking): Draft {
  const { meant, texts } = asking;
  const all = meant.flatMap((seen) => itemsOf(seen, asking).map((item) => ({ item, seen })));
  const own = all.filter(({ item, seen }) => isOwn(item, seen, asking));
  const left = own.filter(({ item, seen }) => isLeft(item, seen, asking));
  if (left.length === 0) return { says: [texts.nothingLeft(own.length)], rows: [] };
  const late = left.filter(({ item }) => isOverdue(item, asking)).length;
  const { rows, more } = limited(
    [...left].sort(byDue).map(({ item, seen }) => itemRow(item, seen, asking)),
    asking,
  );
  return { says: [texts.left(left.length, own.length, late), ...more], rows };
}

/** What should have been done: by the leaver, for the leaver; by anybody, for whoever leads. */
export function overdueDraft(asking: Asking): Draft {
  const { meant, texts } = asking;
  const late = meant.flatMap((seen) =>
    itemsOf(seen, asking)
      .filter((item) => isOverdue(item, asking) && (seen.viewer !== 'medarbetare' || isLeft(item, seen, asking)))
      .map((item) => ({ item, seen })),
  );
  if (late.length === 0) return { says: [texts.nothingLate(meant.length)], rows: [] };
  const cases = new Set(late.map(({ seen }) => seen.exitCase.id)).size;
  const { rows, more } = limited(
    [...late].sort(byDue).map(({ item, seen }) => itemRow(item, seen, asking)),
    asking,
  );
  return { says: [texts.late(late.length, cases), ...more], rows };
}

/** Which exits are under way, and how each stands. */
export function casesDraft(asking: Asking): Draft {
  const { meant, texts, directory, locale } = asking;
  const { rows, more } = limited(
    meant.map((seen) => {
      const items = itemsOf(seen, asking);
      const done = items.filter(({ standing }) => standing === 'done').length;
      const late = items.filter((item) => isOverdue(item, asking)).length;
      const person = directory.find(seen.exitCase.employee);
      return {
        title: [nameOf(seen, asking), person?.unit ?? ''].filter((part) => part !== '').join(', '),
        details: texts.stands(dayText(seen.exitCase.lastWorkingDay, locale), done, items.length, late),
      };
    }),
    asking,
  );
  const isHr = meant.some(({ viewer }) => viewer === 'hr');
  return { says: [texts.underWay(meant.length), ...more, ...(isHr ? [texts.writeExits] : [])], rows };
}

/** The last day at work and of employment. */
export function lastDayDraft({ meant, ...rest }: Asking): Draft {
  const { texts, locale } = rest;
  const [first, ...others] = meant;
  const says = ({ exitCase }: Seen) =>
    texts.lastDays(dayText(exitCase.lastWorkingDay, locale), dayText(exitCase.lastDay, locale));
  if (first && others.length === 0) return { says: [says(first)], rows: [] };
  const asking = { meant, ...rest };
  const { rows, more } = limited(
    meant.map((seen) => ({ title: nameOf(seen, asking), details: says(seen).replaceAll('**', '') })),
    asking,
  );
  return { says: [texts.inEach(meant.length), ...more], rows };
}

/** HR and whoever asks by name look at the whole list, leaver and manager at their own side. */
function isOwn({ slots }: CaseItem, { viewer }: Seen, { wanted }: Asking): boolean {
  return viewer === 'hr' || wanted.names.length > 0 || slots.some(({ side }) => side === viewer);
}

/** Something of it is to be done by whoever is asked about; what is contradicted is left for both. */
function isLeft(item: CaseItem, { viewer }: Seen, { wanted }: Asking): boolean {
  if (viewer === 'hr' || wanted.names.length > 0 || item.standing !== 'open') return item.standing !== 'done';
  const own = item.slots.filter(({ side }) => side === viewer);
  return own.some(({ tick }) => tick === undefined || tick.state === 'notYet');
}

function byDue({ item: a }: { readonly item: CaseItem }, { item: b }: { readonly item: CaseItem }): number {
  return a.due < b.due ? -1 : a.due > b.due ? 1 : 0;
}
