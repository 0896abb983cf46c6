export { findPersonalNumbers, holdsPersonalNumber, type PersonalNumber } from './personal-numbers.js';
