export { createPlanAnswers, type PlanAnswersParts } from './plan-answers.js';
export { PLAN_WORDS, type PlanWords, planWordsSchema } from './understand/plan-words.js';
