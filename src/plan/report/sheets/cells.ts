import { type Locale, stockholmDate, stockholmTime } from '../../../calendar/index.js';
import type { XlsxSheet, XlsxValue } from '../../../documents/index.js';
import { learnedName, type Response, type UnitRef } from '../../round/index.js';
import type { Asked } from '../asked.js';
import { reportTexts } from '../texts.js';
import { dueIn } from '../wording.js';
import { phaseIn, saidIn } from '../words.js';

type Column = Omit<XlsxSheet['columns'][number], 'heading'>;

const text = (width: number): Column => ({ width, kind: 'text' });

/** Width in characters and kind of each column. */
export const COLUMNS = {
  plan: text(34),
  phase: text(13),
  kind: text(11),
  goal: text(40),
  text: text(50),
  responsible: text(26),
  department: text(24),
  unit: text(28),
  due: text(20),
  dueDay: { width: 14, kind: 'day' },
  newDue: { width: 14, kind: 'day' },
  moves: { width: 10, kind: 'number' },
  status: text(15),
  outcome: text(11),
  outcomeWomen: text(15),
  outcomeMen: text(13),
  target: text(13),
  cityTarget: text(13),
  periodicity: text(13),
  reason: text(40),
  comment: text(50),
  resources: text(24),
  function: text(24),
  answeredAt: { width: 17, kind: 'moment' },
  version: { width: 9, kind: 'number' },
  learned: text(34),
  key: text(22),
} as const satisfies Record<string, Column>;

/** What the plan says. */
export function askedCells(asked: Asked, titleOf: (plan: string) => string, locale: Locale) {
  const { key, kind, plan, phase, goal, text: words, due, responsible, learned = [] } = asked;
  const { target, cityTarget, periodicity } = asked;
  return {
    ...{ key, goal, text: words, target, cityTarget, periodicity },
    plan: titleOf(plan),
    phase: phase === undefined ? '' : phaseIn(locale, phase),
    kind: reportTexts[locale].kinds[kind],
    responsible: responsible.join(', '),
    learned: learned.map((one) => learnedName(locale, one)).join(', '),
    due: dueIn(due),
    dueDay: 'to' in due && due.to !== undefined ? dayOf(due.to) : undefined,
  };
}

export function unitCells({ department, unit }: Pick<UnitRef, 'department' | 'unit'>) {
  return { department, unit };
}

/** What was said; all but the status is empty for silence. Names the function, not the person. */
export function answerCells(response: Response | undefined, locale: Locale) {
  const said = response?.status ?? response?.fulfilment;
  return {
    status: said !== undefined ? saidIn(locale, said) : response ? '' : reportTexts[locale].silent,
    outcome: response?.outcome,
    outcomeWomen: response?.outcomeWomen,
    outcomeMen: response?.outcomeMen,
    reason: response?.reason,
    comment: response?.comment,
    newDue: response?.newDue === undefined ? undefined : dayOf(response.newDue),
    resources: response?.resources,
    function: response?.function,
    answeredAt: response && momentOf(response.at),
    version: response?.version,
  } satisfies Record<string, XlsxValue>;
}

function dayOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** As clocks in Stockholm show it: a workbook's times have no zone. */
function momentOf(at: Date): Date {
  return new Date(`${stockholmDate(at)}T${stockholmTime(at)}:00Z`);
}
