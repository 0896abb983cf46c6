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

/** The leaver hands over, the manager confirms; each takes back the own tick. HR reads. */
export const MARKS_OF: Readonly<Record<Viewer, readonly Mark[]>> = {
  medarbetare: ['given', 'notGiven'],
  chef: ['confirmed', 'notConfirmed'],
  hr: [],
};

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
 * leaver may not be reached by the bot); what is confirmed the leaver cannot take back.
 */
export function markPart(exitCase: ExitCase, id: string, mark: Mark, at: Date): Decided {
  const part = exitCase.handover.find((one) => one.id === id);
  if (!part) return { outcome: 'gone' };
  if (exitCase.status !== 'open') return { outcome: 'closed', part };
  const state = stateOf(part);
  const { handedOverAt, confirmedAt: _before, ...rest } = part;
  switch (mark) {
    case 'given':
      return state === 'open' ? replaced(exitCase, { ...rest, handedOverAt: at }) : { outcome: 'already', part };
    case 'notGiven':
      if (state === 'confirmed') return { outcome: 'locked', part };
      return state === 'given' ? replaced(exitCase, rest) : { outcome: 'already', part };
    case 'confirmed':
      if (state === 'confirmed') return { outcome: 'already', part };
      return replaced(exitCase, { ...rest, handedOverAt: handedOverAt ?? at, confirmedAt: at });
    case 'notConfirmed':
      if (state !== 'confirmed') return { outcome: 'already', part };
      return replaced(exitCase, { ...rest, ...(handedOverAt && { handedOverAt }) });
  }
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
