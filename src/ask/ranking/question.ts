import { fold, words } from '../text/fold.js';
import { STOP_WORDS } from '../text/stop-words.js';
import { type Asked, askedFor } from './cues.js';
import { endsOf, gramKeys, seamKey } from './grams.js';
import type { WordTable } from './word-table.js';

/** What stands beside the sentence that asks ("Jag är ny chef här.") counts half. */
const BESIDE = 0.5;

/** A word of a question that carries meaning. */
export interface ContentWord {
  /** Its pieces that some passage has. */
  readonly grams: readonly number[];
  /** How many pieces it has, those included that no passage has. */
  readonly pieces: number;
  readonly concepts: readonly number[];
  readonly weight: number;
}

/** A question as the ranker sees it, in the numbers of one word table; each thing with its weight. */
export interface QuestionView {
  readonly grams: ReadonlyMap<number, number>;
  /** Weight of the pieces that no passage has. */
  readonly strange: number;
  readonly stems: ReadonlyMap<number, number>;
  readonly concepts: ReadonlyMap<number, number>;
  readonly seams: ReadonlyMap<number, number>;
  readonly content: readonly ContentWord[];
  readonly asked: Asked;
}

/** Looks at a question without taking its words into the table. */
export function viewQuestion(question: string, table: WordTable): QuestionView {
  const typed = words(question);
  const folded = typed.map(fold);
  const asking = words(askingSentence(question));
  const asks = new Set(asking);
  const grams = new Map<number, number>();
  let strange = 0;
  const seen = typed.map((word, at) => {
    const weight = asks.has(word) ? 1 : BESIDE;
    const keys = gramKeys(folded[at]!);
    const known = keys.flatMap((key) => table.gramId(key) ?? []);
    for (const gram of known) grams.set(gram, (grams.get(gram) ?? 0) + weight);
    strange += weight * (keys.length - known.length);
    return { grams: known, pieces: keys.length, concepts: table.matcher.ofWord(folded[at]!), weight };
  });
  const carriesMeaning = (at: number) => !STOP_WORDS.has(typed[at]!);
  const phrases = folded.flatMap((_, at) => table.matcher.phrasesAt((place) => folded[place], at));
  const ends = folded.map(endsOf);
  return {
    grams,
    strange,
    stems: once(folded.flatMap((word, at) => (carriesMeaning(at) ? (table.stemId(word) ?? []) : []))),
    concepts: once([...seen.flatMap(({ concepts }) => concepts), ...phrases]),
    seams: once(ends.slice(1).map(({ head }, at) => seamKey(ends[at]!.tail, head))),
    content: seen.filter((_, at) => carriesMeaning(at)),
    asked: askedFor(asking.map(fold)),
  };
}

function once(ids: readonly number[]): Map<number, number> {
  return new Map(ids.map((id) => [id, 1]));
}

/** "Jag har en fråga. När öppnar ni?": what is asked stands in the last sentence with a question mark. */
function askingSentence(text: string): string {
  const asking = text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.trim().endsWith('?'));
  return asking.at(-1) ?? text;
}
