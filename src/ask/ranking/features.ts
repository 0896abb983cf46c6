import { align } from './alignment.js';
import { opensWithYesOrNo, signsOf } from './cues.js';
import { seamKey } from './grams.js';
import type { Passages } from './passages.js';
import type { QuestionView } from './question.js';
import { laySide, type Sheet } from './sheet.js';
import { bm25, coverage, rarity, tally, type Things } from './tally.js';

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
  const sheet = laySide(passages, candidates);
  const { lengths } = sheet;
  const { opening, close } = align(sheet, question.content);
  const cues = cuesOf(sheet, question);
  const columns: Record<Feature, ArrayLike<number>> = {
    first: relative(first),
    grams: bm25(tally(sheet, question.grams, gramsOf(sheet)), lengths),
    seams: bm25(tally(sheet, question.seams, seamsOf(sheet)), lengths),
    leadStems: coverage(tally(sheet, question.stems, stemsOf(sheet)), 'lead'),
    concepts: coverage(tally(sheet, question.concepts, conceptsOf(sheet)), 'all'),
    opening,
    close,
    ...cues,
    definition: opening.map((share, row) => (cues.defines[row] ? share : 0)),
  };
  const features = new Float64Array(candidates.length * FEATURES.length);
  FEATURES.forEach((feature, at) => {
    for (let row = 0; row < candidates.length; row++) features[row * FEATURES.length + at] = columns[feature][row] ?? 0;
  });
  return features;
}

function relative(scores: readonly number[]): number[] {
  const best = scores.reduce((most, score) => Math.max(most, score), 1e-9);
  return scores.map((score) => score / best);
}

function gramsOf({ passages: { table } }: Sheet): Things {
  const { grams } = table;
  return {
    ofWord: (word, see) => {
      for (let i = grams.start(word), end = grams.end(word); i < end; i++) see(grams.values[i]!);
    },
  };
}

function seamsOf({ words, places, passages: { table } }: Sheet): Things {
  const tails = words.map((word) => table.tail(word));
  const heads = words.map((word) => table.head(word));
  return {
    atPlace: (place, end, see) => {
      if (place + 1 < end) see(seamKey(tails[places[place]!]!, heads[places[place + 1]!]!));
    },
  };
}

function stemsOf({ passages: { table } }: Sheet): Things {
  return { ofWord: (word, see) => see(table.stem(word)) };
}

function conceptsOf({ words, places, passages: { table } }: Sheet): Things {
  const { concepts, matcher } = table;
  const begins = words.map((word) => table.beginsPhrase(word));
  return {
    ofWord: (word, see) => {
      for (let i = concepts.start(word), end = concepts.end(word); i < end; i++) see(concepts.values[i]!);
    },
    atPlace: (place, end, see) => {
      if (!begins[places[place]!]) return;
      const wordAt = (at: number) => (at < end ? table.folded(words[places[at]!]!) : undefined);
      for (const concept of matcher.phrasesAt(wordAt, place)) see(concept);
    },
  };
}

/** What looks like an answer of the asked kind: rarer among the candidates tells more. */
function cuesOf({ words, places, starts, lengths, passages: { table } }: Sheet, { asked }: QuestionView) {
  const classes = words.map((word) => table.classes(word));
  const from = (row: number) => (at: number) => (at < lengths[row]! ? classes[places[starts[row]! + at]!]! : 0);
  const signs = Float64Array.from(lengths, (length, row) => signsOf(asked, from(row), length));
  const [rare = 0] = rarity(signs, lengths.length, 1);
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const opens = lengths.map((length, row) => opensWithYesOrNo(from(row), length));
  return {
    cue: signs.map((count, row) => (rare * count) / (count + 0.5 + (0.5 * lengths[row]!) / Math.max(1, average))),
    defines: lengths.map(
      (length, row) => asked === 'meaning' && signsOf(asked, from(row), Math.min(length, DEFINITION_STARTS_WITHIN)) > 0,
    ),
    yesNo: opens.map((isSo) => (isSo && asked === 'yes-no' ? 1 : 0)),
    yesNoUnasked: opens.map((isSo) => (isSo && asked !== 'yes-no' ? -1 : 0)),
  };
}
