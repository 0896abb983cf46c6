import { createHash } from 'node:crypto';
import { previousWorkingDay } from '../../calendar/index.js';
import type { ExitCase, Handover } from '../case/exit-case.js';
import type { Viewer } from '../case/viewer.js';

/** So many parts a plan has at most. */
export const MOST_PARTS = 40;

/** What is written of one part: what, to whom (a function or a name), by which day. */
export type Said = Pick<Handover, 'what' | 'to' | 'by'>;

/** open -> given (the leaver has handed it over) -> confirmed (it is received) */
export type PartState = 'open' | 'given' | 'confirmed';

/** What a press does to a part. */
export const MARKS = ['given', 'notGiven', 'confirmed', 'notConfirmed'] as const;
export type Mark = (typeof MARKS)[number];

/** As whom somebody looks at a handover: as at the whole case, or as the colleague to whom a part of it was handed over. */
export type HandoverViewer = Viewer | 'mottagare';
/** Who ticks. */
export type Marker = 'medarbetare' | 'chef' | 'mottagare';

/** As whom somebody may tick so: the leaver hands over, the manager or the part's receiver confirms; undefined for nobody's. */
export function markerOf(mark: Mark, viewer: HandoverViewer, isReceiver: boolean): Marker | undefined {
  if (mark === 'given' || mark === 'notGiven') return viewer === 'medarbetare' ? 'medarbetare' : undefined;
  if (viewer === 'chef') return 'chef';
  return isReceiver ? 'mottagare' : undefined;
}

/** What somebody may tick of a part as it stands. */
export function marksFor(part: Handover, viewer: HandoverViewer, isReceiver: boolean): readonly Mark[] {
  return MARKS.filter((mark) => {
    const marker = markerOf(mark, viewer, isReceiver);
    return marker !== undefined && fits(part, mark, marker);
  });
}

function fits(part: Handover, mark: Mark, marker: Marker): boolean {
  const state = stateOf(part);
  switch (mark) {
    case 'given':
      return state === 'open';
    case 'notGiven':
      return state === 'given';
    case 'confirmed':
      return state === 'given' || (state === 'open' && marker === 'chef');
    case 'notConfirmed':
      return state === 'confirmed' && (marker === 'chef' || part.confirmedBy === 'mottagare');
  }
}

/** How a press ended. Only with `exitCase` is there something to store. */
export interface Decided {
  readonly outcome: 'saved' | 'already' | 'conflict' | 'full' | 'locked' | 'gone' | 'closed';
  readonly exitCase?: ExitCase;
  /** The part as it stands now. */
  readonly part?: Handover;
}

export function stateOf({ handedOverAt, confirmedAt }: Handover): PartState {
  return confirmedAt ? 'confirmed' : handedOverAt ? 'given' : 'open';
}

/** The parts in the order of their days; those of one day as they were added. */
export function inOrder({ handover }: Pick<ExitCase, 'handover'>): readonly Handover[] {
  return [...handover].sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}

/** What a form was made from: the same text gives the same sign. */
export function signOf({ what, to, by }: Said): string {
  return createHash('sha256')
    .update(JSON.stringify([what, to, by]))
    .digest('hex')
    .slice(0, 16);
}

/**
 * Writes a part, new or changed. `id` names it: the form's own id for a new one, so that a form that is sent twice makes one.
 * `seen` is the sign of what the form was made from, '' for a new one: what somebody else changed meanwhile is not overwritten.
 */
export function writePart(
  exitCase: ExitCase,
  { id, seen, said, by }: { id: string; seen: string; said: Said; by: Handover['addedBy'] },
): Decided {
  const { handover, status } = exitCase;
  const part = handover.find((one) => one.id === id);
  if (part && signOf(part) === signOf(said)) return { outcome: 'already', part };
  if (status !== 'open') return { outcome: 'closed' };
  if (!part) {
    if (seen !== '') return { outcome: 'gone' };
    if (handover.length >= MOST_PARTS) return { outcome: 'full' };
    const added: Handover = { ...said, id, addedBy: by };
    return { outcome: 'saved', part: added, exitCase: { ...exitCase, handover: [...handover, added] } };
  }
  if (stateOf(part) !== 'open') return { outcome: 'locked', part };
  if (signOf(part) !== seen) return { outcome: 'conflict', part };
  return replaced(exitCase, { ...part, ...said });
}

/** Takes a part away, as long as it is not handed over. */
export function removePart(exitCase: ExitCase, id: string): Decided {
  const part = exitCase.handover.find((one) => one.id === id);
  if (!part) return { outcome: 'already' };
  if (exitCase.status !== 'open') return { outcome: 'closed', part };
  if (stateOf(part) !== 'open') return { outcome: 'locked', part };
  return {
    outcome: 'saved',
    part,
    exitCase: { ...exitCase, handover: exitCase.handover.filter((one) => one !== part) },
  };
}

/**
 * Ticks a part, or takes the tick back. What the manager confirms is handed over as well, also when the leaver did not tick it (a
 * leaver may not be reached by the bot); what is confirmed the leaver cannot take back, nor the receiver what the manager confirmed.
 */
export function markPart(
  exitCase: ExitCase,
  id: string,
  mark: Mark,
  { at, by }: { readonly at: Date; readonly by: Marker },
): Decided {
  const part = exitCase.handover.find((one) => one.id === id);
  if (!part) return { outcome: 'gone' };
  if (exitCase.status !== 'open') return { outcome: 'closed', part };
  if (!fits(part, mark, by)) return { outcome: refusalOf(stateOf(part), mark), part };
  const { handedOverAt, confirmedAt: _at, confirmedBy: _by, ...rest } = part;
  switch (mark) {
    case 'given':
      return replaced(exitCase, { ...rest, handedOverAt: at });
    case 'notGiven':
      return replaced(exitCase, rest);
    case 'confirmed': {
      const confirmedBy = by === 'chef' ? 'chef' : 'mottagare';
      return replaced(exitCase, { ...rest, handedOverAt: handedOverAt ?? at, confirmedAt: at, confirmedBy });
    }
    case 'notConfirmed':
      return replaced(exitCase, { ...rest, ...(handedOverAt && { handedOverAt }) });
  }
}

/** Why a tick does not fit: it is so already, somebody else's tick stands on it, or it is not the receiver's any more. */
function refusalOf(state: PartState, mark: Mark): Decided['outcome'] {
  if (mark === 'confirmed' && state === 'open') return 'gone';
  const isTakenBack = mark === 'notGiven' || mark === 'notConfirmed';
  return isTakenBack && state === 'confirmed' ? 'locked' : 'already';
}

/**
 * The plan when the last working day has moved: what is not handed over and would come after that day is due on it. For whoever
 * changes a case's dates.
 */
export function handoverWithin({ handover }: Pick<ExitCase, 'handover'>, lastWorkingDay: string): Handover[] {
  const last = previousWorkingDay(lastWorkingDay);
  return handover.map((part) => (stateOf(part) === 'open' && part.by > last ? { ...part, by: last } : part));
}

function replaced(exitCase: ExitCase, part: Handover): Decided {
  const handover = exitCase.handover.map((one) => (one.id === part.id ? part : one));
  return { outcome: 'saved', part, exitCase: { ...exitCase, handover } };
}
