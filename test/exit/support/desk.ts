import { randomUUID } from 'node:crypto';
import { makeAnswering } from '../../../src/composition/answering.js';
import { makeExitFeature } from '../../../src/composition/exit.js';
import { makeSending } from '../../../src/composition/sending.js';
import type { Broadcast } from '../../../src/broadcast/index.js';
import type { ExitCase } from '../../../src/exit/index.js';
import type { JobHandler } from '../../../src/jobs/index.js';
import { createDirectory, type Person } from '../../../src/people/index.js';
import type { Storage } from '../../../src/storage/index.js';
import { createLogLines } from '../../bot/support/log-lines.js';
import { KARIN, ORGANISATION } from '../../bot/support/people.js';
import { testConfig } from '../../bot/support/stage.js';
import { someCase } from '../case/some-case.js';
import { layFoundation } from '../../support/start.js';

/** The leaver of the invented cases, whose manager Karin is. */
export const LENA: Person = {
  ...KARIN,
  id: 'a0000000-0000-4000-8000-000000000021',
  name: 'Lena Brandt',
  email: 'lena@ubara.example',
  function: 'Förskollärare',
  managerId: KARIN.id,
  roles: ['medarbetare'],
};

/** One process of the bot as far as exits go, with a clock of the test's own; nothing runs unless it is told to. */
export interface Desk {
  readonly exit: ReturnType<typeof makeExitFeature>;
  readonly sending: ReturnType<typeof makeSending>;
  /** Stores a case as it stands when it has been sent to the employee. */
  open(changes?: Partial<ExitCase>): Promise<ExitCase>;
  /** The sendings of a kind, oldest first. */
  sent(kind: string, organisation?: string): Promise<readonly Broadcast[]>;
  /** To whom the sendings of a kind went, one entry a person and sending. */
  recipients(kind: string, organisation?: string): Promise<readonly string[]>;
}

type Foundation = Awaited<ReturnType<typeof layFoundation>>;
/** Templates, words and tables take longer to make ready than all that a test does with them. */
const laid = new WeakMap<Storage, Promise<Foundation>>();

/** The composed parts over this storage; a second one over the same storage is another process, or the same after a crash. */
export async function openDesk(storage: Storage, clock: () => Date, people: readonly Person[]): Promise<Desk> {
  const ground = laid.get(storage) ?? layFoundation(testConfig(), createLogLines().log, storage);
  laid.set(storage, ground);
  const foundation = { ...(await ground), clock, directory: createDirectory(people) } as unknown as Foundation;
  const handlers: Record<string, JobHandler> = {};
  const sending = makeSending(foundation, { composers: {}, handlers, onProgress: () => undefined });
  const exit = makeExitFeature(foundation, sending, makeAnswering(foundation));
  Object.assign(handlers, exit.jobs);

  const sent = async (kind: string, organisation = ORGANISATION) => {
    const found: Broadcast[] = [];
    for await (const one of sending.engine.broadcasts.list(organisation)) if (one.kind === kind) found.unshift(one);
    return found;
  };
  return {
    exit,
    sending,
    async open(changes = {}) {
      const { id: _id, ...rest } = someCase({
        employee: LENA.id,
        manager: KARIN.id,
        startedBy: KARIN.id,
        organisation: ORGANISATION,
        ...changes,
      });
      return (await sending.cases.create({ ...rest, name: randomUUID() })).exitCase;
    },
    sent,
    async recipients(kind, organisation) {
      const found = await sent(kind, organisation);
      return found.flatMap(({ audience }) => ('persons' in audience ? audience.persons : []));
    },
  };
}
