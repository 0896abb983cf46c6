import { dayText, stockholmTime } from '../../../calendar/index.js';
import { stateOf } from '../../handover/index.js';
import type { CaseItem } from '../../case/slots.js';
import { isAwaited } from '../../talk/wish.js';
import type { Seen } from '../sight.js';
import { type Asking, type Draft, isOverdue, itemsOf, limited } from './asking.js';
import { itemRow, ownersText } from './item-row.js';

const TALK = 'AVS-24';
const HANDOVER = 'AVS-25';

/** How the things that were asked about stand: when, whose, done or not. The first is answered in words, all of them in rows. */
export function itemDraft(asking: Asking): Draft {
  const { meant, texts } = asking;
  const found = foundItems(asking);
  const [first] = found;
  if (!first) return { says: [texts.notOnList], rows: [] };
  const { rows, more } = limited(
    found.map(({ item, seen }) => itemRow(item, seen, asking)),
    asking,
  );
  const says =
    meant.length === 1
      ? [...beside(first.seen, asking), lead(first.item, found, asking)]
      : [...whoseInAll(first.item.item.id, found, asking), texts.inEach(meant.length)];
  return { says: [...says, ...more], rows };
}

/** The items that are meant and stand on the lists that are meant: of what one asks to do oneself, the own part alone. */
export function foundItems(asking: Asking): readonly Found[] {
  const { wanted, meant } = asking;
  const isTheirs = ({ slots }: CaseItem) =>
    !wanted.isSaid || !wanted.isSelf || slots.some(({ side }) => side === 'medarbetare');
  return meant.flatMap((seen) =>
    itemsOf(seen, asking)
      .filter((one) => wanted.items.includes(one.item.id) && isTheirs(one))
      // In the order in which the words name them: what is meant first.
      .sort((a, b) => wanted.items.indexOf(a.item.id) - wanted.items.indexOf(b.item.id))
      .map((item) => ({ item, seen })),
  );
}

export interface Found {
  readonly item: CaseItem;
  readonly seen: Seen;
}

/** Whose the first thing is, where that is the same in every case. */
function whoseInAll(id: string, found: readonly Found[], asking: Asking): string[] {
  const same = found.filter(({ item }) => item.item.id === id);
  const owners = new Set(same.map(({ item, seen }) => ownersText(item, seen, asking)));
  return asking.wanted.asks === 'who' && owners.size === 1 ? [asking.texts.doneBy([...owners][0]!)] : [];
}

function lead(item: CaseItem, found: readonly Found[], asking: Asking): string {
  const { seen } = found[0]!;
  const { texts, locale, wanted } = asking;
  const by = dayText(item.due, locale);
  const late = isOverdue(item, asking) ? ` ${texts.isLate}` : '';
  const isDone = item.standing === 'done';
  switch (wanted.asks) {
    case 'when':
      return isDone ? texts.doneAlready(by) : `${texts.dueBy(by)}${late}`;
    case 'who':
      return `${texts.doneBy(ownersText(item, seen, asking))} ${texts.dueBy(by)}${late}`;
    case 'what': {
      const left = found.filter((one) => one.item.standing !== 'done').length;
      return texts.these(found.length, left);
    }
    case 'whether':
      if (item.standing === 'contradicted') return texts.saidBoth;
      return isDone ? texts.yes : `${texts.no(by)}${late}`;
  }
}

/** What a case holds beside the list: when the conversation is, how far the handover has come. */
function beside({ exitCase }: Seen, { wanted, texts, locale }: Asking): string[] {
  const { talk, handover } = exitCase;
  const says: string[] = [];
  if (wanted.items.includes(TALK) && talk.bookedFor && isAwaited(exitCase))
    says.push(texts.booked(dayText(talk.bookedFor, locale), stockholmTime(talk.bookedFor)));
  if (wanted.items.includes(HANDOVER) && handover.length > 0) {
    const given = handover.filter((part) => stateOf(part) !== 'open').length;
    says.push(texts.handedOver(given, handover.length));
  }
  return says;
}
