export type { AdaptiveCardJson } from './json.js';
export { type Cards, loadCards, MAX_CARD_BYTES, type TemplateInfo } from './load-cards.js';
export { plain } from './plain.js';
export { checkCard } from './validate.js';
export { visibleText } from './visible-text.js';
