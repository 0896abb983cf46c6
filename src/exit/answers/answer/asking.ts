import type { Row } from '../../../ask/index.js';
import { type Locale, stockholmDate } from '../../../calendar/index.js';
import type { Directory } from '../../../people/index.js';
import { type CaseItem, caseItems, type Holders } from '../../case/slots.js';
import type { ExitCase } from '../../case/exit-case.js';
import type { ChecklistItem } from '../../checklist/item.js';
import type { ExitTexts } from '../phrase/texts.js';
import type { Seen } from '../sight.js';
import type { Wanted } from '../wanted.js';

/** One question on its way to its answer. */
export interface Asking {
  readonly wanted: Wanted;
  /** The cases that are meant: one at least. */
  readonly meant: readonly Seen[];
  readonly locale: Locale;
  readonly texts: ExitTexts;
  readonly now: Date;
  readonly directory: Directory;
  readonly checklist: readonly ChecklistItem[];
  readonly holdersOf: (exitCase: ExitCase) => Holders;
}

/** What an answer says. Text that people wrote, names too, stands in `rows` alone, which show it as it is. */
export interface Draft {
  readonly says: readonly string[];
  readonly rows: readonly Row[];
}

/** So many things an answer lists at most. */
export const MOST_ROWS = 6;

export function itemsOf({ exitCase }: Seen, { checklist, holdersOf }: Asking): readonly CaseItem[] {
  return caseItems(exitCase, checklist, holdersOf(exitCase));
}

/** The leaver's name; a function where the directory has the person no more. */
export function nameOf({ exitCase }: Seen, { directory, texts }: Asking): string {
  return directory.find(exitCase.employee)?.name ?? texts.leaver;
}

export function isOverdue({ due, standing }: CaseItem, { now }: Pick<Asking, 'now'>): boolean {
  return standing !== 'done' && due < stockholmDate(now);
}

/** The first rows, and how many more there are. */
export function limited(rows: readonly Row[], { texts }: Asking): Pick<Draft, 'rows'> & { readonly more: string[] } {
  return {
    rows: rows.slice(0, MOST_ROWS),
    more: rows.length > MOST_ROWS ? [texts.more(rows.length - MOST_ROWS)] : [],
  };
}
