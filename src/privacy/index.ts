export { findPersonalNumbers, type PersonalNumber } from './personal-numbers.js';
