export { createExitAnswers, type ExitAnswersParts } from './exit-answers.js';
export { EXIT_WORDS, type ExitWords, exitWordsSchema } from './words.js';
