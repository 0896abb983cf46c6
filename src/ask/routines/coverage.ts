import type { Routine } from '../knowledge.js';
import { editDistance } from '../text/edit-distance.js';
import { coverage, stemsOf, weightsOver } from '../text/coverage.js';
import { contentStems } from '../understand/content.js';
import type { Steps } from '../steps.js';
import type { Frame } from '../understand/frame.js';

/** With a word that no routine has, this many others must be shared: "när går sista tunnelbanan?" shares one. */
const FEWEST_SHARED = 2;
/** So long a word of a routine's title ("chefsutvecklingstrappan") names it alone, whatever else is said. */
const SHORTEST_NAMING = 10;
const SHORTEST_PART = 5;
const SHORTEST_MISSPELT = 8;

/** Shares from 0 to 1. */
export interface SpokenOf {
  /** How much of the question the routine speaks of. */
  ofQuestion(asked: Frame, routine: Routine): number;
  /** The same without the names of places; 0 for what shares a single word. */
  ofSubject(asked: Frame, routine: Routine): number;
  /** How much of what `other` is titled the routine speaks of. */
  ofTitle(other: Routine, routine: Routine): number;
}

/**
 * How much of a question a routine speaks of at all, 0 to 1: the ranker finds the closest of what there is, also to a
 * question about the moon. The names of departments and units count, those of organisations do not. Built once.
 */
export function* coverageSteps(
  routines: readonly Routine[],
  isOrganisation: (population: string) => boolean,
): Steps<SpokenOf> {
  const bags = new Map<string, ReadonlySet<string>>();
  const titles = new Map(routines.map(({ id, title, titleEn }) => [id, stemsOf([title, titleEn])]));
  for (const { id, title, titleEn, body, bodyEn, questions, questionsEn } of routines) {
    bags.set(id, stemsOf([title, titleEn, body, bodyEn, ...questions, ...questionsEn]));
    yield;
  }
  const weight = weightsOver([...bags.values()]);
  const isKnown = knownIn([...bags.values()]);

  const ofQuestion = (asked: Frame, { id }: Routine): number => {
    const frame = { ...asked, populations: asked.populations.filter(({ ids }) => ids.some(isOrganisation)) };
    const bag = bags.get(id)!;
    const said = contentStems(frame, ({ text }) => !frame.lists.carrier.has(text));
    const written = said.length >= FEWEST_SHARED ? said : contentStems(frame, () => true);
    const words = written.map((word) => (isKnown(word) ? asSpelt(word, bag) : word));
    const strange = () =>
      // A name after the question ("Vem håller samtalet? Sara Ekman") is not what is asked about.
      contentStems(
        frame,
        (token) => token.inQuestion && frame.unexplained.includes(token) && !frame.lists.carrier.has(token.text),
      );
    const isTitled = words.some((word) => word.length >= SHORTEST_NAMING && titles.get(id)!.has(word));
    const isHardlyShared = !isTitled && words.filter((word) => bag.has(word)).length < FEWEST_SHARED;
    const isElsewhere = isHardlyShared && strange().some((word) => !isKnown(word));
    return isElsewhere ? 0 : coverage(words, bag, weight);
  };
  const ofSubject = (frame: Frame, { id }: Routine): number => {
    const bag = bags.get(id)!;
    const said = contentStems(frame, ({ text }) => !frame.lists.carrier.has(text));
    const words = said.map((word) => (isKnown(word) ? asSpelt(word, bag) : word));
    return words.filter((word) => bag.has(word)).length < FEWEST_SHARED ? 0 : coverage(words, bag, weight);
  };
  const ofTitle = (other: Routine, { id }: Routine): number =>
    coverage([...stemsOf([other.title])], bags.get(id)!, weight);
  return { ofQuestion, ofSubject, ofTitle };
}

/** A word with one letter wrong as the routine spells it. */
function asSpelt(word: string, bag: ReadonlySet<string>): string {
  if (bag.has(word) || word.length < SHORTEST_MISSPELT) return word;
  return [...bag].find((spelt) => spelt.length >= SHORTEST_MISSPELT && editDistance(word, spelt, 1) <= 1) ?? word;
}

/** Whether any text holds the word, also as a part of a compound or with one letter wrong. */
function knownIn(bags: readonly ReadonlySet<string>[]): (word: string) => boolean {
  const all = new Set(bags.flatMap((bag) => [...bag]));
  const parts = [...all].filter((word) => word.length >= SHORTEST_PART);
  const isMisspelt = (word: string) =>
    word.length >= SHORTEST_MISSPELT && parts.some((part) => editDistance(word, part, 1) <= 1);
  return (word) =>
    all.has(word) ||
    parts.some((part) => part.includes(word) || (word.length >= SHORTEST_PART && word.includes(part))) ||
    isMisspelt(word);
}
