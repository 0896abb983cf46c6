import { detectLanguage, Lexicon, type Match, STOP_WORDS, tokenise, type Token } from '../../../ask/index.js';
import { type Locale, LOCALES } from '../../../calendar/index.js';
import type { Places } from './places.js';
import type { PlanWord, PlanWords } from './plan-words.js';
import { readRoundRef } from './round-ref.js';
import type { Place, RoundRef } from './wanted.js';

/** What the words of a question say, before it is decided whether it is the plan's. */
export interface Reading {
  readonly locale: Locale | undefined;
  readonly length: number;
  readonly words: ReadonlySet<PlanWord>;
  readonly places: readonly Place[];
  /** Another organisation is named. */
  readonly isElsewhere: boolean;
  /** The asker's own organisation is named, as whoever means its published documents does. */
  readonly namesOwn: boolean;
  /** Where the word that asks for a time stands, counted from 0; undefined when none does. */
  readonly whenAt: number | undefined;
  readonly round: RoundRef;
  /** What nothing explains behind "om", "kring": what the question is about. */
  readonly topic: readonly Token[];
  /** What nothing explains elsewhere. */
  readonly loose: readonly Token[];
}

export type Read = (question: string) => Reading;

const ASKS_WHEN: ReadonlySet<string> = new Set(['word:when', 'word:target-date']);

/** Builds the lexicons of one organisation once; reading is pure. `speltRight` are words that misspell nothing. */
export function createRead(words: readonly PlanWords[], places: Places, speltRight: ReadonlySet<string>): Read {
  const lexicons: Record<Locale, Lexicon> = { sv: new Lexicon(speltRight), en: new Lexicon(speltRight) };
  for (const { id, sv, en } of words) {
    for (const form of sv) for (const locale of LOCALES) lexicons[locale].add(`word:${id}`, form);
    for (const form of en) lexicons.en.add(`word:${id}`, form);
  }
  const addToBoth = (concept: string, names: readonly string[]) =>
    names.forEach((name) => LOCALES.forEach((locale) => lexicons[locale].add(concept, name)));
  places.named.forEach(({ names }, at) => addToBoth(`place:${at}`, names));
  addToBoth('own', places.whole);
  addToBoth('elsewhere', places.elsewhere);

  return (question) => {
    const tokens = tokenise(question);
    const locale = detectLanguage(tokens);
    // Which of the two it is may be untold ("delayed activities preschool"): the English lexicon knows both.
    const matches = withoutGuesses(lexicons[locale ?? 'en'].find(tokens));
    const round = readRoundRef(tokens);
    const concepts = matches.flatMap((match) => match.concepts);
    const { topic, loose } = unexplained(tokens, matches, round.covered);
    return {
      locale,
      length: tokens.length,
      words: new Set(concepts.flatMap((concept) => partAfter('word:', concept) as PlanWord[])),
      places: widest(
        concepts.flatMap((concept) => partAfter('place:', concept).map((at) => places.named[Number(at)]!.place)),
      ),
      isElsewhere: concepts.includes('elsewhere'),
      namesOwn: concepts.includes('own'),
      whenAt: matches.find(({ concepts: found }) => found.some((concept) => ASKS_WHEN.has(concept)))?.start,
      round: round.ref,
      topic,
      loose,
    };
  };
}

/** A department with its units is the department. */
function widest(places: readonly Place[]): Place[] {
  const whole = new Set(places.filter(({ unit }) => unit === undefined).map(({ department }) => department));
  return places.filter(
    ({ department, unit }, at) =>
      (unit === undefined || !whole.has(department)) &&
      places.findIndex((other) => other.department === department && other.unit === unit) === at,
  );
}

function partAfter(prefix: string, concept: string): string[] {
  return concept.startsWith(prefix) ? [concept.slice(prefix.length)] : [];
}

/** So sure is a word that is typed as it stands or inflected; less is a guess at a misspelling. */
const SURE = 0.95;

/** What a question is about may look like a misspelt word of ours ("om planering"): there only places are guessed. */
function withoutGuesses(matches: readonly Match[]): Match[] {
  const about = aboutAt(matches);
  const isPlace = ({ concepts }: Match) => concepts.some((concept) => concept.startsWith('place:'));
  return matches.filter((match) => match.start < about || match.quality >= SURE || isPlace(match));
}

/** Where what the question is about begins; Infinity when it does not say. */
function aboutAt(matches: readonly Match[]): number {
  return matches.find(({ concepts }) => concepts.includes('word:about'))?.end ?? Infinity;
}

function unexplained(tokens: readonly Token[], matches: readonly Match[], covered: ReadonlySet<number>) {
  const about = aboutAt(matches);
  const isExplained = ({ index }: Token) =>
    covered.has(index) || matches.some(({ start, end }) => index < end && index + 1 > start);
  const open = tokens.filter((token) => !isExplained(token) && token.text.length > 1 && !STOP_WORDS.has(token.text));
  return {
    topic: open.filter(({ index }) => index >= about),
    loose: open.filter(({ index }) => index < about),
  };
}
