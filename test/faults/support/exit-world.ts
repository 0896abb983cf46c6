import type { Turn } from '../../../src/actions/index.js';
import type { ExitCase } from '../../../src/exit/index.js';
import type { Job } from '../../../src/jobs/index.js';
import type { Person } from '../../../src/people/index.js';
import { liveCardsTable, openExitCases, type Storage } from '../../../src/storage/index.js';
import { INGRID, KARIN, SARA } from '../../bot/support/people.js';
import { YASMIN } from '../../exit/support/store-case.js';
import { type Desk, LENA } from '../../exit/support/desk.js';

/** A leaver, the manager, that one's manager, HR, and a colleague who receives: of one board, which is a trial's own. */
export interface Staff {
  readonly lena: Person;
  readonly karin: Person;
  readonly ingrid: Person;
  readonly yasmin: Person;
  readonly sara: Person;
}

export function staffOf(organisation: string): Staff {
  const of = (person: Person): Person => ({ ...person, organisation });
  return { lena: of(LENA), karin: of(KARIN), ingrid: of(INGRID), yasmin: of(YASMIN), sara: of(SARA) };
}

/** A press, as the edge hands it on; throws what the action throws. */
export async function press(
  { desk, now }: { readonly desk: Desk; readonly now: Date },
  person: Person,
  verb: string,
  data: object,
): Promise<unknown> {
  const action = desk.exit.feature.actions.find((one) => one.verb === verb)!;
  const asker = { kind: 'person', id: person.id, person } as const;
  const turn: Turn = { asker, locale: 'sv', now, conversation: 'personal', context: {} };
  return action.handle(action.schema.parse(data), turn);
}

/** Carries a job out, as the scheduler does; throws what the job throws. */
export async function runJob(desk: Desk, organisation: string, kind: string, about: { dueAt: Date; data?: object }) {
  const job = { organisation, id: kind, kind, ...about } as unknown as Job;
  await desk.exit.jobs[kind]!(job, about.dueAt, new AbortController().signal);
}

/** All that people can see of a board's exits: the cases, who was sent which card, which job comes when. */
export async function seenOf(desk: Desk, storage: Storage, organisation: string) {
  const cases: unknown[] = [];
  const ids: string[] = [];
  for await (const exitCase of openExitCases(storage).list(organisation)) {
    ids.push(exitCase.id);
    cases.push(plainCase(exitCase));
  }
  const tracked = new Set<string>();
  for await (const { row } of storage.table(liveCardsTable).list({ partitionPrefix: [organisation] }))
    tracked.add(row.broadcast);
  const sent: string[] = [];
  for await (const one of desk.sending.engine.broadcasts.list(organisation)) {
    const persons = 'persons' in one.audience ? one.audience.persons.toSorted().join() : '';
    const is = [one.recalledAt ? 'recalled' : '', tracked.has(one.id) ? 'kept true' : ''].filter(Boolean).join(' ');
    sent.push(`${one.kind} to ${persons} ${is}`);
  }
  const jobs: string[] = [];
  for await (const { kind, dueAt, state } of desk.sending.jobs.list(organisation))
    jobs.push(`${kind} ${dueAt.toISOString()} ${state}`);
  return { cases, sent: sent.toSorted(), jobs: jobs.toSorted() };
}

/** Without what differs from trial to trial. */
function plainCase({ id: _id, organisation: _organisation, ...rest }: ExitCase): unknown {
  return JSON.parse(JSON.stringify(rest)) as unknown;
}

/** How often the cards of a board were made anew. */
export async function editions(desk: Desk, organisation: string): Promise<number> {
  let all = 0;
  for await (const { edition } of desk.sending.engine.broadcasts.list(organisation)) all += edition;
  return all;
}
