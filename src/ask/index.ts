export { createAsk } from './ask.js';
export type { Answer, AnswerKind, AnswerSource, Ask, AskResult, Chart, Fact, Question, Suggestion } from './answer.js';
export { type AskFeature, askFeature, MAX_QUESTION_LENGTH } from './feature.js';
export { toMessage } from './message.js';
export { rankCandidates } from './routines/rank-candidates.js';
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
  PHASES,
  type Population,
  populationSchema,
  type QuestionWords,
  questionWordsSchema,
  type Routine,
  routineSchema,
  type Source,
  sourceSchema,
} from './knowledge.js';
export type { FoundPassage, PassageIndex, PassageSource, QuotablePassage } from './passages/passage-source.js';
export { createPassageIndex } from './passages/passage-index.js';
export { sentencesOf } from './text/sentences.js';
export { parsePeriod, type Period, periodText } from './period.js';
