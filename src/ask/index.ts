export { createAsk } from './ask.js';
export type { Answer, AnswerKind, AnswerSource, Ask, AskResult, Chart, Fact, Question, Suggestion } from './answer.js';
export { type AskFeature, askFeature, MAX_QUESTION_LENGTH } from './feature.js';
export { toMessage } from './message.js';
export {
  type Case,
  ConceptMatcher,
  createRankCandidates,
  heldOutAccuracy,
  learnPassages,
  type Passage,
  PassageRanker,
  type Ranking,
  rankingSchema,
} from './ranking/index.js';
export { heldOutRoutineAccuracy, learnRoutines } from './routines/learn-routines.js';
export { type AskContext, askContextSchema, EMPTY_CONTEXT } from './context.js';
export {
  type Breakdown,
  breakdownSchema,
  type Concept,
  conceptSchema,
  type Knowledge,
  type Measure,
  measureSchema,
  type NotHeld,
  notHeldSchema,
  type Observation,
  observationSchema,
  type Population,
  populationSchema,
  type QuestionWords,
  questionWordsSchema,
  type Routine,
  routineSchema,
  type Source,
  sourceSchema,
} from './knowledge.js';
export { parsePeriod, type Period, periodText } from './period.js';
export {
  type Form,
  formSchema,
  FORMS,
  type Route,
  routeSchema,
  type SensitiveKnowledge,
  type Topic,
  topicSchema,
} from './sensitive/index.js';
