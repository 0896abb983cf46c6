export { createQuestionCounter, type QuestionCounter } from './counter.js';
export { type FeedbackFeature, feedbackFeature, type FeedbackParts } from './feature.js';
export type {
  FeedbackStores,
  QuestionCount,
  QuestionCountStore,
  Range,
  Rating,
  RatingStore,
} from './feedback-store.js';
export type { CardFigures, Figures } from './figures.js';
export type { LoopRating } from './rate.js';
export { type QuestionsReport, type RatedSubject, reportQuestions } from './report.js';
