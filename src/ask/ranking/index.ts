export { ConceptMatcher } from './concepts.js';
export { type Calibration, confidenceOf, type Evidence, EVIDENCE, evidenceOf } from './confidence.js';
export { type Feature, FEATURES, featuresOf } from './features.js';
export { GramIndex } from './gram-index.js';
export { type Example, learnLogistic, learnWeights, type Outcome, scoresOf } from './learn.js';
export { type Case, heldOutAccuracy, learnPassages } from './learn-passages.js';
export { PassageIndex } from './passage-index.js';
export { type Found, type Passage, PassageRanker } from './passage-ranker.js';
export { Passages } from './passages.js';
export { type QuestionView, viewQuestion } from './question.js';
export { createRankCandidates } from './rank-candidates.js';
export {
  inOrder,
  named,
  type PassageModel,
  type Ranking,
  rankingSchema,
  ROUTINE_FEATURES,
  type RoutineModel,
} from './weights.js';
export { WordTable } from './word-table.js';
