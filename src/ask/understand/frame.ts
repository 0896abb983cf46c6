import type { Locale } from '../../calendar/index.js';
import type { Knowledge } from '../knowledge.js';
import { STOP_WORDS } from '../text/stop-words.js';
import { detectLanguage } from '../text/language.js';
import { tokenise, type Token } from '../text/fold.js';
import { Lexicon, type Match } from './lexicon.js';
import { readPeriods, type PeriodMention } from './periods.js';

/** What a question says, before anything is looked up. Ids are of knowledge/vocabulary; alternatives are kept. */
export interface Frame {
  readonly tokens: readonly Token[];
  readonly locale: Locale | undefined;
  /** One entry a mention, each with the ids it may mean. */
  readonly measures: readonly Mention[];
  readonly populations: readonly Mention[];
  readonly breakdowns: readonly Mention[];
  readonly notHeld: readonly Mention[];
  readonly periods: readonly PeriodMention[];
  /** Question words: highest, change, target ... */
  readonly words: ReadonlySet<string>;
  /** Words of three letters or more that nothing explains. */
  readonly unexplained: readonly Token[];
}

export interface Mention {
  readonly ids: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly quality: number;
}

export type Understand = (question: string) => Frame;

/** Builds the lexicon of all vocabulary once; the function it returns is pure. */
export function createUnderstand(knowledge: Knowledge): Understand {
  const lexicon = new Lexicon(realWords(knowledge));
  const addAll = (concept: string, phrases: readonly string[]) =>
    phrases.forEach((phrase) => lexicon.add(concept, phrase));
  for (const entry of [...knowledge.measures])
    addAll(`measure:${entry.id}`, [entry.sv, entry.en, ...entry.synonyms, ...entry.synonymsEn]);
  for (const entry of knowledge.populations)
    addAll(`population:${entry.id}`, [entry.sv, entry.en, ...entry.synonyms, ...entry.synonymsEn]);
  for (const breakdown of knowledge.breakdowns)
    for (const value of breakdown.values)
      addAll(`breakdown:${breakdown.id}=${value.id}`, [value.sv, value.en, ...value.synonyms, ...value.synonymsEn]);
  for (const entry of knowledge.notHeld) addAll(`not-held:${entry.id}`, [...entry.synonyms, ...entry.synonymsEn]);
  for (const entry of knowledge.questionWords) addAll(`word:${entry.id}`, [...entry.sv, ...entry.en]);
  return (question) => readFrame(question, lexicon);
}

/** The words of all routines: whoever types one of them did not misspell a word of the vocabulary. */
function realWords({ routines }: Knowledge): Set<string> {
  const texts = routines.flatMap(({ title, titleEn, body, bodyEn, questions, questionsEn }) => [
    title,
    titleEn,
    body,
    bodyEn,
    ...questions,
    ...questionsEn,
  ]);
  return new Set(texts.flatMap((text) => tokenise(text).map((token) => token.text)));
}

function readFrame(question: string, lexicon: Lexicon): Frame {
  const tokens = tokenise(question);
  const matches = lexicon.find(tokens);
  const periods = readPeriods(tokens);
  const mentions = (kind: string): Mention[] =>
    matches.flatMap((match) => {
      const ids = match.concepts
        .filter((concept) => concept.startsWith(`${kind}:`))
        .map((concept) => concept.slice(kind.length + 1));
      return ids.length > 0 ? [{ ids, start: match.start, end: match.end, quality: match.quality }] : [];
    });
  return {
    tokens,
    locale: detectLanguage(tokens),
    measures: mentions('measure'),
    populations: mentions('population'),
    breakdowns: mentions('breakdown'),
    notHeld: mentions('not-held'),
    periods,
    words: new Set(mentions('word').flatMap(({ ids }) => ids)),
    unexplained: unexplained(tokens, matches, periods),
  };
}

function unexplained(tokens: readonly Token[], matches: readonly Match[], periods: readonly PeriodMention[]): Token[] {
  const isCovered = (index: number) =>
    matches.some(({ start, end }) => index < end && index + 1 > start) ||
    periods.some(({ start, end }) => index >= start && index < end);
  return tokens.filter(
    ({ text, index }) => text.length >= 3 && !/^\d/.test(text) && !STOP_WORDS.has(text) && !isCovered(index),
  );
}
