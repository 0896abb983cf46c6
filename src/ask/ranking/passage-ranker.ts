import type { ConceptMatcher } from './concepts.js';
import { confidenceOf, type Evidence, evidenceOf } from './confidence.js';
import { type Feature, FEATURES } from './features.js';
import { PassageIndex, rerank, type Scored, type Shortlist } from './passage-index.js';
import { inOrder, type PassageModel } from './weights.js';

/** A passage of a document: its heading counts as its first line. */
export interface Passage {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

export interface Found {
  readonly id: string;
  /** 0 to 1: the chance that this is the passage that answers. */
  readonly confidence: number;
}

/** Finds the passage that answers a question among many: built once, asked often, changes nothing after. */
export class PassageRanker {
  readonly #ids: readonly string[];
  readonly #index: PassageIndex;
  readonly #weights: Float64Array;
  readonly #model: PassageModel;

  constructor(passages: readonly Passage[], matcher: ConceptMatcher, model: PassageModel) {
    this.#ids = passages.map(({ id }) => id);
    this.#index = new PassageIndex(asTexts(passages), matcher);
    this.#weights = inOrder(FEATURES, model.weights);
    this.#model = model;
  }

  /** The best `count` passages; none when no word of the question stands anywhere. */
  search(question: string, count: number): Found[] {
    const shortlist = this.#index.shortlist(question);
    const ranked = rerank(shortlist, this.#weights);
    if (ranked.length === 0) return [];
    const confidence = confidenceOf(evidenceFor(this.#index, shortlist, ranked), this.#model.confidence);
    const best = ranked[0]!.score;
    return ranked
      .slice(0, count)
      .map(({ passage, score }) => ({ id: this.#ids[passage]!, confidence: confidence * Math.exp(score - best) }));
  }
}

function* asTexts(passages: readonly Passage[]): Generator<string> {
  for (const { heading, text } of passages) yield `${heading}\n${text}`;
}

/** What there is to see of the first of a ranking of an index's passages. */
export function evidenceFor(index: PassageIndex, shortlist: Shortlist, ranked: readonly Scored[]): Evidence {
  const [best, second] = ranked as [Scored, Scored?];
  const row = shortlist.candidates.indexOf(best.passage);
  const feature = (name: Feature) => shortlist.features[row * FEATURES.length + FEATURES.indexOf(name)]!;
  return evidenceOf(shortlist.question, index.grams, {
    close: feature('close'),
    grams: feature('grams'),
    score: best.score,
    next: second?.score,
    holds: index.passages.holds(best.passage),
  });
}
