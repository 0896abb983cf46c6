/** A line of a text or of a PDF's page, as it stands, with what its look tells. */
export interface Line {
  /** Without spaces at its ends; runs of two spaces or more are column gaps. */
  readonly text: string;
  readonly page?: number;
  /** First on its page. A text taken from a PDF marks that by one space at the start, as it marks some list items. */
  readonly opensPage: boolean;
  /** Among the last lines of its page, where feet stand; only a PDF tells. */
  readonly closesPage?: boolean;
  /** An empty line, or more room than between other lines, stands before it. */
  readonly gapBefore: boolean;
  /** Height of its letters; only a PDF tells. */
  readonly size?: number;
  /** The name of its font; only a PDF tells. */
  readonly font?: string;
}

/** A line's text for comparing: lower case, single spaces, without a number in front ("3. Förskola" is "förskola"). */
export function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/^\d+(?:\.\d+)*\.?\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const ENDS = /[.!?…:;]["”’')\]]*$/;

/** Ends as a sentence or what leads in a list ends. */
export function endsSentence(text: string): boolean {
  return ENDS.test(text);
}

export function startsSmall(text: string): boolean {
  return /^["”(]?\p{Ll}/u.test(text);
}
