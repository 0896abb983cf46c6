export { createExitHandover } from './feature.js';
export { handoverWithin, inOrder, stateOf, type PartState } from './handover.js';
