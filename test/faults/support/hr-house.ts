import type { Reply, Turn } from '../../../src/actions/index.js';
import { makeAnswering } from '../../../src/composition/answering.js';
import { makeFeatures } from '../../../src/composition/features.js';
import { makeSending } from '../../../src/composition/sending.js';
import { createFiles, createMayTake } from '../../../src/files/index.js';
import type { JobHandler } from '../../../src/jobs/index.js';
import { createDirectory, type Person } from '../../../src/people/index.js';
import { openAudit, openKeptFiles, type Storage } from '../../../src/storage/index.js';
import { createLogLines } from '../../bot/support/log-lines.js';
import { testConfig } from '../../bot/support/stage.js';
import { layFoundation } from '../../support/start.js';
import { type Death, mortalStorage } from './mortal-storage.js';

type Foundation = Awaited<ReturnType<typeof layFoundation>>;

/** One process of the whole bot, as far as presses go: nothing is sent and no job runs unless the test says so. */
export interface House {
  readonly storage: Storage;
  readonly sending: ReturnType<typeof makeSending>;
  /** A press, as the edge hands it on; throws what the action throws. */
  press(person: Person, verb: string, data: object, about?: Partial<Turn>): Promise<Reply>;
  /** A file in the own chat. */
  drop(person: Person, name: string, bytes: Uint8Array): Promise<Reply>;
  /** What another process does when it starts, and the jobs of the organisation that are due then. */
  takeOver(organisation: string): Promise<void>;
  isDead(): boolean;
}

/** Opens processes: what does not change from one to the next is read once for all. */
export async function createStreet() {
  const log = createLogLines().log;
  const ground = await layFoundation(testConfig(), log);
  const answering = makeAnswering(ground);

  return function open(kept: Storage, clock: () => Date, people: readonly Person[], death?: Death): House {
    const life = mortalStorage(kept, death);
    const { storage } = life;
    const directory = createDirectory(people) as unknown as Foundation['directory'];
    const files = createFiles({
      ...{ store: openKeptFiles(storage), audit: openAudit(storage), log },
      mayTake: createMayTake(directory),
    });
    const foundation: Foundation = { ...ground, storage, clock, directory, files };
    const handlers: Record<string, JobHandler> = {};
    const sending = makeSending(foundation, { composers: {}, handlers, onProgress: () => undefined });
    const features = makeFeatures(foundation, sending, answering);
    Object.assign(handlers, sending.jobHandlers, features.jobs);
    const turnOf = (person: Person, about: Partial<Turn> = {}): Turn => ({
      ...{ asker: { kind: 'person', id: person.id, person }, locale: 'sv', now: clock(), context: {} },
      ...{ conversation: 'personal', ...about },
    });
    return {
      storage,
      sending,
      isDead: () => life.isDead(),
      async press(person, verb, data, about) {
        const action = features.registry.findAction(verb)!;
        return action.handle(action.schema.parse(data), turnOf(person, about));
      },
      drop: async (person, name, bytes) => features.registry.findIntake(name)!.handle({ name, bytes }, turnOf(person)),
      async takeOver(organisation) {
        await features.catchUp(clock());
        for await (const job of sending.jobs.list(organisation))
          if (job.state === 'waiting' && job.dueAt <= clock())
            await handlers[job.kind]!(job, clock(), new AbortController().signal);
      },
    };
  };
}
