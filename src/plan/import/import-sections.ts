import type { Locale } from '../../calendar/index.js';
import type { UnheldFunction } from '../functions/unheld-functions.js';
import type { PlanActivity, PlanIndicator } from '../plan.js';
import { FIELDS, type IndicatorComparison } from './compare-indicators.js';
import type { ActivityChange } from './compare-plan.js';
import { importTexts, type ImportTexts } from './import-texts.js';
import type { ImportedPlan } from './import-plan.js';
import type { PlanRehearsal } from './rehearse-import.js';
import { isUsual, type Remark, type RowReport } from './report.js';

const SHOWN_TEXT = 90;

export type Planned = Extract<PlanRehearsal, { kind: 'planned' }>;

/** What a rehearsal has to say, part by part. The headings are `importTexts.sections`. */
export type ImportSections = Readonly<Record<Exclude<keyof ImportTexts['sections'], 'unchanged'>, readonly string[]>>;

/** Every line of an import's preview, one sentence each, nothing cut off. Pure. */
export function importSections(
  { imported, comparison }: Planned,
  { unheld, locale }: { readonly unheld: readonly UnheldFunction[]; readonly locale: Locale },
): ImportSections {
  const texts = importTexts[locale];
  const { added, changed, gone, indicators } = comparison;
  return {
    ...rowSections(imported, locale),
    added: added.map((one) => describeActivity(one, texts)),
    changed: changed.map((one) => describeChange(one, texts)),
    gone: gone.map(({ activity }) => shorten(activity)),
    indicatorsAdded: indicators.added.map((one) => describeIndicator(one, texts)),
    indicatorsChanged: indicators.changed.map((one) => describeIndicatorChange(one, texts)),
    indicatorsGone: indicators.gone.map(({ name }) => shorten(name)),
    unheld: unheld.map((one) => `"${one.function}" (${texts.activities(one.activities.length)})`),
  };
}

/** What is to be said of rows, also when no row became an activity. */
export function rowSections(
  { reports, remarks }: ImportedPlan,
  locale: Locale,
): { readonly rows: readonly string[]; readonly remarks: readonly string[] } {
  const texts = importTexts[locale];
  return {
    rows: reports.filter((report) => !isUsual(report)).map((one) => describeRow(one, texts.reasons[one.reason], texts)),
    remarks: remarks.map((one) => describeRow(one, texts.remarks[one.kind], texts)),
  };
}

/** How many activities and indicators there are, of which phases, with which dates. */
export function describeContents({ imported, comparison }: Planned, locale: Locale): string[] {
  const texts = importTexts[locale];
  const { activities, indicators, reports } = imported;
  const rows = new Set(activities.map(({ place }) => `${place.table}\n${place.row}`)).size;
  const phases = count(activities.map(({ phase }) => phase ?? texts.noPhase));
  const dues = count(activities.map(({ due }) => texts.dueKinds[due.kind]));
  const usual = reports.filter(isUsual).length;
  const list = (counts: ReadonlyMap<string, number>) => [...counts].map(([name, n]) => `${name} ${n}`).join(', ');
  return [
    `${texts.understood(activities.length, rows)}: ${list(phases)}`,
    `${texts.dues}: ${list(dues)}`,
    ...(indicators.length > 0 ? [texts.indicators(indicators.length)] : []),
    ...(indicators.length === 0 && comparison.indicators.result.length > 0 ? [texts.noIndicators] : []),
    ...(usual > 0 ? [texts.usual(usual)] : []),
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

/** "Andel nöjda: årsmål 86 %, KF:s årsmål 86 %, periodicitet År" */
function describeIndicator(one: PlanIndicator, texts: ImportTexts): string {
  const targets = (['target', 'cityTarget', 'periodicity'] as const)
    .filter((field) => one[field] !== '')
    .map((field) => `${texts.targets[field]} ${one[field]}`);
  const all = [...targets, ...(one.bySex ? [texts.targets.bySex] : [])];
  return [shorten(one.name), all.join(', ')].filter((part) => part !== '').join(': ');
}

function describeIndicatorChange(
  { before, after }: IndicatorComparison['changed'][number],
  texts: ImportTexts,
): string {
  const parts = FIELDS.filter((field) => before[field] !== after[field]).map((field) =>
    field === 'bySex'
      ? `${texts.targets.bySex} ${texts.isSplit(before.bySex)} -> ${texts.isSplit(after.bySex)}`
      : `${texts.targets[field]} "${shorten(before[field])}" -> "${shorten(after[field])}"`,
  );
  return `${shorten(after.name)}: ${parts.join('; ')}`;
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
