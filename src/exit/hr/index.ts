export { createExitHr } from './feature.js';
