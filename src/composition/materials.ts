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

export type Materials = ReturnType<typeof readMaterials>;

type Folders = Pick<Config, 'cardsDir' | 'knowledgeDir'>;

const opened = new Map<string, Materials>();

/**
 * What the bot is made of beside code, `cards/` and `knowledge/`: each part is read when it is first asked for, and once for all who
 * open the same folders in this process. A new start reads what changed.
 */
export function openMaterials({ cardsDir, knowledgeDir }: Folders, clock: Clock): Materials {
  const name = `${cardsDir}\n${knowledgeDir}`;
  const found = opened.get(name) ?? readMaterials({ cardsDir, knowledgeDir }, clock);
  opened.set(name, found);
  return found;
}

function readMaterials({ cardsDir, knowledgeDir }: Folders, clock: Clock) {
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
