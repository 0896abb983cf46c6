import type { Choice } from '../choose.js';
import type { Ranked } from '../routines/ranker.js';

/**
 * How sure a passage must be to be quoted: where nothing answers, against the refusal of a thing that is known not to be held,
 * and against a routine, which it must besides clearly surpass. Both are learned chances (src/ask/ranking); measured with five
 * imported documents and all question sets, docs/retrieval.md.
 */
const SURE_TO_QUOTE = 0.55;
const SURE_AGAINST_A_REFUSAL = 0.45;
const SURE_AGAINST_A_ROUTINE = 0.8;
const CLEARLY_SURER = 0.15;

/** Whether an imported passage answers instead of what was chosen: never instead of figures, and an own routine wins ties. */
export function mayQuote(passage: number, { kind }: Choice, [best]: readonly Ranked[]): boolean {
  switch (kind) {
    case 'figures':
      return false;
    case 'routine':
      return passage >= SURE_AGAINST_A_ROUTINE && passage - (best?.confidence ?? 0) > CLEARLY_SURER;
    case 'not-held':
      return passage >= SURE_AGAINST_A_REFUSAL;
    case 'unsure':
    case 'nothing':
      return passage >= SURE_TO_QUOTE;
  }
}
