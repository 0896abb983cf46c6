export { createExitHr } from './feature.js';
export { type TertialFigures, tertialFigures } from './gather.js';
