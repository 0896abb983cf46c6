export { type Fault, faultText } from './fault.js';
export {
  checkKnowledge,
  loadChecklist,
  loadFunctions,
  loadKnowledge,
  loadPlans,
  loadExitWords,
  loadPlanWords,
  loadSensitiveWords,
  loadTalk,
  loadUnranked,
} from './load.js';
export { RANKING_FILE } from './read-folder.js';
