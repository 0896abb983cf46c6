import { type IsoDate, stockholmDate } from '../../calendar/index.js';
import type { RoundItem } from './item.js';
import type { Response } from './response.js';

/** How long each text may be, in characters. */
export const LONGEST = {
  ...{ comment: 2000, reason: 1000, resources: 500 },
  ...{ outcome: 40, outcomeWomen: 40, outcomeMen: 40 },
} as const;
const OUTCOMES = ['outcome', 'outcomeWomen', 'outcomeMen'] as const;

/** What is said of an item, as a form has it. */
export type Said = Omit<Response, 'version' | 'by' | 'function' | 'at'>;

/** What must be mended before an answer is taken. */
export type Fault =
  | 'status-missing'
  | 'fulfilment-missing'
  | 'outcome-missing'
  | 'reason-missing'
  | 'due-unreadable'
  | 'due-past'
  | `${(typeof OUTCOMES)[number]}-no-figure`
  | `${keyof typeof LONGEST}-too-long`;

/** Who says it, in which function, when. */
export interface Speaker {
  readonly person: string;
  readonly function: string;
  readonly at: Date;
}

export type Decision =
  | { readonly kind: 'save'; readonly item: RoundItem }
  /** The very same is there. */
  | { readonly kind: 'already' }
  /** Somebody answered since the form was made: both are shown, and whoever pressed decides. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly kind: 'not-yours' };

const WITH_REASON: readonly string[] = ['avvikelse', 'avbruten'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** "8,2", "-0,3", "1 250", "93 %". */
const FIGURE = /^[-−–]?\d{1,3}(?:[\s\u00a0]?\d{3})*(?:[.,]\d+)?[\s\u00a0]*%?$|^[-−–]?\d+(?:[.,]\d+)?[\s\u00a0]*%?$/;

/**
 * What an answer makes of an item. `seen` is the version that the form was made from, 0 for silence; `last` is the newest
 * version in the history, which an item that was opened anew goes on from. Pure.
 */
export function respondTo(
  item: RoundItem,
  { said: typed, seen }: { readonly said: Said; readonly seen: number },
  speaker: Speaker,
  last = item.response?.version ?? 0,
): Decision {
  if (!mayAnswer(item, speaker.person)) return { kind: 'not-yours' };
  const said = relevant(item, typed);
  const faults = faultsOf(item, said, stockholmDate(speaker.at));
  if (faults.length > 0) return { kind: 'faulty', faults };
  if (item.response && isSame(item.response, said)) return { kind: 'already' };
  if (item.response && item.response.version !== seen) return { kind: 'conflict' };
  const response: Response = {
    ...said,
    version: last + 1,
    by: speaker.person,
    function: speaker.function,
    at: speaker.at,
  };
  return { kind: 'save', item: { ...item, response, moves: movesBefore(item) + (isMove(item, said) ? 1 : 0) } };
}

export function mayAnswer({ persons, deputies }: RoundItem, person: string): boolean {
  return persons.includes(person) || deputies.includes(person);
}

/** Silent again: what was said stays in the history alone, and a move that it brought is none. Undefined when it is silent. */
export function silenced(item: RoundItem): RoundItem | undefined {
  return item.response && { ...item, response: undefined, moves: movesBefore(item) };
}

/** With one more who may answer; undefined when the person may already. */
export function withDeputy(item: RoundItem, person: string): RoundItem | undefined {
  return mayAnswer(item, person) ? undefined : { ...item, deputies: [...item.deputies, person] };
}

/** The fields that an item of this kind has. A reason is kept with whatever status it was typed: nothing typed is dropped. */
function relevant({ kind, bySex }: RoundItem, said: Said): Said {
  const { comment, reason, resources, status, newDue, fulfilment, outcome, outcomeWomen, outcomeMen } = said;
  if (kind === 'goal') return { fulfilment, comment, reason: '', resources: '' };
  if (kind === 'indicator') {
    const split = bySex ? { ...(outcomeWomen && { outcomeWomen }), ...(outcomeMen && { outcomeMen }) } : {};
    return { outcome, ...split, comment, reason: '', resources: '' };
  }
  return { status, reason, comment, ...(newDue ? { newDue } : {}), resources };
}

/** All faults at once. A target day that has passed since it was said may stay. */
function faultsOf(item: RoundItem, said: Said, today: IsoDate): Fault[] {
  const { status, fulfilment, outcome = '', reason, newDue } = said;
  const isActivity = item.kind === 'activity';
  const needsReason = status !== undefined && WITH_REASON.includes(status) && reason === '';
  const isUnreadable = newDue !== undefined && !isDay(newDue);
  const isPast = newDue !== undefined && !isUnreadable && newDue < today && newDue !== item.response?.newDue;
  const tooLong = (Object.keys(LONGEST) as (keyof typeof LONGEST)[]).filter(
    (field) => (said[field] ?? '').length > LONGEST[field],
  );
  const noFigures = OUTCOMES.filter((field) => (said[field] ?? '') !== '' && !FIGURE.test(said[field]!));
  return [
    ...(isActivity && !status ? ['status-missing' as const] : []),
    ...(item.kind === 'goal' && !fulfilment ? ['fulfilment-missing' as const] : []),
    ...(item.kind === 'indicator' && outcome === '' ? ['outcome-missing' as const] : []),
    ...noFigures.map((field) => `${field}-no-figure` as const),
    ...(needsReason ? ['reason-missing' as const] : []),
    ...(isUnreadable ? ['due-unreadable' as const] : []),
    ...(isPast ? ['due-past' as const] : []),
    ...tooLong.map((field) => `${field}-too-long` as const),
  ];
}

function isDay(text: string): boolean {
  return DAY.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

function isSame(response: Response, said: Said): boolean {
  const fields = ['status', 'fulfilment', ...OUTCOMES, 'reason', 'comment', 'newDue', 'resources'] as const;
  return fields.every((field) => response[field] === said[field]);
}

/** Whether an answer moves the target day from where it stood before this round: one round moves it once at most. */
function isMove({ previous, due }: RoundItem, { newDue }: Pick<Said, 'newDue'>): boolean {
  const before = previous?.response.newDue ?? (due.kind === 'period' ? due.to : undefined);
  return newDue !== undefined && newDue !== before;
}

/** How often it was moved before this round. */
function movesBefore(item: RoundItem): number {
  return item.moves - (item.response && isMove(item, item.response) ? 1 : 0);
}
