import type { Locale } from '../../calendar/index.js';
import { unreadableTableTexts } from '../../documents/index.js';
import type { UnheldFunction } from '../functions/unheld-functions.js';
import { describeContents, importSections, type Planned, rowSections } from './import-sections.js';
import { importTexts, type ImportTexts } from './import-texts.js';
import type { Refusal } from './rehearse-import.js';

const SHOWN = 20;

/** What an import understood, what it would change, and each row that it did not take and why: lines for the terminal. */
export function describeImport(
  planned: Planned,
  { unheld, locale }: { unheld: readonly UnheldFunction[]; locale: Locale },
): string[] {
  const texts = importTexts[locale];
  const { comparison, others } = planned;
  const { plan } = comparison.result;
  const lines = importSections(planned, { unheld, locale });
  const cut = (kind: keyof typeof lines) => section(texts.sections[kind], lines[kind], texts);
  const whole = (kind: keyof typeof lines) => optional(texts.sections[kind], lines[kind]);
  return [
    `${plan.title} (${plan.organisation})`,
    ...describeContents(planned, locale),
    '',
    ...cut('added'),
    ...cut('changed'),
    `${texts.sections.unchanged}: ${comparison.unchanged.length}`,
    ...cut('gone'),
    ...whole('indicatorsAdded'),
    ...whole('indicatorsChanged'),
    ...whole('indicatorsGone'),
    ...whole('rows'),
    ...whole('remarks'),
    ...whole('unheld'),
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
      return [texts.refused.nothing, ...describeRows(refusal.imported, locale)];
  }
}

function describeRows(imported: Parameters<typeof rowSections>[0], locale: Locale): string[] {
  const { sections } = importTexts[locale];
  const { rows, remarks } = rowSections(imported, locale);
  return [...optional(sections.rows, rows), ...optional(sections.remarks, remarks)];
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

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
