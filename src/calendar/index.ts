export { type Clock, clockStartingAt, systemClock } from './clock.js';
export { type Locale, LOCALES } from './locale.js';
export { stockholmDate } from './stockholm-date.js';
