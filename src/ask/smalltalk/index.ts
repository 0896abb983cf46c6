export { type AnswerSmalltalk, createSmalltalk } from './smalltalk.js';
export { SMALLTALK_LISTS, type SmalltalkWords, smalltalkSchema } from './topics.js';
