import type { Row } from '../../../ask/index.js';
import { dayText, stockholmDate } from '../../../calendar/index.js';
import type { Owner } from '../../checklist/item.js';
import type { CaseItem, Slot } from '../../case/slots.js';
import type { Seen } from '../sight.js';
import { type Asking, isOverdue, nameOf } from './asking.js';

/** An item with its day, whose it is and what each of them said; with the leaver's name where several are told of. */
export function itemRow(item: CaseItem, seen: Seen, asking: Asking): Row {
  const { locale, texts, meant } = asking;
  const what = item.item[locale];
  return {
    title: meant.length > 1 ? `${nameOf(seen, asking)}: ${what}` : what,
    details: [
      texts.by(dayText(item.due, locale)),
      ...(isOverdue(item, asking) ? [texts.overdue] : []),
      ...(item.standing === 'contradicted' ? [texts.contradicted] : []),
      ...item.slots.map((slot) => `${whose(slot, seen, asking)}: ${saidOf(slot, asking)}`),
    ].join(' · '),
  };
}

/** "du", a name, or a function; who stands in for a function that nobody holds. */
function whose({ owner, side }: Slot, { exitCase, viewer }: Seen, { directory, texts }: Asking): string {
  if (owner === viewer) return texts.you;
  if (owner === 'medarbetare') return directory.find(exitCase.employee)?.name ?? texts.leaver;
  if (owner === 'chef') return texts.manager(directory.find(exitCase.manager)?.name ?? '');
  return side === 'chef' ? texts.confirmedByManager(texts.owners[owner]) : texts.owners[owner];
}

function saidOf({ tick }: Slot, { texts, locale }: Asking): string {
  switch (tick?.state) {
    case undefined:
      return texts.unticked;
    case 'done':
      return texts.ticked(dayText(stockholmDate(tick.at), locale));
    case 'delegated':
      return texts.delegated(tick.delegatedTo ?? '');
    case 'notApplicable':
    case 'notYet':
      return texts[tick.state];
  }
}

/** Whose an item is, in one phrase without names: "du och chefen". */
export function ownersText({ slots }: CaseItem, { viewer }: Seen, { texts }: Asking): string {
  const name = (owner: Owner) => (owner === viewer ? texts.you : texts.owners[owner]);
  return texts.and(slots.map(({ owner }) => name(owner)));
}
