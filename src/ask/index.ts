export { createAsk } from './ask.js';
export { ANSWER_KINDS, MAX_QUESTION_LENGTH } from './answer.js';
export type {
  Answer,
  AnswerKind,
  AnswerSource,
  Ask,
  AskResult,
  Chart,
  ChartBar,
  Claim,
  Fact,
  Question,
  Row,
  Suggestion,
} from './answer.js';
export { type Answering, withSources } from './sources.js';
export { plainAnswer } from './plain-answer.js';
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
export { type AnswerCard, type AnsweredQuestion, type AskFeature, askFeature } from './feature.js';
export { feedbackData, type Rated, type RefusedBecause, toMessage } from './message.js';
export { homeOf } from './home.js';
export { display } from './phrase/number.js';
export { writeOrigin } from './origin.js';
export { createSubjects, type Subject, subjectOf, type Subjects } from './subject.js';
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
  type Phase,
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
export { type CommonWords, commonWordsOf, commonWordsSchema } from './understand/common-words.js';
export { type EverydayWords, everydayWordsOf, everydayWordsSchema } from './understand/everyday-words.js';
export { SMALLTALK_LISTS, type SmalltalkWords, smalltalkSchema } from './smalltalk/index.js';
export { type WordList, WORD_LISTS, wordListSchema } from './understand/word-lists.js';
export type { FoundPassage, PassageIndex, PassageSource, QuotablePassage } from './passages/passage-source.js';
export { createShelfIndexer, type PublishedAnswer, type PublishedSource, type RoutineShelf } from './published.js';
export { createPassageIndexer } from './passages/passage-index.js';
export { sentencesOf } from './text/sentences.js';
export { holds, stemsOf } from './text/coverage.js';
export { tokenise, type Token } from './text/fold.js';
export { detectLanguage } from './text/language.js';
export { stem } from './text/stem.js';
export { STOP_WORDS } from './text/stop-words.js';
export { wordsSpeltRight } from './understand/frame.js';
export { Lexicon, type Match } from './understand/lexicon.js';
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
