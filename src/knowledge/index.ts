export { type Fault, faultText } from './fault.js';
export { checkKnowledge, loadKnowledge } from './load.js';
