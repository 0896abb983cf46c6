import type { Clock } from '../calendar/index.js';
import { loadCards } from '../cards/index.js';
import type { Config } from '../config.js';
import {
  loadChecklist,
  loadExitWords,
  loadFunctions,
  loadKnowledge,
  loadPlanWords,
  loadSensitiveWords,
  loadSurvey,
  loadTalk,
} from '../knowledge/index.js';
import { once } from '../once.js';

export type Materials = ReturnType<typeof openMaterials>;

/** What the bot is made of beside code, `cards/` and `knowledge/`: each part is read when it is first asked for, and once. */
export function openMaterials({ cardsDir, knowledgeDir }: Pick<Config, 'cardsDir' | 'knowledgeDir'>, clock: Clock) {
  return {
    cards: once(() => loadCards(cardsDir)),
    knowledge: once(() => loadKnowledge(knowledgeDir, clock())),
    sensitiveWords: once(() => loadSensitiveWords(knowledgeDir)),
    planWords: once(() => loadPlanWords(knowledgeDir)),
    exitWords: once(() => loadExitWords(knowledgeDir)),
    checklist: once(() => loadChecklist(knowledgeDir)),
    functions: once(() => loadFunctions(knowledgeDir)),
    talk: once(() => loadTalk(knowledgeDir)),
    survey: once(() => loadSurvey(knowledgeDir)),
  };
}
