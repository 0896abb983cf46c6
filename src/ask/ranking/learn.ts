/** One question with its candidates: their features, row by row, and which of them is right. */
export interface Example {
  readonly features: Float64Array;
  readonly right: number;
}

export interface LearnOptions {
  /** How many features a row has. */
  readonly width: number;
  /** How strongly large weights are held back. */
  readonly ridge: number;
}

const ROUNDS = 120;
const STEP = 0.8;

/**
 * Learns the weights of a linear ranker: those under which the right candidate is likeliest among its own (softmax over
 * each question), none below zero. The same examples always give the same weights.
 */
export function learnWeights(examples: readonly Example[], { width, ridge }: LearnOptions): Float64Array {
  const weights = new Float64Array(width).fill(1);
  const squares = new Float64Array(width);
  const gradient = new Float64Array(width);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < width; i++) gradient[i] = (ridge * weights[i]!) / Math.max(1, examples.length);
    for (const { features, right } of examples) {
      const chances = softmax(scoresOf(features, weights));
      for (let row = 0; row < chances.length; row++) {
        const error = (chances[row]! - (row === right ? 1 : 0)) / examples.length;
        for (let i = 0; i < width; i++) gradient[i]! += error * features[row * width + i]!;
      }
    }
    // Steps as long as each feature's own slope allows (Adagrad), cut off at zero.
    for (let i = 0; i < width; i++) {
      squares[i]! += gradient[i]! ** 2;
      weights[i] = Math.max(0, weights[i]! - (STEP * gradient[i]!) / Math.sqrt(squares[i]! + 1e-12));
    }
  }
  return weights;
}

/** The weighted sum of each row. */
export function scoresOf(features: Float64Array, weights: Float64Array): Float64Array {
  const width = weights.length;
  const scores = new Float64Array(features.length / width);
  for (let row = 0; row < scores.length; row++)
    for (let i = 0; i < width; i++) scores[row]! += weights[i]! * features[row * width + i]!;
  return scores;
}

function softmax(scores: Float64Array): Float64Array {
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** One ranking: what was seen of it, and whether its first was right. */
export interface Outcome {
  readonly seen: readonly number[];
  readonly isRight: boolean;
}

const RIDGE = 1;

/** Learns a logistic from outcomes: one weight for each thing seen, the bias last. Deterministic as well. */
export function learnLogistic(outcomes: readonly Outcome[]): Float64Array {
  const width = (outcomes[0]?.seen.length ?? 0) + 1;
  const rows = outcomes.map(({ seen, isRight }) => ({ inputs: [...seen, 1], target: isRight ? 1 : 0 }));
  const weights = new Float64Array(width);
  const squares = new Float64Array(width);
  for (let round = 0; round < 10 * ROUNDS; round++) {
    const gradient = weights.map((weight, i) => (i === width - 1 ? 0 : (RIDGE * weight) / Math.max(1, rows.length)));
    for (const { inputs, target } of rows) {
      const sum = inputs.reduce((total, input, i) => total + input * weights[i]!, 0);
      const error = (1 / (1 + Math.exp(-sum)) - target) / rows.length;
      for (let i = 0; i < width; i++) gradient[i]! += error * inputs[i]!;
    }
    for (let i = 0; i < width; i++) {
      squares[i]! += gradient[i]! ** 2;
      weights[i]! -= (STEP * gradient[i]!) / Math.sqrt(squares[i]! + 1e-12);
    }
  }
  return weights;
}
