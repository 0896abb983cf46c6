import { stockholmDate, type Tertial, tertialOf } from '../../calendar/index.js';
import type { ExitCase } from '../case/exit-case.js';
import type { CaseItem } from '../case/slots.js';
import { outcomeOf } from '../talk/record.js';

/** The item that books the conversation and offers one with HR. */
const OFFER = 'AVS-07';

/** What is counted of exits. A person whose list has a conversation has one outcome, or none noted, also when manager and HR each held one. */
export interface ProcessCounts {
  readonly exits: number;
  /** Of the exits, those whose list has a conversation. */
  readonly talks: number;
  readonly offered: number;
  readonly held: number;
  readonly declined: number;
  readonly notHeld: number;
  readonly notNoted: number;
  /** Exits whose list was done in time. */
  readonly onTime: number;
  /** Items that were due by the last day of employment, and those of them that were ticked by their own day. */
  readonly items: number;
  readonly itemsOnTime: number;
}

export const NOTHING_COUNTED: ProcessCounts = {
  ...{ exits: 0, talks: 0, offered: 0, held: 0, declined: 0, notHeld: 0, notNoted: 0 },
  ...{ onTime: 0, items: 0, itemsOnTime: 0 },
};

/** An exit that is over, with when it ended and what is counted of it. */
export interface EndedExit {
  readonly tertial: Tertial;
  readonly department: string;
  readonly counts: ProcessCounts;
}

/** Whether a case is counted: somebody did leave, and the last day of employment has been. */
export function isEnded({ status, lastDay }: Pick<ExitCase, 'status' | 'lastDay'>, today: string): boolean {
  return (status === 'open' || status === 'ended') && lastDay < today;
}

/**
 * What is counted of one exit. In time is a list of which everything that was due up to the last day of employment was ticked, by
 * everybody whose it is, on that day at the latest. Pure.
 */
export function endedExit(
  exitCase: Pick<ExitCase, 'talk' | 'ticks' | 'lastDay'>,
  items: readonly CaseItem[],
  department: string,
): EndedExit {
  const { talk, ticks, lastDay } = exitCase;
  const outcome = outcomeOf(talk);
  const hasTalk = items.some(({ item }) => item.id === OFFER);
  const isOffered =
    ticks[OFFER]?.chef?.state === 'done' ||
    talk.bookedFor !== undefined ||
    talk.areasSentAt !== undefined ||
    outcome === 'held' ||
    outcome === 'declined';
  const due = items.filter((item) => item.due <= lastDay);
  const one = (is: boolean) => (is ? 1 : 0);
  return {
    tertial: tertialOf(lastDay),
    department,
    counts: {
      exits: 1,
      talks: one(hasTalk),
      offered: one(hasTalk && isOffered),
      held: one(hasTalk && outcome === 'held'),
      declined: one(hasTalk && outcome === 'declined'),
      notHeld: one(hasTalk && outcome === 'notHeld'),
      notNoted: one(hasTalk && outcome === undefined),
      onTime: one(due.every((item) => isTickedBy(item, lastDay))),
      items: due.length,
      itemsOnTime: due.filter((item) => isTickedBy(item, item.due)).length,
    },
  };
}

export function sum(all: readonly ProcessCounts[]): ProcessCounts {
  return all.reduce(
    (total, one) =>
      Object.fromEntries(
        (Object.keys(total) as (keyof ProcessCounts)[]).map((name) => [name, total[name] + one[name]]),
      ) as unknown as ProcessCounts,
    NOTHING_COUNTED,
  );
}

/** "2026-3": a tertial as forms name it. */
export function keyOf({ year, tertial }: Pick<Tertial, 'year' | 'tertial'>): string {
  return `${year}-${tertial}`;
}

/** A case is kept for a year after its last day, so that a tertial is whole until a year after its first. */
export function isWhole({ year, from }: Tertial, today: string): boolean {
  return today <= `${year + 1}${from.slice(4)}`;
}

/** By department figures are told of tertials that are over: those of a running one would tell who left since the last look. */
export function isOver({ to }: Tertial, today: string): boolean {
  return to < today;
}

function isTickedBy({ standing, slots }: CaseItem, day: string): boolean {
  return standing === 'done' && slots.every(({ tick }) => tick !== undefined && stockholmDate(tick.at) <= day);
}
