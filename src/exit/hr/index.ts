export { createExitHr } from './feature.js';
export type { TertialFigures } from './gather.js';
