import { type Message, pageWithin, type View } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { Owner } from '../checklist/item.js';
import { closedView } from './closed-view.js';
import { overseesAll, type Seat } from './desk.js';
import type { Scope } from './forms.js';
import { isLeft, type Part, progressOf } from './part.js';
import { listTexts } from './texts.js';
import { versionOf } from './tick.js';
import { words } from './words.js';
import {
  contradictionIn,
  dayIn,
  kindIn,
  numberIn,
  progressIn,
  readerOf,
  saidIn,
  standingIn,
  titleIn,
  whoIn,
} from './wording.js';

/** So many parts stand on one card: few enough for a phone and for the size of a card. */
export const PAGE = 6;
const MOST_CONTRADICTIONS = 3;

export interface ListAbout {
  readonly locale: Locale;
  /** Of the leaver, as the directory has it; undefined for somebody who has left it. */
  readonly leaver?: {
    readonly name: string;
    readonly function: string;
    readonly unit: string;
    readonly department: string;
  };
  /** The card that keeps itself true: what is next, and a button to the whole list. */
  readonly isLive: boolean;
  readonly page?: number;
  readonly scope?: Scope;
  /** What has just happened. */
  readonly note?: string;
}

/** The checklist of one person in one case, and what lists show of it. */
export function checklistMessage(seat: Seat, about: ListAbout): Message {
  const { locale, leaver, isLive } = about;
  const title = titleIn(locale, seat.sides, leaver?.name);
  const closed = closedView(seat.exitCase, seat.sides, { locale, isLive });
  // What was ticked is a receipt: of a case that has ended, the list can still be opened.
  const isRead = seat.exitCase.status === 'ended' && !isLive;
  if (closed && !isRead) return { card: closed, summary: title };
  const left = seat.own.filter((part) => isLeft(part)).length;
  return { card: checklistView(seat, about), summary: listTexts[locale].summary(title, left) };
}

/** The list itself; of a case that is not open it can only be read. */
export function checklistView(seat: Seat, about: ListAbout): View {
  const { exitCase, sides, own, parts } = seat;
  const { locale, leaver, isLive, note = '' } = about;
  const texts = listTexts[locale];
  const isOpen = exitCase.status === 'open';
  const canSeeAll = overseesAll(sides) && parts.length > own.length;
  const scope: Scope = !isLive && canSeeAll ? (about.scope ?? 'own') : 'own';
  const reader = readerOf(sides);
  const listed = scope === 'all' ? parts : own;
  const next = own.filter(({ standing }) => standing !== 'done' && standing !== 'waiting');
  const shown = isLive
    ? { items: next.slice(0, PAGE), page: 1, pages: 1, turnings: [] }
    : pageWithin(listed, about.page ?? 1, PAGE);
  const isDone = isOpen && own.every((part) => !isLeft(part));
  return {
    template: 'exit/checklist',
    data: {
      exit: exitCase.id,
      isLive,
      page: shown.page,
      scope,
      title: titleIn(locale, sides, leaver?.name),
      about: sides.includes('medarbetare') ? '' : placeOf(leaver),
      facts: factsOf(seat, locale),
      progress: progressIn(locale, progressOf(listed)),
      note: note || (isDone ? texts.allDone : ''),
      contradictions: contradictionsOf(overseesAll(sides) ? parts : own, reader, locale),
      place: shown.pages > 1 ? texts.place(shown.page, shown.pages) : '',
      parts: shown.items.map((part, at) => ({
        heading: headingOf(part) === headingOf(shown.items[at - 1]) ? '' : words[locale].headings[headingOf(part)!],
        ...entryOf(part, { locale, reader, isOpen, isOwn: sides.includes(part.side) }),
      })),
      whole: isLive ? [{ title: texts.whole(own.length) }] : [],
      scopes: !isLive && canSeeAll ? [{ to: scope === 'all' ? 'own' : 'all' }] : [],
      pages: shown.turnings,
    },
  };
}

/** Under which heading a part stands: what is urgent has its own, whether it is late or not. */
function headingOf(part: Part | undefined): Part['standing'] | 'urgent' | undefined {
  return part?.isUrgent && part.standing !== 'contradicted' ? 'urgent' : part?.standing;
}

function entryOf(
  part: Part,
  about: { readonly locale: Locale; readonly reader: Owner; readonly isOpen: boolean; readonly isOwn: boolean },
) {
  const { item, owner, side, tick, others } = part;
  const { locale, reader, isOpen, isOwn } = about;
  const texts = listTexts[locale];
  const number = numberIn(locale, part, reader);
  const ref = { item: item.id, owner };
  return {
    ...ref,
    label: texts.number(number),
    line: item[locale],
    standing: standingIn(locale, part),
    confirm: isOwn && side !== owner ? texts.confirm(words[locale].owners[owner]) : '',
    others: others.map((slot) => ({
      said: `${whoIn(locale, slot)}: ${saidIn(locale, slot.tick)}`,
      comment: slot.tick?.comment ?? '',
    })),
    done: isOpen && isOwn && isLeft(part) ? [{ ...ref, seen: versionOf(tick), title: texts.done(number) }] : [],
    open: isOpen && isOwn ? texts.open(number) : texts.look(number),
  };
}

/** On top, in words: each item once, however many of its parts stand here. Whoever leads the case sees those of others, too. */
function contradictionsOf(seen: readonly Part[], reader: Owner, locale: Locale) {
  const all = seen.filter(({ standing }) => standing === 'contradicted');
  const once = all.filter(({ item }, at) => all.findIndex((other) => other.item.id === item.id) === at);
  const more = once.length - MOST_CONTRADICTIONS;
  return [
    ...once.slice(0, MOST_CONTRADICTIONS).map((part) => ({ line: contradictionIn(locale, part, reader) })),
    ...(more > 0 ? [{ line: listTexts[locale].more(more) }] : []),
  ];
}

function factsOf({ exitCase, sides }: Seat, locale: Locale) {
  const { lastWorkingDay, lastDay } = exitCase;
  const facts = [
    { name: 'lastWorkingDay', value: dayIn(locale, lastWorkingDay, { weekday: true }) },
    ...(lastDay === lastWorkingDay ? [] : [{ name: 'lastDay', value: dayIn(locale, lastDay, { weekday: true }) }]),
  ];
  // The leaver knows how, and need not read it again.
  return sides.includes('medarbetare') ? facts : [...facts, { name: 'kind', value: kindIn(locale, exitCase) }];
}

function placeOf(leaver: ListAbout['leaver']): string {
  return leaver ? [leaver.function, leaver.unit || leaver.department].join(', ') : '';
}
