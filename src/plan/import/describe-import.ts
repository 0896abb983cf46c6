import type { Locale } from '../../calendar/index.js';
import { unreadableTableTexts } from '../../documents/index.js';
import type { UnheldFunction } from '../functions/unheld-functions.js';
import type { PlanActivity } from '../plan.js';
import type { ActivityChange } from './compare-plan.js';
import { importTexts, type ImportTexts } from './import-texts.js';
import type { ImportedPlan } from './import-plan.js';
import type { PlanRehearsal, Refusal } from './rehearse-import.js';
import { isUsual, type Remark, type RowReport } from './report.js';

const SHOWN = 20;
const SHOWN_TEXT = 90;

type Planned = Extract<PlanRehearsal, { kind: 'planned' }>;

/** What an import understood, what it would change, and each row that it did not take and why: lines for the terminal. */
export function describeImport(
  { imported, comparison, others }: Planned,
  { unheld, locale }: { unheld: readonly UnheldFunction[]; locale: Locale },
): string[] {
  const texts = importTexts[locale];
  const { plan } = comparison.result;
  const { added, changed, unchanged, gone } = comparison;
  const { sections } = texts;
  return [
    `${plan.title} (${plan.organisation})`,
    ...describeContents(imported, texts),
    '',
    ...section(
      sections.added,
      added.map((one) => describeActivity(one, texts)),
      texts,
    ),
    ...section(
      sections.changed,
      changed.map((one) => describeChange(one, texts)),
      texts,
    ),
    `${sections.unchanged}: ${unchanged.length}`,
    ...section(
      sections.gone,
      gone.map(({ activity }) => shorten(activity)),
      texts,
    ),
    ...describeRows(imported, texts),
    ...optional(
      sections.unheld,
      unheld.map((one) => `"${one.function}" (${texts.activities(one.activities.length)})`),
    ),
    ...(others.length > 0 ? [texts.others(namesOf(others, texts))] : []),
  ];
}

/** Why a file cannot be imported, and what to do. */
export function describeRefusal(refusal: Refusal, locale: Locale): string[] {
  const texts = importTexts[locale];
  switch (refusal.kind) {
    case 'unreadable':
      return [capital(`${unreadableTableTexts[locale][refusal.because]}.`)];
    case 'file-name':
      return [texts.refused['file-name']];
    case 'department-unknown':
      return [texts.refused.department(refusal.department, refusal.known.join(', ') || '-')];
    case 'several-departments':
      return [texts.refused.several(namesOf(refusal.found, texts))];
    case 'no-activities':
      return [texts.refused.nothing, ...describeRows(refusal.imported, texts)];
  }
}

/** How many activities there are, of which phases, with which dates. */
function describeContents({ activities, reports }: ImportedPlan, texts: ImportTexts): string[] {
  const rows = new Set(activities.map(({ place }) => `${place.table}\n${place.row}`)).size;
  const phases = count(activities.map(({ phase }) => phase ?? texts.noPhase));
  const dues = count(activities.map(({ due }) => texts.dueKinds[due.kind]));
  const usual = reports.filter(isUsual).length;
  const list = (counts: ReadonlyMap<string, number>) => [...counts].map(([name, n]) => `${name} ${n}`).join(', ');
  return [
    `${texts.understood(activities.length, rows)}: ${list(phases)}`,
    `${texts.dues}: ${list(dues)}`,
    ...(usual > 0 ? [texts.usual(usual)] : []),
  ];
}

function describeRows({ reports, remarks }: ImportedPlan, texts: ImportTexts): string[] {
  const rows = reports.filter((report) => !isUsual(report));
  return [
    ...optional(
      texts.sections.rows,
      rows.map((one) => describeRow(one, texts.reasons[one.reason], texts)),
    ),
    ...optional(
      texts.sections.remarks,
      remarks.map((one) => describeRow(one, texts.remarks[one.kind], texts)),
    ),
  ];
}

/** "Tabell 2, rad 5: ingen ansvarig: Utbilda chefer" */
function describeRow({ table, row, text }: RowReport | Remark, what: string, texts: ImportTexts): string {
  const where = [table, texts.row(row)].filter((part) => part !== '').join(', ');
  return [capital(where), what, text].filter((part) => part !== '').join(': ');
}

function describeActivity({ phase, activity, due, responsible }: PlanActivity, texts: ImportTexts): string {
  const who = responsible.length > 0 ? responsible.join(', ') : '-';
  return `${phase ?? texts.noPhase}: ${shorten(activity)} [${dueText(due, texts)}; ${who}]`;
}

function describeChange({ before, after, fields }: ActivityChange, texts: ImportTexts): string {
  const parts = fields.map((field) => {
    const show = (one: PlanActivity) => `"${shorten(valueText(one, field, texts))}"`;
    return `${texts.fields[field]} ${show(before)} -> ${show(after)}`;
  });
  return `${shorten(after.activity)}: ${parts.join('; ')}`;
}

function valueText(activity: PlanActivity, field: ActivityChange['fields'][number], texts: ImportTexts): string {
  switch (field) {
    case 'due':
      return dueText(activity.due, texts);
    case 'responsible':
      return activity.responsible.join(', ');
    case 'followUp':
      return [activity.followUp.at.join(', '), activity.followUp.comment].filter((part) => part !== '').join('; ');
    case 'phase':
      return activity.phase ?? texts.noPhase;
    default:
      return activity[field];
  }
}

/** "2020-01-01 – 2020-06-30", "senast 2020-12-31", "löpande 2020-01-01 – ". */
function dueText(due: PlanActivity['due'], texts: ImportTexts): string {
  if (due.kind === 'none') return texts.due.none;
  if (due.kind === 'unclear') return texts.due.unclear(due.as);
  const days = due.from === undefined && due.to === undefined ? '' : `${due.from ?? ''} – ${due.to ?? ''}`;
  if (due.kind === 'ongoing') return `${texts.due.ongoing} ${days}`.trim();
  return due.from === undefined || due.from === due.to ? `${texts.due.by} ${due.to}` : days;
}

function section(heading: string, lines: readonly string[], texts: ImportTexts): string[] {
  const rest = lines.length - SHOWN;
  const more = rest > 0 ? [`  ${texts.more(rest)}`] : [];
  return [`${heading}: ${lines.length}`, ...lines.slice(0, SHOWN).map((line) => `  ${line}`), ...more];
}

/** Every line: what was not taken is never cut off. */
function optional(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${heading}: ${lines.length}`, ...lines.map((line) => `  ${line}`)];
}

function namesOf(departments: readonly string[], texts: ImportTexts): string {
  return departments.map((name) => name || texts.whole).join(', ');
}

function count(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > SHOWN_TEXT ? `${line.slice(0, SHOWN_TEXT - 1)}…` : line;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
