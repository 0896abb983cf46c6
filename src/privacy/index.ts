export { auditFeature } from './audit/feature.js';
export type { ContactDetail } from './contact-details.js';
export type { FoundName } from './find-names.js';
export { createGuard, type Guarded, type GuardText, judge, LONGEST_SHOWN, type Verdict } from './guard.js';
export { findPersonalNumbers, holdsPersonalNumber, type PersonalNumber } from './personal-numbers.js';
export { verdictText } from './texts.js';
export { type SensitiveWord, type SensitiveWords, sensitiveWordsSchema } from './sensitive-words.js';
export * from './keeping/index.js';
