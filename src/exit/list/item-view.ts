import type { View } from '../../actions/index.js';
import { type Locale, stockholmDate } from '../../calendar/index.js';
import type { Tick, TICK_STATES } from '../case/exit-case.js';
import type { Slot } from '../case/slots.js';
import type { Owner } from '../checklist/item.js';
import { isOwn, type Seat } from './desk.js';
import { type Scope, type Typed, valuesOf } from './forms.js';
import type { Part } from './part.js';
import { listTexts } from './texts.js';
import { versionOf } from './tick.js';
import { words } from './words.js';
import { dayIn, isPersonal, numberIn, readerOf, saidIn, standingIn, titleIn, whoIn } from './wording.js';

/** In the order of how often they are wanted. */
const STATES: readonly (typeof TICK_STATES)[number][] = ['done', 'notYet', 'notApplicable', 'delegated'];
/** What a card has room for beside the item itself, in bytes: what was typed, and what its writer was asked about. */
const ROOM = 16_000;

export interface ItemAbout {
  readonly locale: Locale;
  /** The leaver's name, where the directory has it. */
  readonly name?: string;
  /** Where the list is to go on. */
  readonly page: number;
  readonly scope: Scope;
  /** What was typed, when the card comes back; else the inputs hold what is saved. */
  readonly typed?: Typed;
  readonly shown?: string;
  readonly problems?: readonly string[];
  readonly note?: string;
  /** Something else was said since the form was made. */
  readonly isConflict?: boolean;
  readonly isLeaving?: boolean;
}

/** One part with its inputs, and what all owners of the item have said; of others' parts and closed cases it can only be read. */
export function itemView(seat: Seat, part: Part, about: ItemAbout): View {
  const { item, owner, side, tick, others } = part;
  const { locale, typed, problems = [], isConflict = false } = about;
  const texts = listTexts[locale];
  const reader = readerOf(seat.sides);
  const isMine = isOwn(seat, part);
  const isOpen = isMine && seat.exitCase.status === 'open';
  return {
    template: 'exit/item',
    data: {
      exit: seat.exitCase.id,
      item: item.id,
      owner,
      page: about.page,
      scope: about.scope,
      seen: versionOf(tick),
      shown: about.shown ?? '',
      isLeaving: about.isLeaving ?? false,
      title: titleIn(locale, seat.sides, about.name),
      place: texts.number(numberIn(locale, part, reader)),
      line: item[locale],
      confirm: isMine && side !== owner ? texts.confirm(words[locale].owners[owner]) : '',
      help: item.help[locale],
      standing: standingIn(locale, part),
      due: dayIn(locale, part.due, { weekday: true }),
      // In a conflict the box above says what the own side has answered.
      said: (isConflict ? others : [{ owner, side, tick }, ...others]).map((slot) => saidOf(slot, locale, reader)),
      conflict: isConflict ? [{ ...saidOf(part, locale, reader), title: conflictTitle(part, locale) }] : [],
      problems: problems.map((problem) => ({ problem })),
      note: about.note ?? '',
      states: STATES.map((value) => ({ value, title: words[locale].states[value] })),
      ...(typed ?? valuesOf(part)),
      opens: isOpen ? toolOf(part.item, seat) : '',
      // What was typed is never taken away, also where it cannot be saved any more.
      isOpen: isOpen || typed !== undefined,
    },
  };
}

/** The part of the bot that helps this reader with the item; '' where there is none. */
function toolOf({ opens }: Part['item'], { sides }: Seat): string {
  const readers = { samtal: ['chef', 'hr'], överlämning: ['medarbetare', 'chef'], enkät: [] } as const;
  const mayOpen = opens !== undefined && sides.some((side) => (readers[opens] as readonly string[]).includes(side));
  return mayOpen ? opens : '';
}

/** Whether a card can show so much again at all; otherwise the client keeps what was typed. */
export function canShow(typed: Typed, shown = ''): boolean {
  return Buffer.byteLength(JSON.stringify([typed, shown])) <= ROOM;
}

function saidOf(slot: Slot, locale: Locale, reader: Owner) {
  const { tick } = slot;
  const day = tick ? `, ${dayIn(locale, stockholmDate(tick.at))}` : '';
  return { who: `${whoIn(locale, slot, reader)}: ${saidIn(locale, tick)}${day}`, comment: commentOf(tick) };
}

function commentOf(tick: Tick | undefined): string {
  return tick?.comment ?? '';
}

/** A function may have two holders; of an employee or manager the other card is their own. */
function conflictTitle({ owner, side }: Part, locale: Locale): string {
  const texts = listTexts[locale];
  return isPersonal(side) ? texts.conflictSelf : texts.conflict(whoIn(locale, { owner, side }));
}
