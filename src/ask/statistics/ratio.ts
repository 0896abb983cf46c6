import type { Measure } from '../knowledge.js';
import { fold, tokenise, type Token } from '../text/fold.js';
import { stem } from '../text/stem.js';
import type { Frame } from '../understand/frame.js';
import type { StatisticsStore } from './store.js';

const COUNTED = ['antal'];

/**
 * What a ratio counts by: "budget per brukare", "sökande på varje utlyst plats": the counted measure that the words after
 * "per" name, though nobody asks for its number. Undefined when none is asked for or the noun names several.
 */
export function countedBy(frame: Frame, measures: readonly string[], store: StatisticsStore): string | undefined {
  if (!frame.words.has('ratio')) return undefined;
  for (const { index, text } of frame.tokens) {
    const next = frame.tokens[index + 1]?.text ?? '';
    // "Hur mycket går det på en brukare?"
    const isPer = frame.lists.per.has(text) || (frame.lists.preposition.has(text) && frame.lists.one.has(next));
    if (!isPer || frame.lists.time.has(next)) continue;
    const mention = frame.measures.find(({ start }) => start > index && start <= index + 2);
    const named = mention?.ids.find((id) => measures.includes(id));
    if (mention) return named;
    const after = frame.tokens.slice(index + 1).filter(({ text }) => !frame.lists.one.has(text));
    const found = namedBy(after.slice(0, 2), frame, store);
    if (found !== undefined && (measures.length > 1 || !measures.includes(found))) return found;
  }
  return undefined;
}

interface CountedBeside {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The words that name them, which narrow nothing. */
  readonly nouns: readonly Token[];
}

/**
 * What stands on either side of "per" or "än" by a noun that is no phrase of the vocabulary: "hur många fler platser än
 * rekryteringar". Those before and those after, without what is named already.
 */
export function countedBeside(frame: Frame, named: readonly string[], store: StatisticsStore): CountedBeside {
  const { tokens, lists, words, unexplained } = frame;
  const at = tokens.findIndex(({ text }) => (words.has('ratio') && lists.per.has(text)) || lists.than.has(text));
  if (at < 1 || named.length > 1 || !['ratio', 'difference', 'compare'].some((word) => words.has(word)))
    return { before: [], after: [], nouns: [] };
  const nouns: Token[] = [];
  const found = (noun: Token | undefined): string[] => {
    const isOpen = noun && unexplained.includes(noun) && !lists.carrier.has(noun.text);
    const id = isOpen ? namedBy([noun], frame, store) : undefined;
    if (id === undefined || named.includes(id)) return [];
    nouns.push(noun!);
    return [id];
  };
  // What a ratio counts by is found above.
  return { before: found(tokens[at - 1]), after: lists.than.has(tokens[at]!.text) ? found(tokens[at + 1]) : [], nouns };
}

/** The measure that these words name, both of them or the first alone; by its name, else by what people call it. */
function namedBy(words: readonly Token[], frame: Frame, store: StatisticsStore): string | undefined {
  const places = frame.populations.flatMap(({ ids }) => ids);
  for (const count of [2, 1]) {
    const stems = words.slice(0, count).map(({ folded }) => [stem(folded), folded]);
    if (stems.length < count) continue;
    for (const namesOf of [officialNames, otherNames]) {
      const named = store.measures.filter(
        (measure) =>
          COUNTED.includes(measure.unit) &&
          store.figures(measure.id).length > 0 &&
          namesOf(measure).some((name) => holdsAll(name, stems)),
      );
      const here = named.filter(({ id }) =>
        store
          .figures(id)
          .some(({ observation }) => places.some((place) => store.isWithin(observation.population, place))),
      );
      const chosen = here.length > 0 ? here : named;
      if (chosen.length === 1) return chosen[0]!.id;
    }
  }
  return undefined;
}

const officialNames = ({ sv, en }: Measure) => [sv, en];
/** "Antal annonser": what is counted by another name. */
const otherNames = ({ synonyms, synonymsEn }: Measure) =>
  [...synonyms, ...synonymsEn].filter((name) => /^(antal|number of) \S+$/.test(name));

/** "Platser i samma annons", "sökande per plats": what stands after these is not what is counted. */
const INNER = ['per', 'i', 'in'];

/**
 * The name ends with these words, each as its stem or as it stands ("plats" loses its own s): "utlysta platser" is named by
 * "plats". What is a ratio itself counts nothing, and "platser i samma annons" are no "annons".
 */
function holdsAll(name: string, stems: readonly (readonly string[])[]): boolean {
  const words = tokenise(name).map(({ text }) => stem(fold(text)));
  return (
    !INNER.some((word) => words.includes(word)) &&
    stems.every((wanted, at) => wanted.includes(words[words.length - stems.length + at] ?? ''))
  );
}
