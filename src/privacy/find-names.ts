/** A person's name in a text, as it was written. */
export interface FoundName {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}'’-]+/gu;
const SHORTEST_SURNAME = 3;

/**
 * Finds names of these people: first name and surname side by side however they are written, and either of them alone where it has a capital
 * letter and does not begin a sentence, so that "Linnea" is seen and a plant that begins a sentence is not. Genitives count.
 */
export function findNames(text: string, names: readonly string[]): FoundName[] {
  const single = new Set<string>();
  const pairs = new Set<string>();
  for (const name of names) {
    const parts = normalise(name)
      .split(/\s+/)
      .filter((part) => part.length >= SHORTEST_SURNAME);
    for (const part of parts) single.add(part);
    if (parts.length > 1) pairs.add(`${parts[0]!} ${parts.at(-1)!}`);
  }
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  const found: FoundName[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { word, start, end } = words[at]!;
    const next = words[at + 1];
    if (next && formsOf(next.word).some((form) => pairs.has(`${normalise(word)} ${form}`))) {
      found.push({ text: text.slice(start, next.end), start, end: next.end });
      at += 1;
      continue;
    }
    const isNamed = /^\p{Lu}/u.test(word) && formsOf(word).some((form) => single.has(form));
    if (isNamed && !beginsSentence(text, start)) found.push({ text: word, start, end });
  }
  return found;
}

/** The word itself, and without the s of a genitive. */
function formsOf(word: string): string[] {
  const whole = normalise(word);
  return whole.endsWith('s') ? [whole, whole.replace(/['’]?s$/, '')] : [whole];
}

function normalise(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(0, at).trimEnd();
  return before === '' || /[.!?:•\n*-]$/.test(before) || /\n\s*$/.test(text.slice(0, at));
}
