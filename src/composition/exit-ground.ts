import { createHoldersOf } from '../exit/index.js';
import { loadChecklist } from '../knowledge/index.js';
import { once } from '../once.js';
import type { Foundation } from './foundation.js';

/** What exit cases are read by, in chat and in jobs: the checklist, read when it is first needed, and who holds which function. */
export function exitGround({ config, directory }: Pick<Foundation, 'config' | 'directory'>) {
  return { checklist: once(() => loadChecklist(config.knowledgeDir)), holdersOf: createHoldersOf(directory) };
}
