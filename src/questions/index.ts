export { MAX_ANSWER_LENGTH } from './handle.js';
export { checkText } from './check-text.js';
export { type QuestionsFeature, questionsFeature, type QuestionsParts } from './feature.js';
export type { HrChannel, HrChannelStore } from './hr-channel.js';
export type { News } from './news.js';
export { isOpen } from './page.js';
export { type HandledQuestion, type Handling, type Question, QUESTION_ID, questionId } from './question.js';
export type { QuestionStore, StoredQuestion } from './question-store.js';
export { whoAsked } from './views.js';
