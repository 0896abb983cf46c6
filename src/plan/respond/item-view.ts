import type { View } from '../../actions/index.js';
import { type Locale, stockholmDate } from '../../calendar/index.js';
import type { Directory } from '../../people/index.js';
import { learnedIn } from '../round/learned.js';
import type { RoundItem } from '../round/item.js';
import type { Response } from '../round/response.js';
import type { Round } from '../round/round.js';
import { ACTIVITY_STATUSES, GOAL_STATUSES } from '../round/statuses.js';
import { LONGEST as LONGEST_TYPED } from '../round/transitions.js';
import type { Typed } from './forms.js';
import { refOf } from './forms.js';
import { type Room, roomBeside } from './room.js';
import { respondTexts, STATUS_SIGNS } from './texts.js';
import { cut, dueIn, saidIn } from './wording.js';

/** A box of what somebody said is left out when there is less room than this for it, in bytes. */
const SMALLEST_BOX = 1500;
const LONGEST = { line: 3000, goal: 1000, fact: 400, words: 3500 } as const;

export interface ItemAbout {
  readonly round: Round;
  /** Everything that is asked of the person, to say which of them this is. */
  readonly all: readonly RoundItem[];
  readonly person: string;
  readonly locale: Locale;
  readonly now: Date;
  readonly directory: Directory;
  /** What was typed, when the card comes back; else the inputs hold the saved answer. */
  readonly typed?: Typed;
  readonly shown?: string;
  readonly problems?: readonly string[];
  readonly note?: string;
  /** Somebody else answered meanwhile. */
  readonly isConflict?: boolean;
  /** Where a second press leaves for without saving: '' when none was asked for. */
  readonly leaving?: string;
}

/** One item with its inputs, and what was said last round beside them. */
export function itemView(item: RoundItem, about: ItemAbout): View {
  const { round, all, locale, typed, now } = about;
  const texts = respondTexts[locale];
  const values = typed ?? valuesOf(item, stockholmDate(now));
  const room = roomFor(values, about);
  // In the order of what matters most: the item itself, what somebody else said just now, what was said last round.
  const line = room.take(item.text, LONGEST.line);
  const conflict = about.isConflict && item.response ? [conflictOf(item.response, about, room)] : [];
  const goal = item.kind === 'goal' ? '' : room.take(item.goal, LONGEST.goal);
  const learned = (item.learned ?? []).map((one) => ({ learned: room.take(learnedIn(locale, one), LONGEST.fact) }));
  const facts = factsOf(item, locale, room);
  const previous = item.previous && room.left() > SMALLEST_BOX ? [previousOf(item.previous, locale, room)] : [];
  const number = all.findIndex(
    ({ key, unit, department }) => key === item.key && unit === item.unit && department === item.department,
  );
  const statuses = item.kind === 'goal' ? GOAL_STATUSES : ACTIVITY_STATUSES;
  return {
    template: 'plan/item',
    data: {
      round: round.id,
      ...refOf(item),
      seen: item.response?.version ?? 0,
      shown: about.shown ?? '',
      leaving: about.leaving ?? '',
      title: round.title,
      place: [texts.place(number + 1, all.length), item.unit || item.department].join(' · '),
      kind: item.kind,
      phase: item.phase ?? 'none',
      goal,
      line,
      learned,
      facts,
      previous,
      // In a conflict the box below says it, with the name.
      current: item.response && !about.isConflict ? [currentOf(item.response, about)] : [],
      conflict,
      problems: (about.problems ?? []).map((problem) => ({ problem })),
      note: about.note ?? (round.state === 'closed' ? texts.closedNote : ''),
      statuses: statuses.map((status) => ({
        value: status,
        title: `${STATUS_SIGNS[status]} ${texts.statuses[status]}`,
      })),
      ...values,
      bySex: item.bySex === true,
      isOpen: round.state !== 'closed' || typed !== undefined,
      canDelegate: round.state !== 'closed' && item.persons.includes(about.person),
    },
  };
}

/** The inputs as they stand when nothing was typed: the saved answer, or what was said last of the target date. */
export function valuesOf({ response, previous, resources }: RoundItem, today: string): Typed {
  const dueBefore = previous?.response.newDue ?? '';
  return {
    status: response?.status ?? response?.fulfilment ?? '',
    outcome: response?.outcome ?? '',
    outcomeWomen: response?.outcomeWomen ?? '',
    outcomeMen: response?.outcomeMen ?? '',
    reason: response?.reason ?? '',
    comment: response?.comment ?? '',
    newDue: response ? (response.newDue ?? '') : dueBefore >= today ? dueBefore : '',
    resources: response?.resources ?? cut(previous?.response.resources || resources, LONGEST_TYPED.resources),
  };
}

/** Whether a card can show so much again at all; otherwise the client keeps what was typed. */
export function canShow(typed: Typed, about: Pick<ItemAbout, 'shown' | 'problems'>): boolean {
  return roomFor(typed, about).left() > 0;
}

function roomFor(typed: Typed, { shown = '', problems = [] }: Pick<ItemAbout, 'shown' | 'problems'>): Room {
  return roomBeside(...Object.values(typed), shown, problems);
}

function factsOf(item: RoundItem, locale: Locale, room: Room) {
  const { due, moves, responsible, target = '', cityTarget = '', periodicity = '', measure = '' } = item;
  const withMeasure = (value: string) =>
    value === '' || measure === '' || value.includes(measure) ? value : `${value} ${measure}`;
  const when = [dueIn(locale, due), moves > 0 ? respondTexts[locale].moved(moves) : ''].filter(Boolean).join(', ');
  const facts = [
    { name: 'due', value: when },
    { name: 'responsible', value: responsible.join(', ') },
    { name: 'target', value: withMeasure(target) },
    { name: 'cityTarget', value: withMeasure(cityTarget) },
    { name: 'periodicity', value: periodicity },
  ];
  return facts
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => ({ name, value: room.take(value, LONGEST.fact) }));
}

function previousOf({ title, response }: NonNullable<RoundItem['previous']>, locale: Locale, room: Room) {
  return {
    title,
    said: saidIn(locale, response),
    who: `${response.function}, ${stockholmDate(response.at)}`,
    ...wordsOf(response, room),
  };
}

function currentOf(response: Response, { locale, directory, person }: ItemAbout) {
  const name = response.by === person ? '' : (directory.find(response.by)?.name ?? '');
  return {
    who: [name, response.function, stockholmDate(response.at)].filter(Boolean).join(', '),
    said: saidIn(locale, response),
  };
}

function conflictOf(response: Response, { locale, directory }: ItemAbout, room: Room) {
  const who = directory.find(response.by)?.name ?? (response.function || respondTexts[locale].somebody);
  return { title: respondTexts[locale].conflict(who), said: saidIn(locale, response), ...wordsOf(response, room) };
}

/** All that was written, a line each; RichTextBlock shows it as typed. */
function wordsOf({ reason, comment, newDue = '', resources }: Response, room: Room) {
  const words = [
    { name: 'reason', value: reason },
    { name: 'comment', value: comment },
    { name: 'newDue', value: newDue },
    { name: 'resources', value: resources },
  ];
  const said = words.filter(({ value }) => value !== '');
  return { words: said.map(({ name, value }) => ({ name, value: room.take(value, LONGEST.words) })) };
}
