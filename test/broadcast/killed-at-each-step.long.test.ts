import { createHash } from 'node:crypto';
import { expect, inject, it, vi } from 'vitest';
import { addsUp, type Delivery, type Times } from '../../src/broadcast/index.js';
import { openStorage } from '../../src/storage/index.js';
import { chatOf, colleague, ORGANISATION, over, useField, wanted } from './support/field.js';
import { belongsTo, createMortal, isDead, type Step } from './support/mortal.js';

const field = useField();
const RECIPIENTS = 3;
/** How many of the calls of a name are died at. */
const DEATHS = 2;
const AT_ONCE = 8;
const SLOW_MS = 240_000;
/** What a dead process held is free soon, but not so soon that a slow machine passes for a death. */
const MORTAL: Times = {
  claim: 8000,
  hide: 9000,
  sweep: 10_000,
  lease: 2000,
  look: 500,
  refresh: 5000,
  fresh: 1000,
  gap: 1000,
};

interface Death {
  readonly step: Step;
  readonly when: 'before' | 'after';
}

/** Two processes over storage of their own: the first dies, the second takes over. Without a death the first does it all. */
async function run(death: Death | undefined, number: number) {
  const name = death ? `${death.when} ${death.step.name} ${death.step.n}` : 'alive';
  const prefix = `k${createHash('sha256')
    .update(`${inject('run')}${name}`)
    .digest('hex')
    .slice(0, 12)}`;
  const storage = openStorage({ kind: 'connection-string', connectionString: inject('azurite') }, prefix);
  await storage.prepare();
  const organisation = `${ORGANISATION} ${number}`;
  const people = Array.from({ length: RECIPIENTS }, (_, n) => colleague(number * 10 + n, { organisation }));
  for (const person of people) await field.hire(person, { storage });
  // Created by a process that lives: what dies is the one that sends.
  const creator = field.engine({ storage, times: MORTAL });
  await creator.stop();
  const { broadcast } = await creator.broadcasts.create(wanted(name, { organisation }));
  const mortal = createMortal(death?.step, death?.when);
  const first = field.engine({ storage, times: MORTAL, edge: mortal.edge });
  belongsTo(first, mortal);
  // A call that one run makes twice another may make once (a lease renewed on a slow machine): then nothing dies.
  const end = over(creator, broadcast, SLOW_MS);
  await (death ? Promise.race([end, vi.waitUntil(() => isDead(first), { timeout: SLOW_MS })]) : end);
  const died = isDead(first);
  const second = died ? field.engine({ storage, times: MORTAL }) : first;
  await over(second, broadcast, SLOW_MS);
  await second.stop();
  const rows: Delivery[] = [];
  for await (const { row } of second.ledger.list(organisation, broadcast.id)) rows.push(row);
  const counts = await second.broadcasts.counts(organisation, broadcast.id);
  const got = people.map((person) => field.connector.sent(chatOf(person)).length);
  return { name, died, rows, counts, got, calls: mortal.calls };
}

it('a worker that is stopped at any step loses nobody, and repeats only what was in flight', async () => {
  const alive = await run(undefined, 1);
  expect(alive.got).toEqual([1, 1, 1]);
  const deaths = [...alive.calls].flatMap(([name, calls]) =>
    Array.from({ length: Math.min(calls, DEATHS) }, (_, index) => ({ name, n: index + 1 })),
  );
  const all = deaths.flatMap((step): Death[] => [
    { step, when: 'before' },
    { step, when: 'after' },
  ]);
  // Every store, the queue, the slots and Teams itself: `post`, `write`, `take`, `put`, `done`, `read`, `update`, …
  expect(deaths.length).toBeGreaterThan(20);
  const results: Awaited<ReturnType<typeof run>>[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    results.push(...(await Promise.all(some.map((death, index) => run(death, from + index + 2)))));
  }
  for (const { name, rows, counts, got } of results) {
    expect(
      rows.map(({ state }) => state),
      name,
    ).toEqual(['delivered', 'delivered', 'delivered']);
    expect(
      got.every((times) => times === 1 || times === 2),
      `${name}: ${got.join()}`,
    ).toBe(true);
    expect(addsUp(counts), name).toBe(true);
    expect(counts, name).toMatchObject({ recipients: RECIPIENTS, delivered: RECIPIENTS });
    // Whoever got it twice is told of as a possible duplicate.
    expect(got.filter((times) => times > 1).length, name).toBeLessThanOrEqual(counts.possibleDuplicates ?? 0);
  }
  expect(results.filter(({ died }) => died).length).toBeGreaterThan(0.9 * all.length);
  // One did die with a message delivered and not written down; else the test would show nothing.
  expect(results.find(({ name }) => name === 'after post 1')?.got).toContain(2);
}, 900_000);
