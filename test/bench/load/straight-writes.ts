import { randomUUID } from 'node:crypto';
import type { Person } from '../../../src/people/index.js';
import type { Round } from '../../../src/plan/index.js';
import { conversationsTable, openAudit, openRounds, type Storage } from '../../../src/storage/index.js';
import { type Spread, spreadOf } from '../percentile.js';
import { ORGANISATION } from '../support/staff.js';
import { atPace } from './at-pace.js';

/**
 * What the turns of the load write, without a bot: for a question the conversation, for an answer the transaction of the item with its
 * unit's digest and the line of the audit; at the same pace, from this process.
 */
export async function straightWrites(
  storage: Storage,
  {
    people,
    round,
    seconds,
    every,
  }: { readonly people: readonly Person[]; readonly round: Round; readonly seconds: number; readonly every: number },
): Promise<Spread & { readonly writes: number }> {
  const [audit, rounds, conversations] = [openAudit(storage), openRounds(storage), storage.table(conversationsTable)];
  const times: number[] = [];
  const timed = async (write: () => Promise<unknown>) => {
    const start = performance.now();
    await write();
    times.push(performance.now() - start);
  };

  async function asQuestion({ id }: Person): Promise<void> {
    const context = { ask: { measure: 'sjukfrånvaro', population: 'förskola', period: '2025' } };
    const row = {
      organisation: ORGANISATION,
      key: `straight:${id}`,
      personId: id,
      reference: 'x'.repeat(600),
      context,
      contextAt: new Date(),
    };
    await timed(() => conversations.upsert(row));
  }

  async function asAnswer({ id, department, unit }: Person): Promise<void> {
    const key = `${round.plans[0]}/1`;
    const stored = (await rounds.findItem({ organisation: ORGANISATION, round: round.id, department, unit }, key))!;
    const version = (stored.item.response?.version ?? 0) + 1;
    const response = {
      version,
      status: 'pågår',
      reason: '',
      comment: `Rakt in ${randomUUID()}`,
      resources: '',
    } as const;
    const item = { ...stored.item, response: { ...response, by: id, function: 'Enhetschef', at: new Date() } };
    await timed(() => rounds.save(item, stored.version));
    const line = { organisation: ORGANISATION, personId: id, permission: 'plan.respond', action: 'plan.respond.save' };
    await timed(() => audit.append({ ...line, at: new Date(), outcome: 'done' }));
  }

  await atPace({ people: people.length, seconds, every }, (at, n) => {
    const isQuestion = (Math.floor(n / people.length) + at) % 2 === 0;
    return isQuestion ? asQuestion(people[at]!) : asAnswer(people[at]!);
  });
  return { writes: times.length, ...spreadOf(times) };
}
