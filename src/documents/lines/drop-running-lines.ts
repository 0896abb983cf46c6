import { type Line, keyOf } from './line.js';

/** "12", "Sid 13 (19)", "Sida 3 av 10", "Page 3 of 10". */
const PAGE_NUMBER = /^(?:(?:sid(?:a|an)?|page|s)\.?\s*)?\d{1,4}(?:\s*(?:\(\s*\d+\s*\)|(?:av|of|\/)\s*\d+))?$/i;
const NAMED_PAGE_NUMBER = /^(?:sid(?:a|an)?|page)\.?\s*\d{1,4}(?:\s*(?:\(\s*\d+\s*\)|(?:av|of|\/)\s*\d+))?$/i;
const LEAST_PAGES = 3;
/** How far a repeated head may reach into its page: the heads of a table that goes on over many pages. */
const LONGEST_HEAD = 16;
const MOST_LINES_OF_A_HEAD = 3;

/**
 * Leaves out what pages repeat and nobody reads: page numbers, heads and feet that stand on three pages or more, and a head
 * that names the chapter which begins elsewhere ("Chefsförsörjning" over a page, "2. Chefsförsörjning" as the heading).
 */
export function dropRunningLines(lines: readonly Line[]): Line[] {
  const dropped = new Set<number>();
  lines.forEach((line, at) => {
    const isAtEdge = line.page !== undefined && (line.opensPage || line.closesPage);
    if (NAMED_PAGE_NUMBER.test(line.text) || (isAtEdge && PAGE_NUMBER.test(line.text))) dropped.add(at);
  });
  for (const at of repeatedFeet(lines)) dropped.add(at);
  for (const at of repeatedHeads(lines)) dropped.add(at);
  for (const at of chapterHeads(lines)) dropped.add(at);
  return withGaps(lines, dropped);
}

/** What follows a dropped line does not go on with what stood before it, unless it does so by its words. */
function withGaps(lines: readonly Line[], dropped: ReadonlySet<number>): Line[] {
  return lines.flatMap((line, at) => {
    if (dropped.has(at)) return [];
    return [dropped.has(at - 1) ? { ...line, gapBefore: line.gapBefore || !dropped.has(at + 1) } : line];
  });
}

/** Digits count as one, so that "Plan 2025, sida 3" is the same on every page; a line larger than the text is a heading. */
function repeatedFeet(lines: readonly Line[]): number[] {
  const common = commonSize(lines);
  const places = new Map<string, number[]>();
  lines.forEach((line, at) => {
    if (line.page === undefined || !(line.closesPage || line.opensPage) || (line.size ?? 0) > common * 1.1) return;
    const key = `${line.closesPage ? 'foot' : 'head'} ${line.text.toLowerCase().replace(/\d+/g, '#')}`;
    places.set(key, [...(places.get(key) ?? []), at]);
  });
  return [...places.values()].filter((found) => found.length >= LEAST_PAGES).flat();
}

/** The size of most letters; 0 when nothing tells. */
export function commonSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size = 0, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Pages of a text that begin with the same line, and the lines after it that most of them share. */
function repeatedHeads(lines: readonly Line[]): number[] {
  const starts = new Map<string, number[]>();
  const inside = new Map<string, number>();
  lines.forEach((line, at) => {
    if (line.page !== undefined) return;
    const key = keyOf(line.text);
    if (line.opensPage) starts.set(key, [...(starts.get(key) ?? []), at]);
    else inside.set(key, (inside.get(key) ?? 0) + 1);
  });
  return [...starts].flatMap(([key, pages]) => {
    // A heading or a cell that also stands in the middle of pages only happens to come first on these.
    if (pages.length < LEAST_PAGES || (inside.get(key) ?? 0) > pages.length / 2) return [];
    const shared = new Map<string, number>();
    const head = pages.map((start) => linesOfHead(lines, start));
    for (const keys of head.map((range) => new Set(range.map((at) => keyOf(lines[at]!.text)))))
      for (const each of keys) shared.set(each, (shared.get(each) ?? 0) + 1);
    return head.flatMap((range) => range.filter((at) => shared.get(keyOf(lines[at]!.text))! > pages.length / 2));
  });
}

function linesOfHead(lines: readonly Line[], start: number): number[] {
  const range = [start];
  while (range.length < LONGEST_HEAD && lines[start + range.length]?.opensPage === false)
    range.push(start + range.length);
  return range;
}

/** Heads of a text's pages that say the same as one single heading elsewhere, whatever its number and its line breaks. */
function chapterHeads(lines: readonly Line[]): number[] {
  const elsewhere = new Map<string, number>();
  lines.forEach((line, at) => {
    if (line.opensPage) return;
    for (let count = 1; count <= MOST_LINES_OF_A_HEAD; count++) {
      const key = joinedKey(lines, at, count);
      if (key !== undefined) elsewhere.set(key, (elsewhere.get(key) ?? 0) + 1);
    }
  });
  return lines.flatMap((line, at) => {
    if (line.page !== undefined || !line.opensPage) return [];
    for (let count = 1; count <= MOST_LINES_OF_A_HEAD; count++) {
      const key = joinedKey(lines, at, count);
      const isAlone = lines[at + count]?.gapBefore ?? true;
      if (key !== undefined && isAlone && elsewhere.get(key) === 1)
        return Array.from({ length: count }, (_, more) => at + more);
    }
    return [];
  });
}

/** The key of so many lines that stand together; undefined when they do not. */
function joinedKey(lines: readonly Line[], at: number, count: number): string | undefined {
  const group = lines.slice(at, at + count);
  if (group.length < count || group.slice(1).some(({ gapBefore, opensPage }) => gapBefore || opensPage))
    return undefined;
  return keyOf(group.map(({ text }) => text).join(' '));
}
