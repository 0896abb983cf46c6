/** Between a chapter and a heading that comes back under several chapters: "3. Avdelningen för förskola › Avsluta". */
const PATH = ' › ';

/** How `place` found the headings: the line of each section that stands where it should, and the sections that do not. */
export interface PlacedSections {
  /** First line (from 1) of each section found. */
  readonly lines: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
}

interface Word {
  readonly text: string;
  readonly line: number;
  /** Where a heading may begin: first on its line, after a column gap, or after a label ("Avdelning/Enhet:"). */
  readonly opens: boolean;
  /** Nothing more in this line or column, so that a heading may end here. */
  readonly closes: boolean;
}

/**
 * Finds each section as a heading, in the order of the list, which is the order of the document. Spaces are folded, a heading
 * may be broken over lines, and what follows in another column does not count. Order matters because a text taken from a PDF
 * holds running page headers that name a chapter before it starts: of all places that look like the heading, those are taken
 * that let most sections stand in order. `unnamed` are chapters whose own heading the text lacks.
 */
export function placeSections(sections: readonly string[], text: string, unnamed: ReadonlySet<string>): PlacedSections {
  const words = wordsOf(text);
  const wanted = sections.filter((section) => !unnamed.has(section));
  const places = longestChain(wanted.map((section) => placesOf(section.split(PATH).at(-1)!, words)));
  const lines = new Map<string, number>();
  wanted.forEach((section, index) => {
    const place = places.get(index);
    if (place !== undefined && chaptersOf(section).every((chapter) => unnamed.has(chapter) || lines.has(chapter)))
      lines.set(section, words[place]!.line);
  });
  return { lines, missing: wanted.filter((section) => !lines.has(section)) };
}

/** The section itself and what stands under it ends where the next other one begins: [first line, first line of the next). */
export function spanOf(section: string, lines: ReadonlyMap<string, number>): { from: number; to: number } | undefined {
  const from = lines.get(section);
  if (from === undefined) return undefined;
  const next = [...lines]
    .filter(([other, line]) => line >= from && other !== section && !other.startsWith(section + PATH))
    .map(([, line]) => line);
  return { from, to: Math.min(Infinity, ...next) };
}

function chaptersOf(section: string): string[] {
  const parts = section.split(PATH);
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join(PATH));
}

function wordsOf(text: string): Word[] {
  return text.split('\n').flatMap((line, index) => {
    const found = [...line.matchAll(/\S+/g)];
    const gapBefore = (at: number): boolean => {
      const before = found[at - 1];
      return before === undefined || found[at]!.index - (before.index + before[0].length) > 1;
    };
    return found.map((match, at) => ({
      text: match[0].toLowerCase(),
      line: index + 1,
      opens: gapBefore(at) || found[at - 1]![0].endsWith(':'),
      closes: at === found.length - 1 || gapBefore(at + 1),
    }));
  });
}

/** Every index in `words` at which the heading begins. */
function placesOf(heading: string, words: readonly Word[]): number[] {
  const wanted = heading.toLowerCase().split(/\s+/);
  // A numbered goal is cited by its number ("KF:s mål för verksamhetsområdet: 1.3"); its sentence follows on the line.
  const isNumbered = /: \d+(?:\.\d+)*$/.test(heading);
  return words.flatMap((first, start) => {
    if (!first.opens) return [];
    const fits = wanted.every((word, offset) => {
      const found = words[start + offset]?.text;
      return found === word || (offset === wanted.length - 1 && isNumbered && found === `${word}.`);
    });
    return fits && (isNumbered || words[start + wanted.length - 1]!.closes) ? [start] : [];
  });
}

interface Link {
  readonly index: number;
  readonly place: number;
  readonly length: number;
  readonly before: Link | undefined;
}

/** Of each list at most one place, rising from list to list, as many as can be; among equals the earliest places. */
function longestChain(lists: readonly (readonly number[])[]): Map<number, number> {
  const links: Link[] = [];
  lists.forEach((places, index) => {
    const earlier = [...links];
    for (const place of places) {
      const before = bestOf(earlier.filter((link) => link.place < place));
      links.push({ index, place, length: (before?.length ?? 0) + 1, before });
    }
  });
  const chain = new Map<number, number>();
  for (let link = bestOf(links); link; link = link.before) chain.set(link.index, link.place);
  return chain;
}

function bestOf(links: readonly Link[]): Link | undefined {
  return links.reduce<Link | undefined>(
    (best, link) =>
      best === undefined || link.length > best.length || (link.length === best.length && link.place < best.place)
        ? link
        : best,
    undefined,
  );
}
