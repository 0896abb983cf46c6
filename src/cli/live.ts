import { exitGround } from '../composition/exit-ground.js';
import { openMaterials } from '../composition/materials.js';
import { createAsk, createPassageIndexer, type Question, withSources } from '../ask/index.js';
import { systemClock } from '../calendar/index.js';
import { createExitAnswers } from '../exit/index.js';
import { createLivePassages } from '../passages/index.js';
import { createLiveDirectory, type PeopleDirectory } from '../people/index.js';
import { createPlanAnswers } from '../plan/index.js';
import { openExitCases, openPassages, openPeople, openPlans, openRounds } from '../storage/index.js';
import { openConfiguredStorage } from './configured-storage.js';
import type { Engine } from './converse.js';
import { chooseOrganisation } from './organisation.js';

/** The engine over knowledge/ and what storage holds, as the bot has it at this moment. */
export interface LiveEngine extends Engine {
  readonly directory: PeopleDirectory;
  /** Whose documents are searched when nobody in particular asks: the named organisation, or the only one there is. */
  askerOf(organisation: string | undefined): Promise<NonNullable<Question['asker']>>;
}

/** Reads storage once. Throws what storage throws, and when the organisation cannot be told. */
export async function openLiveEngine(env: NodeJS.ProcessEnv = process.env): Promise<LiveEngine> {
  const storage = await openConfiguredStorage(env);
  const people = openPeople(storage);
  const directory = createLiveDirectory({ store: people, clock: systemClock });
  const dirs = { knowledgeDir: env['KNOWLEDGE_DIR'] || 'knowledge', cardsDir: env['CARDS_DIR'] || 'cards' };
  const materials = openMaterials(dirs, systemClock);
  const knowledge = materials.knowledge();
  const passages = createLivePassages({ store: openPassages(storage), index: createPassageIndexer(knowledge) });
  await Promise.all([directory.refresh(), passages.refresh()]);
  const plan = createPlanAnswers({
    words: materials.planWords(),
    knowledge,
    directory,
    rounds: openRounds(storage),
    plans: openPlans(storage),
  });
  const exit = createExitAnswers({
    words: materials.exitWords(),
    knowledge,
    directory,
    cases: openExitCases(storage),
    ...exitGround(materials, directory),
  });
  return {
    ask: withSources(createAsk(knowledge, passages), [exit, plan]),
    cards: materials.cards(),
    directory,
    async askerOf(wanted) {
      const chosen = await chooseOrganisation(wanted, people);
      if (chosen.kind === 'unclear') throw new Error(chosen.message);
      return { organisation: chosen.name, department: '' };
    },
  };
}
