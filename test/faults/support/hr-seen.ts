import { ANNOUNCEMENT, type Broadcast } from '../../../src/broadcast/index.js';
import {
  liveCardsTable,
  openBroadcasts,
  openLearning,
  openPlans,
  openPublished,
  openQuestions,
  openRounds,
} from '../../../src/storage/index.js';
import { INGRID } from '../../bot/support/people.js';
import type { House } from './hr-house.js';

const { organisation } = INGRID;

/** All that people can see of what HR did: what is stored of the subject itself, and who is told of it when. */
export async function seenOf({ storage, sending }: House) {
  const rounds = openRounds(storage);
  const plans = openPlans(storage);
  const published = openPublished(storage);
  const stored = {
    rounds: await all(rounds.list(organisation), async (round) => ({
      // Who is told of it stands below.
      round: { ...round, broadcast: undefined },
      items: await all(rounds.items(organisation, round.id)),
    })),
    plans: await all(plans.list(organisation), async (one) => [one.plan, await all(plans.activities(one))]),
    questions: await all(openQuestions(storage).list({ from: '2026-01-01', to: '2026-12-31' })),
    published: await all(published.list(organisation), async (one) => [
      one,
      // The one before is written first: until the new one is there it is no earlier one.
      (await all(published.earlier(organisation, one.id))).filter(({ version }) => version < one.version),
    ]),
    learning: await openLearning(storage).read(organisation),
    announcements: (await all(sending.engine.broadcasts.list(organisation)))
      .filter(({ kind }) => kind === ANNOUNCEMENT)
      .map(({ content, status, recalledAt, passes }) => ({ content, status, recalledAt, passes })),
  };
  const tracked = new Set(await all(storage.table(liveCardsTable).list(), ({ row }) => row.broadcast));
  const active = new Set((await openBroadcasts(storage).active()).map(({ id }) => id));
  const told = async (one: Broadcast) => ({
    ...{ kind: one.kind, title: one.title, audience: one.audience, content: one.content, status: one.status },
    ...{
      at: one.createdAt,
      sendAt: one.sendAt,
      deadline: one.deadline,
      isQuiet: one.isQuiet,
      recalled: one.recalledAt,
    },
    ...{ passes: one.passes, isKeptTrue: tracked.has(one.id), isWorkedOn: active.has(one.id) },
    reminded: await all(sending.engine.ledger.list(organisation, one.id), ({ row }) => row.remindedAt ?? ''),
  });
  const sent = await all(sending.engine.broadcasts.list(organisation), told);
  const jobs = await all(sending.jobs.list(organisation), ({ kind, dueAt }) => `${kind} ${dueAt.toISOString()}`);
  return plain({ stored, sent: sorted(sent), jobs: jobs.sort() });
}

/** How often the cards were made anew. */
export async function editions({ sending }: House): Promise<number> {
  const found = await all(sending.engine.broadcasts.list(organisation), ({ edition }) => edition);
  return found.reduce((sum, one) => sum + one, 0);
}

export async function all<Row, Seen = Row>(
  rows: AsyncIterable<Row>,
  see: (row: Row) => Seen | Promise<Seen> = (row) => row as unknown as Seen,
): Promise<Seen[]> {
  const found: Seen[] = [];
  for await (const row of rows) found.push(await see(row));
  return found;
}

function sorted<One extends object>(list: readonly One[]): One[] {
  return list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** As JSON has it: a date is a text, what is undefined is not there. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
