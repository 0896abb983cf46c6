import { align } from './alignment.js';
import { opensWithYesOrNo, signsOf } from './cues.js';
import { seamKey } from './grams.js';
import type { Passages } from './passages.js';
import type { QuestionView } from './question.js';
import { bm25, coverage, rarity, type Tally, tally, type ThingsAt } from './tally.js';

/** What the ranker weighs, each about 0 to 1. `yesNoUnasked` is 0 or -1: it counts against a passage. */
export const FEATURES = [
  'first',
  'grams',
  'seams',
  'leadStems',
  'concepts',
  'opening',
  'close',
  'cue',
  'definition',
  'yesNo',
  'yesNoUnasked',
] as const;
export type Feature = (typeof FEATURES)[number];

const DEFINITION_STARTS_WITHIN = 7;

/** The features of each candidate, row after row in the order of FEATURES; `first` is what the first stage gave them. */
export function featuresOf(
  passages: Passages,
  question: QuestionView,
  candidates: readonly number[],
  first: readonly number[],
): Float64Array {
  const rows = candidates.length;
  const lengths = candidates.map((passage) => passages.length(passage));
  const { opening, close } = align(passages, candidates, question.content);
  const cues = cuesOf(passages, question, candidates);
  const columns: Record<Feature, ArrayLike<number>> = {
    first: relative(first),
    grams: bm25(tally(passages, candidates, question.grams, gramsOf(passages)), lengths),
    seams: bm25(tally(passages, candidates, question.seams, seamsOf(passages)), lengths),
    leadStems: coverage(tally(passages, candidates, question.stems, stemsOf(passages)), rows, 'lead'),
    concepts: coverage(conceptTally(passages, question, candidates), rows, 'all'),
    opening,
    close,
    ...cues,
    definition: opening.map((share, row) => (cues.defines[row] ? share : 0)),
  };
  const features = new Float64Array(rows * FEATURES.length);
  FEATURES.forEach((feature, at) => {
    for (let row = 0; row < rows; row++) features[row * FEATURES.length + at] = columns[feature][row] ?? 0;
  });
  return features;
}

function relative(scores: readonly number[]): number[] {
  const best = scores.reduce((most, score) => Math.max(most, score), 1e-9);
  return scores.map((score) => score / best);
}

export function gramsOf({ words, table: { grams } }: Passages): ThingsAt {
  return (at, _end, see) => {
    const word = words[at]!;
    for (let i = grams.start(word), end = grams.end(word); i < end; i++) see(grams.values[i]!);
  };
}

function seamsOf({ words, table }: Passages): ThingsAt {
  return (at, end, see) => {
    if (at + 1 < end) see(seamKey(table.tail(words[at]!), table.head(words[at + 1]!)));
  };
}

function stemsOf({ words, table }: Passages): ThingsAt {
  return (at, _end, see) => see(table.stem(words[at]!));
}

function conceptTally(passages: Passages, question: QuestionView, candidates: readonly number[]): Tally {
  const { words, table } = passages;
  const { concepts, matcher } = table;
  return tally(passages, candidates, question.concepts, (at, end, see) => {
    const word = words[at]!;
    for (let i = concepts.start(word), last = concepts.end(word); i < last; i++) see(concepts.values[i]!);
    if (!table.beginsPhrase(word)) return;
    const wordAt = (place: number) => (place < end ? table.folded(words[place]!) : undefined);
    for (const concept of matcher.phrasesAt(wordAt, at)) see(concept);
  });
}

/** What looks like an answer of the asked kind: rarer among the candidates tells more. */
function cuesOf(passages: Passages, { asked }: QuestionView, candidates: readonly number[]) {
  const { words, table } = passages;
  const classesFrom = (passage: number) => {
    const start = passages.start(passage);
    return (place: number) => table.classes(words[start + place]!);
  };
  const signs = Float64Array.from(candidates, (passage) =>
    signsOf(asked, classesFrom(passage), passages.length(passage)),
  );
  const [rare = 0] = rarity(signs, candidates.length, 1);
  const average =
    candidates.reduce((sum, passage) => sum + passages.length(passage), 0) / Math.max(1, candidates.length);
  const opens = candidates.map((passage) => opensWithYesOrNo(classesFrom(passage), passages.length(passage)));
  return {
    cue: signs.map((count, row) => {
      const norm = 0.5 + (0.5 * passages.length(candidates[row]!)) / Math.max(1, average);
      return (rare * count) / (count + norm);
    }),
    defines: candidates.map((passage) => {
      const length = Math.min(passages.length(passage), DEFINITION_STARTS_WITHIN);
      return asked === 'meaning' && signsOf(asked, classesFrom(passage), length) > 0;
    }),
    yesNo: opens.map((isSo) => (isSo && asked === 'yes-no' ? 1 : 0)),
    yesNoUnasked: opens.map((isSo) => (isSo && asked !== 'yes-no' ? -1 : 0)),
  };
}
