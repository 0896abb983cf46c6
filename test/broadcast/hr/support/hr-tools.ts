export { buttonOf, pressButton, read, replaced, say } from '../../../bot/support/press.js';
export { buttonsOf } from '../../../bot/support/seen.js';
