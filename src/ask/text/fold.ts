const MARKS = /\p{M}/gu;

/** Without dots, rings and accents, lower case: "Sjukfrånvaro" -> "sjukfranvaro". For people who type without å, ä and ö. */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(MARKS, '');
}

/** A word of a text: as typed in lower case, folded, and where it stands. */
export interface Token {
  readonly text: string;
  readonly folded: string;
  readonly index: number;
  /** Began with a capital letter; with `startsSentence` false probably a name. */
  readonly isCapital: boolean;
  readonly startsSentence: boolean;
  /** A mark and a space follow, or nothing. */
  readonly endsClause: boolean;
  /** Stands in a sentence that ends with a question mark, or in a text that has none. */
  readonly inQuestion: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|\d+|&|%/gu;

/** The words of a text in lower case, and nothing else about them: for long texts, of which only the words count. */
export function words(text: string): string[] {
  return plainText(text).toLowerCase().match(WORD) ?? [];
}

/** The text without some of its words, by their index as `tokenise` counts; what stands between them stays. */
export function withoutWords(text: string, isLeftOut: (index: number) => boolean): string {
  let index = -1;
  return plainText(text).replace(WORD, (word) => (isLeftOut(++index) ? '' : word));
}

function plainText(text: string): string {
  return text.normalize('NFC').replaceAll('’', "'");
}

/**
 * The words of a text. Hyphens part words ("Hägersten-Älvsjö" is two), so that compounds written apart, together or with
 * hyphen meet; figures stay whole ("2024", "14"); `&` and `%` are words.
 */
export function tokenise(text: string): Token[] {
  const plain = plainText(text);
  return [...plain.matchAll(WORD)].map((match, index) => {
    // "Älvsjö's" is Älvsjö's, by the English genitive.
    const word = match[0].replace(/'s$/i, '');
    const before = plain.slice(0, match.index).trimEnd();
    return {
      text: word.toLowerCase(),
      folded: fold(word),
      index,
      isCapital: /^\p{Lu}/u.test(word),
      inQuestion: isInQuestion(plain, match.index),
      endsClause: /^(?:[,.;:!?)](?:\s|$)|\s*$)/.test(plain.slice(match.index + match[0].length)),
      startsSentence: before === '' || /[.!?:"”'(–-]$/.test(before),
    };
  });
}

/** "Jag lägger budget. Vad kostar det?": only the second sentence asks. */
function isInQuestion(text: string, at: number): boolean {
  if (!text.includes('?')) return true;
  const end = /[.!?](?=\s|$)/.exec(text.slice(at));
  return end?.[0] === '?';
}
