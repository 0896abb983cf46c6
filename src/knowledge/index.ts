export { type Fault, faultText } from './fault.js';
export {
  checkKnowledge,
  loadChecklist,
  loadKnowledge,
  loadPlans,
  loadPlanWords,
  loadSensitiveWords,
  loadSurvey,
  loadUnranked,
} from './load.js';
export { RANKING_FILE } from './read-folder.js';
