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
  /** Where it begins in the text, in NFC. */
  readonly at: number;
  /** Began with a capital letter; with `startsSentence` false probably a name. */
  readonly isCapital: boolean;
  readonly startsSentence: boolean;
  /** A mark and a space follow, or nothing. */
  readonly endsClause: boolean;
  /** Stands in a sentence that ends with a question mark, or in a text that has none. */
  readonly inQuestion: boolean;
  /** A number with a dash or an apostrophe before it for what is left out: "-22", "'22". */
  readonly isCut?: true;
  /** Only tells why somebody asks (understand/asides.ts). */
  readonly isAside?: true;
  /** Which sentence it stands in, counted from 0. */
  readonly sentence: number;
  /** Which part of the text between marks and dashes it stands in, counted from 0. */
  readonly clause: number;
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|\d+|&|%/gu;

/** A mark before a space, a dash between words, a bracket. */
const CLAUSE_END = /[,.;:!?…](?=\s)|\s[–—-](?=\s)|[()]/g;

/** What stands before a number for the digits left out of it. */
const CUT = /(?:^|\s)[-–']$/;

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
  const ends = sentenceEnds(plain);
  const asks = ends.some(({ mark }) => mark === '?');
  const clauseEnds = [...plain.matchAll(CLAUSE_END)].map(({ index }) => index);
  return [...plain.matchAll(WORD)].map((match, index) => {
    // "Älvsjö's" is Älvsjö's, by the English genitive, and "I'm" begins with I.
    const word = match[0].replace(/'(?:s|m|d|ve|re|ll)$/i, '');
    const before = plain.slice(0, match.index).trimEnd();
    const sentence = ends.findIndex(({ at }) => at >= match.index);
    return {
      text: word.toLowerCase(),
      folded: fold(word),
      index,
      at: match.index,
      isCapital: /^\p{Lu}/u.test(word),
      inQuestion: !asks || ends[sentence]?.mark === '?',
      sentence,
      clause: clauseEnds.filter((at) => at < match.index).length,
      endsClause: /^(?:[,.;:!?)](?:\s|$)|\s*$)/.test(plain.slice(match.index + match[0].length)),
      ...(CUT.test(plain.slice(0, match.index)) && /^\d/.test(word) ? { isCut: true as const } : {}),
      startsSentence: before === '' || /[.!?:"”'–-]$/.test(before),
    };
  });
}

interface SentenceEnd {
  readonly at: number;
  readonly mark: string;
}

/** Where sentences end, and with which mark: "Jag lägger budget. Vad kostar det?" are two, the second one asks. */
function sentenceEnds(text: string): SentenceEnd[] {
  const ends = [...text.matchAll(/[.!?…](?=\s|$)/g)].map(({ 0: mark, index: at }) => ({ at, mark }));
  return [...ends, { at: text.length, mark: '' }];
}
