import { type Locale, LOCALES } from '../../calendar/index.js';
import type { Knowledge } from '../knowledge.js';
import { oncePer } from '../../once-per.js';
import { STOP_WORDS } from '../text/stop-words.js';
import { detectLanguage } from '../text/language.js';
import { fold, tokenise, type Token } from '../text/fold.js';
import { withAsides } from './asides.js';
import { Lexicon, type Match } from './lexicon.js';
import { CUT_SHORT } from './word-index.js';
import { readPeriods, type PeriodMention } from './periods.js';
import { plainWords } from './everyday-words.js';
import { type Phrase, realWord, speltRight, targetsOf, textsOf } from './known-words.js';
import { createSpelling } from './spelling.js';
import { type WordLists, wordListsOf } from './word-lists.js';

/** What a question says, before anything is looked up. Ids are of knowledge/vocabulary; alternatives are kept. */
export interface Frame {
  readonly tokens: readonly Token[];
  /** Small words by the part they play, in both languages. */
  readonly lists: WordLists;
  readonly locale: Locale | undefined;
  /** One entry a mention, each with the ids it may mean. */
  readonly measures: readonly Mention[];
  readonly populations: readonly Mention[];
  readonly breakdowns: readonly Mention[];
  readonly notHeld: readonly Mention[];
  /** Parts that no figure is told apart by (question word `part`). */
  readonly parts: readonly Mention[];
  readonly periods: readonly PeriodMention[];
  /** Question words: highest, change, target ... */
  readonly words: ReadonlySet<string>;
  /** Words of three letters or more, or two with a capital ("HR"), that nothing explains. */
  readonly unexplained: readonly Token[];
  /** Figures that nothing explains: "längre än 90 dagar". */
  readonly numbers: readonly Token[];
}

export interface Mention {
  readonly ids: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly quality: number;
}

/** `locale` is the language of a text too short to tell its own. */
export type Understand = (question: string, locale?: Locale) => Frame;

/**
 * Builds the lexicons of all vocabulary once; the function it returns is pure. The Swedish one holds no English phrases,
 * or "men" (but) would be men; the English one holds both, since names stay Swedish.
 */
export function createUnderstand(knowledge: Knowledge): Understand {
  const words = new Set([...wordsSpeltRight(knowledge), ...plainWords(knowledge.everydayWords)]);
  const lists = wordListsOf(knowledge);
  const lexicon = () => new Lexicon(words, lists.uninflected);
  const lexicons: Record<Locale, Lexicon> = { sv: lexicon(), en: lexicon() };
  const phrases = phrasesOf(knowledge);
  for (const { concept, sv, en } of phrases) {
    for (const phrase of sv) for (const locale of LOCALES) lexicons[locale].add(concept, phrase);
    for (const phrase of en) lexicons.en.add(concept, phrase);
  }
  const spelt = { isRight: speltRight(knowledge, { lists, lexicons }), isReal: realWord(knowledge, { lists }) };
  const targets = targetsOf(phrases, knowledge);
  const mended: Record<Locale, (token: Token) => Token> = {
    sv: createSpelling({ targets: targets.sv, ...spelt }),
    en: createSpelling({ targets: targets.en, ...spelt }),
  };
  return (question, fallback) => {
    const typed = tokenise(question);
    const tokens = typed.map(mended[detectLanguage(typed) ?? fallback ?? 'sv']);
    const locale = detectLanguage(tokens) ?? fallback;
    return readFrame(tokens, locale, { lexicon: lexicons[locale ?? 'sv'], lists, words });
  };
}

function phrasesOf(knowledge: Knowledge): Phrase[] {
  const named =
    (kind: string) => (entry: { id: string; sv: string; en: string; synonyms: string[]; synonymsEn: string[] }) => ({
      concept: `${kind}:${entry.id}`,
      sv: [entry.sv, ...entry.synonyms],
      en: [entry.en, ...entry.synonymsEn],
    });
  return [
    ...knowledge.measures.map(named('measure')),
    ...knowledge.populations.map(named('population')),
    ...knowledge.breakdowns.flatMap(({ id, values }) =>
      values.map((value) => ({ ...named('breakdown')(value), concept: `breakdown:${id}=${value.id}` })),
    ),
    ...knowledge.notHeld.map(({ id, synonyms, synonymsEn }) => ({
      concept: `not-held:${id}`,
      sv: synonyms,
      en: synonymsEn,
    })),
    ...knowledge.questionWords.map(({ id, sv, en }) => ({ concept: `word:${id}`, sv, en })),
  ];
}

/** The words of all routines: whoever types one of them did not misspell a word of the vocabulary. */
export function wordsSpeltRight({ routines }: Pick<Knowledge, 'routines'>): ReadonlySet<string> {
  return wordsOfAll(routines);
}

const wordsOfAll = oncePer(
  (routines: Knowledge['routines']): ReadonlySet<string> =>
    new Set(routines.flatMap(textsOf).flatMap((text) => tokenise(text).map((token) => token.text))),
);

interface Reader {
  readonly lexicon: Lexicon;
  readonly lists: WordLists;
  /** Words known to be spelt right. */
  readonly words: ReadonlySet<string>;
}

