import type { View } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { UnheldFunction } from '../functions/unheld-functions.js';
import {
  changesAnything,
  describeContents,
  type ImportSections,
  importSections,
  importTexts,
  type PlanRehearsal,
  rowSections,
} from '../import/index.js';
import { pageOfSections } from './pages.js';
import { uploadTexts } from './texts.js';
import { type Inputs, WHOLE } from './values.js';

/** A rehearsal that can be shown: a file that cannot be read at all is refused in words. */
export type Shown = Exclude<PlanRehearsal, { kind: 'unreadable' | 'file-name' }>;

export interface ShownFile {
  readonly token: string;
  readonly name: string;
}

export interface About {
  readonly page: number;
  readonly note?: string;
  /** What was typed into the card, kept where it could not be carried out. */
  readonly typed: Inputs;
  readonly departments: readonly string[];
  readonly unheld: readonly UnheldFunction[];
  readonly locale: Locale;
}

/** The card of an import: what was understood, what it would change, and each row that it did not take and why, page by page. */
export function importView(file: ShownFile, rehearsal: Shown, about: About): View {
  const { locale, departments, typed } = about;
  const texts = uploadTexts[locale];
  const { sections, page, pages } = pageOfSections(sectionsOf(rehearsal, about), about.page);
  const plan = rehearsal.kind === 'planned' ? rehearsal.comparison.result.plan : undefined;
  const isChange = rehearsal.kind === 'planned' && changesAnything(rehearsal.comparison);
  return {
    template: 'plan/import',
    data: {
      file: file.token,
      basis: rehearsal.kind === 'planned' ? basisOf(rehearsal) : '',
      name: file.name,
      title: plan?.title ?? '',
      notes: notesOf(rehearsal, about),
      contents: contentsOf(rehearsal, locale).map((line) => ({ line })),
      department: plan ? (plan.department ?? WHOLE) : (typed.department ?? ''),
      departments: [{ title: texts.whole, value: WHOLE }, ...departments.map((name) => ({ title: name, value: name }))],
      year: plan ? plan.year : (typed.year ?? ''),
      sections: sections.map(({ kind, count, lines }) => ({
        heading: `${importTexts[locale].sections[kind]} (${count})`,
        lines: lines.map((line) => ({ line })),
      })),
      pageLine: pages > 1 ? texts.pages(page, pages) : '',
      pages: [
        ...(page > 1 ? [{ to: page - 1, title: texts.previous }] : []),
        ...(page < pages ? [{ to: page + 1, title: texts.next }] : []),
      ],
      canImport: isChange,
    },
  };
}

/** What was compared: the plan, and the version of it that was stored; another basis is another rehearsal. */
export function basisOf({ comparison, before }: Extract<Shown, { kind: 'planned' }>): string {
  return `${comparison.result.plan.id}|${before?.version ?? ''}`;
}

function sectionsOf(rehearsal: Shown, { unheld, locale }: About): Partial<ImportSections> {
  if (rehearsal.kind === 'planned') return importSections(rehearsal, { unheld, locale });
  return rehearsal.kind === 'no-activities' ? rowSections(rehearsal.imported, locale) : {};
}

function notesOf(rehearsal: Shown, { note, locale }: About): { note: string }[] {
  const texts = uploadTexts[locale];
  const named = (names: readonly string[]) => names.map((name) => name || texts.whole).join(', ');
  const notes = (): string[] => {
    switch (rehearsal.kind) {
      case 'several-departments':
        return [texts.several(named(rehearsal.found))];
      case 'department-unknown':
        return [texts.unknownDepartment(rehearsal.department)];
      case 'no-activities':
        return [texts.nothing];
      case 'planned':
        return [
          ...(changesAnything(rehearsal.comparison) ? [] : [texts.unchanged]),
          ...(rehearsal.others.length > 0 ? [texts.others(named(rehearsal.others))] : []),
        ];
    }
  };
  return [...(note === undefined ? [] : [note]), ...notes()].map((text) => ({ note: text.slice(0, 600) }));
}

/** What was understood, and how it compares with the stored plan. */
function contentsOf(rehearsal: Shown, locale: Locale): string[] {
  if (rehearsal.kind !== 'planned') return [];
  const texts = uploadTexts[locale];
  const { added, changed, gone, unchanged } = rehearsal.comparison;
  const compared = rehearsal.before
    ? texts.changes(added.length, changed.length, gone.length, unchanged.length)
    : texts.first;
  return [...describeContents(rehearsal, locale), compared];
}
