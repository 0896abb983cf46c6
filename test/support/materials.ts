import { systemClock } from '../../src/calendar/index.js';
import { type Materials, openMaterials } from '../../src/composition/materials.js';
import type { Config } from '../../src/config.js';

const read = new Map<string, Materials>();

/** The materials of these folders, read once for all bots of this process. */
export function sharedMaterials({ cardsDir, knowledgeDir }: Pick<Config, 'cardsDir' | 'knowledgeDir'>): Materials {
  const name = `${cardsDir}|${knowledgeDir}`;
  const materials = read.get(name) ?? openMaterials({ cardsDir, knowledgeDir }, systemClock);
  read.set(name, materials);
  return materials;
}