function readFrame(tokens: readonly Token[], locale: Locale | undefined, { lexicon, lists, words }: Reader): Frame {
  const matches = lexicon
    .find(tokens)
    .filter(
      (match) =>
        !isOnlyBegun(match, tokens, words) &&
        !isHalfOfAnother(match, tokens, words) &&
        !isSmallWord(match, tokens, lists),
    );
  const isPlace = ({ concepts }: Match) => concepts.some((concept) => concept.startsWith('population:'));
  const startsPlace = (index: number) => matches.some((match) => match.start === index && isPlace(match));
  const periods = readPeriods({ tokens, lists, startsPlace });
  const mentions = (kind: string): Mention[] =>
    matches.flatMap((match) => {
      const ids = match.concepts
        .filter((concept) => concept.startsWith(`${kind}:`))
        .map((concept) => concept.slice(kind.length + 1));
      return ids.length > 0 ? [{ ids, start: match.start, end: match.end, quality: match.quality }] : [];
    });
  const found = {
    measures: mentions('measure'),
    populations: mentions('population'),
    breakdowns: mentions('breakdown'),
    notHeld: mentions('not-held'),
    parts: mentions('word').filter(({ ids }) => ids.includes('part')),
    periods,
  };
  // "Residents who feel safe": asks for nobody.
  const isRelative = ({ start, end }: Mention) =>
    end - start === 1 &&
    lists.relative.has(tokens[start]!.text) &&
    found.measures.some((mention) => mention.end === start);
  const { measures, ...others } = found;
  const asked = withAsides(tokens, { measures, others: Object.values(others).flat() }, lists);
  return {
    tokens: asked,
    lists,
    locale,
    ...found,
    words: new Set(
      mentions('word')
        .filter((mention) => !isRelative(mention))
        .flatMap(({ ids }) => ids),
    ),
    ...unexplained(asked, matches, periods),
  };
}

const LONG_ENOUGH_TO_CUT = 7;

/**
 * "Om en kvart" is no quarter of a year, and "kompetensutvecklings satsningar" no budget for them: what is refused must be named,
 * not only begun.
 */
function isOnlyBegun(
  { concepts, quality, start, end }: Match,
  tokens: readonly Token[],
  words: ReadonlySet<string>,
): boolean {
  const typed = tokens.slice(Math.floor(start), Math.ceil(end));
  const letters = typed.reduce((sum, { text }) => sum + text.length, 0);
  const isWhole = typed.every(({ text }) => words.has(text) || words.has(text.replace(/s$/, '')));
  return concepts.every(isRefusal) && quality === CUT_SHORT && (letters < LONG_ENOUGH_TO_CUT || isWhole);
}

/** "Breakfast" is no break, and who "kartlägger" puts nothing anywhere: a whole word of the routines is not refused by its half. */
function isHalfOfAnother(
  { concepts, start, end }: Match,
  tokens: readonly Token[],
  words: ReadonlySet<string>,
): boolean {
  const isHalf = end - start < 1;
  return isHalf && concepts.every(isRefusal) && words.has(tokens[Math.floor(start)]!.text);
}

/** "Hur räknar ni?" does not speak of NI. */
function isSmallWord({ concepts, start, end }: Match, tokens: readonly Token[], lists: WordLists): boolean {
  const { text, isCapital } = tokens[Math.floor(start)]!;
  const isPlace = concepts.every((concept) => concept.startsWith('population:'));
  return isPlace && end - start === 1 && !isCapital && lists.person.has(text);
}

function isRefusal(concept: string): boolean {
  return concept.startsWith('not-held:');
}

/** Who types without dots writes "fran". */
const SMALL_WITHOUT_DOTS: ReadonlySet<string> = new Set([...STOP_WORDS].map(fold));

function isSmall(text: string): boolean {
  return STOP_WORDS.has(text) || SMALL_WITHOUT_DOTS.has(text);
}

function unexplained(
  tokens: readonly Token[],
  matches: readonly Match[],
  periods: readonly PeriodMention[],
): Pick<Frame, 'unexplained' | 'numbers'> {
  // "Parkförvaltningen" is no park and "betygssnittet" no average: what only carries a question explains no half of a word.
  const isNamed = ({ concepts }: Match) => concepts.some((concept) => !concept.startsWith('word:'));
  const explains = ({ start, end, concepts }: Match) =>
    (Number.isInteger(start) && Number.isInteger(end)) || concepts.some((concept) => concept !== 'word:situation');
  const isHalfCovered = (at: number) => matches.some((match) => match.start <= at && match.end > at && explains(match));
  const isCovered = (index: number) =>
    matches.some((match) => index < match.end && index + 1 > match.start && isNamed(match)) ||
    [index, index + 0.5].every(isHalfCovered) ||
    periods.some(({ start, end }) => index >= start && index < end);
  const open = tokens.filter(({ index }) => !isCovered(index));
  return {
    unexplained: open.filter(
      ({ text, isCapital }) => text.length >= (isCapital ? 2 : 3) && !/^\d/.test(text) && !isSmall(text),
    ),
    numbers: open.filter(({ text }) => /^\d/.test(text)),
  };
}
