import type { Message, View } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { PeopleDirectory } from '../../people/index.js';
import { type ExitCase, type Lead, LEADS } from '../case/exit-case.js';
import { partOf, type TalkEntry } from './content.js';
import type { LeadSeat } from './desk.js';
import { outcomeOf } from './record.js';
import { talkTexts } from './texts.js';
import { isAwaited, isAwaitedBy, type Wish, wishForManager, wishOf, WISHES } from './wish.js';
import { bookedIn, bookingIn, outcomeIn } from './wording.js';

export interface ViewAbout {
  readonly locale: Locale;
  readonly directory: Pick<PeopleDirectory, 'find'>;
  /** What has just happened. */
  readonly note?: string;
}

/** The name of somebody of the case; who has left the directory is named by what they were. */
export function nameOf(person: string, directory: ViewAbout['directory'], otherwise: string): string {
  return directory.find(person)?.name ?? otherwise;
}

/** How the conversation stands, for manager or HR; also the live card that they get unasked. */
export function statusView(exitCase: ExitCase, as: Lead, about: ViewAbout): View {
  return { template: 'exit/talk-status', data: { ...headOf(exitCase, as, about), note: about.note ?? '' } };
}

/** The guide: how to hold it, step by step. */
export function guideView({ exitCase, as }: LeadSeat, content: readonly TalkEntry[], about: ViewAbout): View {
  const steps = partOf(content, 'guide').map((step, at) => ({
    line: `${at + 1}. ${step[about.locale]}`,
    help: step.help?.[about.locale] ?? '',
  }));
  return { template: 'exit/talk-guide', data: { ...headOf(exitCase, as, about), steps } };
}

function headOf(exitCase: ExitCase, as: Lead, { locale, directory }: ViewAbout) {
  const texts = talkTexts[locale];
  const { id, talk, status } = exitCase;
  const name = nameOf(exitCase.employee, directory, texts.somebody);
  const isOpen = isAwaitedBy(exitCase, as);
  const isTheirs = status === 'open' || status === 'ended';
  return {
    case: id,
    title: as === 'hr' && talk.withHr ? texts.titleHr(name) : texts.titleWith(name),
    days: texts.days(exitCase.lastWorkingDay),
    wish: isOpen ? wishLine(wishOf(talk), as, locale) : '',
    booking: bookingIn(locale, talk) || texts.notBooked,
    outcome: isTheirs ? outcomesFor(as, exitCase, locale) : texts.recordOver,
    canBook: isOpen,
    isBooked: isOpen && talk.bookedFor !== undefined,
    canRecord: isTheirs,
  };
}

/** HR reads what both sides recorded, the manager of HR's only where they know that the employee chose HR instead. */
function outcomesFor(as: Lead, { talk }: ExitCase, locale: Locale): string {
  const isOthersKnown = as === 'hr' || wishOf(talk) === 'hr';
  const sides: readonly Lead[] = isOthersKnown ? [as, as === 'hr' ? 'chef' : 'hr'] : [as];
  return sides
    .map((side) => outcomeIn(locale, talk, side))
    .filter((line) => line !== '')
    .join(' ');
}

function wishLine(wish: Wish | undefined, as: Lead, locale: Locale): string {
  const texts = talkTexts[locale];
  if (as === 'hr') return wish === undefined ? texts.notSaid : texts.forHr[wish];
  const known = wishForManager(wish);
  return known === undefined ? texts.notSaid : texts.forManager[known];
}

/** The employee's card: the offer, what was chosen, and the booking. */
export function offerView(exitCase: ExitCase, { locale, note = '' }: Omit<ViewAbout, 'directory'>): View {
  const texts = talkTexts[locale];
  const { id, talk } = exitCase;
  const wish = wishOf(talk);
  const isOpen = isAwaited(exitCase);
  return {
    template: 'exit/talk-offer',
    data: {
      case: id,
      isOpen,
      closed: isOpen ? '' : closedLine(exitCase, locale),
      note,
      wish: isOpen && wish ? (stillToCome(exitCase, locale) ?? texts.wishes[wish]) : '',
      booking: isOpen && wish !== 'none' && !isOver(talk) ? bookingIn(locale, talk) : '',
      choices: isOpen
        ? WISHES.filter((other) => other !== wish).map((other) => ({ wish: other, title: texts.choices[other] }))
        : [],
    },
  };
}

/** Whoever wished for both has had one of them: which one is left. */
function stillToCome(exitCase: ExitCase, locale: Locale): string | undefined {
  const { outcomes = {} } = exitCase.talk;
  const isHeld = LEADS.some((side) => outcomes[side]?.outcome === 'held');
  const next = LEADS.find((side) => isAwaitedBy(exitCase, side));
  return isHeld && next ? talkTexts[locale].stillToCome[next] : undefined;
}

/** What is booked was the conversation of which an outcome is recorded: the other side has booked none yet. */
function isOver({ bookedFor, outcomes = {} }: ExitCase['talk']): boolean {
  return bookedFor !== undefined && LEADS.some((side) => (outcomes[side]?.at ?? 0) >= bookedFor);
}

function closedLine({ status, talk }: ExitCase, locale: Locale): string {
  const texts = talkTexts[locale];
  if (status !== 'open' && status !== 'ended') return texts.closedCase;
  const outcome = outcomeOf(talk);
  if (outcome === undefined) return texts.closedCase;
  return outcome === 'held' ? texts.closedOutcome : texts.closedDeclined;
}

/** The offer as a message: what notifications show is that it is booked, or else that it is offered. */
export function offerMessage(exitCase: ExitCase, about: Omit<ViewAbout, 'directory'>): Message {
  const texts = talkTexts[about.locale];
  const when = bookedIn(about.locale, exitCase.talk);
  return { card: offerView(exitCase, about), summary: when === '' ? texts.offerSummary : texts.bookedSummary(when) };
}

/** What the employee gets three days ahead. */
export function areasMessage(exitCase: ExitCase, content: readonly TalkEntry[], locale: Locale): Message {
  const when = bookedIn(locale, exitCase.talk);
  const areas = partOf(content, 'area').map((area) => ({ line: `• ${area[locale]}` }));
  const data = { case: exitCase.id, booking: bookingIn(locale, exitCase.talk), areas };
  return { card: { template: 'exit/talk-areas', data }, summary: talkTexts[locale].areasSummary(when) };
}

/** For whom to hold it, when somebody leads several. */
export function pickView(seats: readonly LeadSeat[], { locale, directory }: ViewAbout): View {
  const texts = talkTexts[locale];
  const cases = seats.map(({ exitCase }) => ({
    case: exitCase.id,
    title: texts.pick(nameOf(exitCase.employee, directory, texts.somebody)),
    days: texts.days(exitCase.lastWorkingDay),
  }));
  return { template: 'exit/talk-pick', data: { cases } };
}

/** A line instead of a card that cannot be shown. */
export function noteView(text: string): View {
  return { template: 'exit/talk-note', data: { text } };
}
