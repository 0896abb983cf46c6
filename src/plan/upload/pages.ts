import type { ImportSections } from '../import/index.js';

/** What HR must look at first comes first. */
const ORDER: readonly (keyof ImportSections)[] = [
  'rows',
  'remarks',
  'unheld',
  'gone',
  'indicatorsGone',
  'changed',
  'indicatorsChanged',
  'added',
  'indicatorsAdded',
];

/** So much stands on one card, with its frame well under the 28 KB that Teams takes. */
const MOST_LINES = 15;
const MOST_BYTES = 9000;
/** Longer than any sentence of ours around 90 quoted signs; a name of 300 and the like are cut. */
const MOST_SIGNS = 500;

export interface PageSection {
  readonly kind: keyof ImportSections;
  /** Of the whole section, not of this page alone. */
  readonly count: number;
  readonly lines: readonly string[];
}

export interface ImportPage {
  readonly sections: readonly PageSection[];
  readonly page: number;
  readonly pages: number;
}

/** The `wanted`-th page of all lines, the last one when there are fewer. Every line stands on exactly one page. Pure. */
export function pageOfSections(sections: Partial<ImportSections>, wanted: number): ImportPage {
  const pages: PageSection[][] = [[]];
  let [lines, bytes] = [0, 0];
  for (const kind of ORDER)
    for (const [at, line] of (sections[kind] ?? []).entries()) {
      const text = line.length > MOST_SIGNS ? `${line.slice(0, MOST_SIGNS - 1)}…` : line;
      const size = Buffer.byteLength(text) + 120;
      if (lines === MOST_LINES || bytes + size > MOST_BYTES) {
        pages.push([]);
        [lines, bytes] = [0, 0];
      }
      const last = pages.at(-1)!;
      const open = at > 0 ? last.at(-1) : undefined;
      if (open?.kind === kind) last[last.length - 1] = { ...open, lines: [...open.lines, text] };
      else last.push({ kind, count: sections[kind]!.length, lines: [text] });
      [lines, bytes] = [lines + 1, bytes + size];
    }
  const page = Math.min(wanted, pages.length);
  return { sections: pages[page - 1]!, page, pages: pages.length };
}
