export { type Fault, faultText } from './fault.js';
export {
  checkKnowledge,
  loadChecklist,
  loadKnowledge,
  loadPlans,
  loadExitWords,
  loadPlanWords,
  loadSensitiveWords,
  loadUnranked,
} from './load.js';
export { RANKING_FILE } from './read-folder.js';
