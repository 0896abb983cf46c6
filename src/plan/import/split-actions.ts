/** Bullets wherever they stand; those of Word's Symbol font are in the private area of Unicode. */
const BULLET = /[•▪◦●■□○∙‣➢➤►✓✔\uF0B7\uF0A7\uF0D8\uF0FC]/u;
const BULLETS = new RegExp(`\\s*${BULLET.source}\\s*`, 'gu');
/** What begins an item at the start of a line. */
const MARK = /^(?:[•*·]|[-–—](?=\s)|(?:\d{1,2}[.)]|[a-zåäö]\))(?=\s))\s*/u;
/** A sentence is not over: what comes on the next line belongs to it. */
const UNFINISHED =
  /(?:[,\p{Pd}/(&]|(?<!\p{L})(?:och|eller|samt|i|på|av|för|med|till|om|som|att|genom|den|det|de|en|ett|vid|från|inom|mellan|under|över))$/iu;
/** The items below go on with it, each for itself. */
const LEAD = /(?::|(?<!\p{L})(?:genom|genom att|bland annat|bl\.? ?a\.?|t\.? ?ex\.?|till exempel|exempelvis|såsom))$/iu;

interface Line {
  readonly text: string;
  readonly isItem: boolean;
  readonly isAfterGap: boolean;
}

/**
 * The single actions of an activity cell, in its order: bullets, numbers, lines and semicolons part them. A line that leads in ("Stärka
 * kompetensen genom:") goes before each of its items. No word is lost; bullets, numbers of a list and semicolons are.
 */
export function splitActions(cell: string): string[] {
  const actions: string[] = [];
  let lead: { readonly text: string; readonly ofItems: boolean; isUsed: boolean } | undefined;
  const lines = joinLines(toLines(cell)).flatMap(splitAtSemicolons);
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (lead && (line.isItem !== lead.ofItems || (line.isAfterGap && !line.isItem))) lead = undefined;
    if (LEAD.test(line.text) && next && (next.isItem || !next.isAfterGap) && !(line.isItem && lead)) {
      // One that leads in to another goes before the other's items, too.
      const text = lead && !lead.isUsed ? `${lead.text} ${line.text}` : line.text;
      lead = { text, ofItems: next.isItem, isUsed: false };
      continue;
    }
    actions.push(lead ? `${lead.text} ${line.text}` : line.text);
    if (lead) lead.isUsed = true;
  }
  return actions;
}

function toLines(cell: string): Line[] {
  let isAfterGap = false;
  return apart(cell)
    .split('\n')
    .flatMap((raw) => {
      const line = raw.trim();
      const text = line.replace(MARK, '').trim();
      if (line === '') isAfterGap = true;
      if (text === '') return [];
      const read = { text, isItem: MARK.test(line), isAfterGap };
      isAfterGap = false;
      return [read];
    });
}

/** Bullets and the numbers of a list that stand within a line get lines of their own. */
function apart(cell: string): string {
  const text = cell.replace(BULLETS, '\n• ');
  const numbers = [...text.matchAll(/(?:^|\s)(\d{1,2})[.)]\s+(?=\p{L})/gu)].map(([, number]) => Number(number));
  const isList = numbers.length > 1 && numbers.every((number, at) => number === at + 1);
  return isList ? text.replace(/(?:^|\s)(\d{1,2}[.)])\s+(?=\p{L})/gu, '\n$1 ') : text;
}

/** A line that goes on with the one before it: it begins small, or the one before is not finished. */
function joinLines(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const goesOn = /^[\p{Ll}(]/u.test(line.text) || (before !== undefined && UNFINISHED.test(before.text));
    if (before && !line.isItem && !line.isAfterGap && goesOn && !before.text.endsWith(':'))
      joined[joined.length - 1] = { ...before, text: `${before.text} ${line.text}` };
    else joined.push(line);
  }
  return joined;
}

/** A semicolon within brackets stays. */
function splitAtSemicolons(line: Line): Line[] {
  return line.text
    .split(/;(?![^()]*\))/u)
    .map((text) => text.replace(/^[\s,]+|[\s,]+$/gu, ''))
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .map((text, at) => ({ ...line, text, isAfterGap: line.isAfterGap && at === 0 }));
}
