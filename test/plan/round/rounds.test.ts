import { beforeEach, describe, expect, it } from 'vitest';
import { type Broadcasts, createBroadcasts } from '../../../src/broadcast/index.js';
import { createJobs } from '../../../src/jobs/index.js';
import { createDirectory } from '../../../src/people/index.js';
import {
  comparePlan,
  createRounds,
  ROUND,
  START_JOB,
  type Round,
  type Rounds,
  type RoundStore,
  type Said,
} from '../../../src/plan/index.js';
import {
  openBroadcasts,
  openJobs,
  openLiveCards,
  openPlans,
  openRounds,
  type Storage,
} from '../../../src/storage/index.js';
import { breakable } from '../../bot/support/breakable-storage.js';
import { testStorage } from '../../support/test-storage.js';
import { ORGANISATION, someRound } from './some-items.js';
import { someColleague } from './some-plan.js';

const at = new Date('2026-04-22T10:00:00Z');
const [solen, manen] = [someColleague(1), someColleague(2, { unit: 'Månen' })];
const colleague = someColleague(3, { function: 'Biträdande rektor' });
const stranger = someColleague(4, { organisation: 'Norrmalm' });
const directory = createDirectory([solen, manen, colleague, stranger]);

let storage: Storage;
let store: RoundStore;
let rounds: Rounds;
let answered: string[];
let round: Round;

function serviceOver(over: Storage): Rounds {
  const clock = () => at;
  const noLedger = { find: () => Promise.resolve(undefined) } as never;
  const broadcasts: Broadcasts = createBroadcasts({
    store: openBroadcasts(over),
    ledger: noLedger,
    wake: () => undefined,
  });
  return createRounds({
    store: openRounds(over),
    plans: openPlans(over),
    directory,
    broadcasts: {
      ...broadcasts,
      answered: async (...about) => void answered.push(about[2]),
    },
    sendings: openLiveCards(over),
    jobs: createJobs({ store: openJobs(over), clock }),
    log: { warn: () => undefined },
  });
}

beforeEach(async () => {
  storage = await testStorage();
  store = openRounds(storage);
  rounds = serviceOver(storage);
  answered = [];
  const drafts = [1, 2].map((n) => ({
    phase: 'utveckla' as const,
    area: '',
    goal: 'Fler kan mer',
    activity: `Aktivitet ${n}`,
    due: { kind: 'none' as const },
    responsible: ['Rektorer'],
    resources: '',
    followUp: { at: [], comment: '' },
    place: { table: 'a', row: n, part: 1 },
  }));
  const head = {
    organisation: ORGANISATION,
    id: '2026-forskola',
    title: 'Plan',
    department: 'Förskola',
    year: 2026,
    file: 'a',
  };
  await openPlans(storage).put(comparePlan({ head, drafts, before: undefined, now: at }).result, undefined);
  const createdAt = new Date('2026-04-20T08:00:00Z');
  round = someRound({ id: store.idFor(createdAt, 'form-1'), createdAt });
});

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
const stored = async () => (await store.find(ORGANISATION, round.id))!.round;
const sent = () => all(openBroadcasts(storage).list(ORGANISATION));
const unit = (name = 'Solen') => ({ organisation: ORGANISATION, round: round.id, department: 'Förskola', unit: name });
const ref = (n = 1, name = 'Solen') => ({ ...unit(name), key: `2026-forskola/${n}` });
const said = (more: Partial<Said> = {}): Said => ({ status: 'pågår', reason: '', comment: '', resources: '', ...more });
const respond = (n = 1, more: Partial<Said> = {}, about: { by?: string; seen?: number; when?: Date } = {}) =>
  rounds.respond({
    item: ref(n),
    seen: about.seen ?? 0,
    said: said(more),
    by: about.by ?? solen.id,
    at: about.when ?? at,
  });
async function begin(): Promise<void> {
  await rounds.start(round);
  await rounds.prepare(ORGANISATION, round.id);
}

describe('a round', () => {
  it('is stored as preparing with its job, then written and sent once, however often it is done', async () => {
    expect(await rounds.start(round)).toBe('started');
    expect(await stored()).toMatchObject({ state: 'preparing', items: 0 });
    expect(await rounds.start(round)).toBe('already');
    const jobs = await all(createJobs({ store: openJobs(storage), clock: () => at }).list(ORGANISATION));
    expect(jobs.map(({ kind, data }) => [kind, data])).toEqual([['plan.start', { round: round.id }]]);
    await rounds.prepare(ORGANISATION, round.id);
    const [broadcast] = await sent();
    expect(await stored()).toMatchObject({ state: 'open', items: 4, broadcast: broadcast!.id });
    expect(broadcast).toMatchObject({
      kind: ROUND,
      audience: { persons: [solen.id, manen.id] },
      deadline: round.deadline,
    });
    await rounds.prepare(ORGANISATION, round.id);
    expect(await sent()).toHaveLength(1);
  });

  it('whose process died before it asked for the job is gone on with at the next start, and no other', async () => {
    await store.create({ ...round, state: 'preparing' });
    await rounds.catchUp();
    await rounds.catchUp();
    const jobs = createJobs({ store: openJobs(storage), clock: () => at });
    expect((await all(jobs.list(ORGANISATION))).map(({ kind, data }) => [kind, data])).toEqual([
      [START_JOB, { round: round.id }],
    ]);
    const other = someRound({ id: store.idFor(at, 'form-2'), state: 'open' });
    await store.create(other);
    await rounds.catchUp();
    expect(await all(jobs.list(ORGANISATION))).toHaveLength(1);
  });

  it('loses nothing when storage fails at any write of its preparation', async () => {
    let failed = 0;
    for (let nth = 1; nth < 30; nth++) {
      const broken = breakable(storage);
      let writes = 0;
      broken.fails = (_table, call) => !['find', 'list'].includes(call) && ++writes === nth;
      const service = serviceOver(broken);
      const one = { ...round, id: store.idFor(round.createdAt, `form-${nth}`) };
      try {
        await service.start(one);
        await service.prepare(ORGANISATION, one.id);
        break;
      } catch {
        failed += 1;
      }
      // Another process does the same again.
      await rounds.start(one);
      await rounds.prepare(ORGANISATION, one.id);
      const kept = (await store.find(ORGANISATION, one.id))!.round;
      expect(kept).toMatchObject({ state: 'open', items: 4, broadcast: expect.any(String) as string });
      expect(await all(store.items(ORGANISATION, one.id))).toHaveLength(4);
      const own = (await sent()).filter(({ content }) => content.subject === one.id);
      expect(own.map(({ id }) => id)).toEqual([kept.broadcast]);
      expect(
        await all(openLiveCards(storage).list({ organisation: ORGANISATION, kind: ROUND, id: one.id })),
      ).toHaveLength(1);
    }
    expect(failed).toBeGreaterThan(8);
  }, 60_000);

  it('sends no reminders when HR wants none, and is refused when nobody would be asked', async () => {
    round = { ...round, reminds: false };
    await begin();
    expect((await sent())[0]!.deadline).toBeUndefined();
    const nobody = { ...round, id: 'r9', departments: ['Äldreomsorg'] };
    await expect(rounds.start(nobody)).rejects.toMatchObject({ code: 'round_refused' });
    expect(await store.find(ORGANISATION, 'r9')).toBeUndefined();
  });

  it('takes over the answers of the round before', async () => {
    await begin();
    await respond(1, { comment: 'Vi har börjat', newDue: '2026-09-01' });
    const next = { ...round, id: store.idFor(at, 'form-2'), createdAt: at, title: 'T2 2026' };
    const plan = await rounds.plan(next);
    const item = plan.items.find(({ key, unit: name }) => key === ref().key && name === 'Solen')!;
    expect(item.moves).toBe(1);
    expect(item.previous).toMatchObject({ title: 'T1 2026', response: { comment: 'Vi har börjat', by: solen.id } });
  });
});

describe('an answer to a round', () => {
  beforeEach(begin);

  it('is saved once, however often and by how many hands it is sent', async () => {
    const all3 = await Promise.all([respond(), respond(), respond()]);
    expect(all3.map(({ kind }) => kind).sort()).toEqual(['already', 'already', 'saved']);
    expect(await store.history(unit(), ref().key)).toHaveLength(1);
  });

  it('of two people at once is a conflict for the second, who then decides', async () => {
    const two = await Promise.all([respond(1, { comment: 'ett' }), respond(1, { comment: 'två' })]);
    expect(two.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
    expect(await respond(1, { comment: 'tre' }, { seen: 1 })).toMatchObject({
      kind: 'saved',
      item: { response: { version: 2 } },
    });
  });

  it("after the deadline is taken and told; in a closed round it is not, nor somebody else's", async () => {
    const late = new Date('2026-05-20T08:00:00Z');
    expect(await respond(1, {}, { when: late })).toMatchObject({ kind: 'saved', isLate: true });
    expect((await respond(1, {}, { by: manen.id })).kind).toBe('not-yours');
    await rounds.close(ORGANISATION, round.id, 'hr', at);
    expect(await stored()).toMatchObject({ state: 'closed', closedAt: at });
    expect((await sent())[0]).toMatchObject({ isQuiet: true, edition: 1 });
    expect((await respond(2)).kind).toBe('closed');
    await rounds.reopen(ORGANISATION, round.id);
    expect((await sent())[0]).toMatchObject({ isQuiet: false, edition: 2 });
    expect((await respond(2)).kind).toBe('saved');
    expect(
      (await rounds.respond({ item: { ...ref(), key: 'none' }, seen: 0, said: said(), by: solen.id, at })).kind,
    ).toBe('unknown');
  });

  it('to all that is asked of a person ends the reminders, also of whoever may answer the same', async () => {
    await rounds.delegate(ref(1), colleague.id, solen.id, at);
    await respond(1);
    // The deputy has one item, which is answered; the manager another one still.
    expect([...new Set(answered)]).toEqual([colleague.id]);
    await respond(2);
    expect([...new Set(answered)].sort()).toEqual([solen.id, colleague.id].sort());
  });

  it('may be handed to a deputy of the organisation, who gets one card and whose name the history has', async () => {
    expect(await rounds.delegate(ref(1), stranger.id, solen.id, at)).toBe('no-such-person');
    expect(await rounds.delegate(ref(1), colleague.id, manen.id, at)).toBe('not-yours');
    expect(await rounds.delegate(ref(1), colleague.id, solen.id, at)).toBe('delegated');
    expect(await rounds.delegate(ref(1), colleague.id, solen.id, at)).toBe('already');
    expect(await rounds.delegate(ref(2), colleague.id, solen.id, at)).toBe('delegated');
    expect(await rounds.delegate(ref(2), colleague.id, colleague.id, at)).toBe('not-yours');
    const cards = (await sent()).filter(({ audience }) => JSON.stringify(audience).includes(colleague.id));
    expect(cards).toHaveLength(1);
    expect(await respond(1, { comment: 'Från mig' }, { by: colleague.id })).toMatchObject({ kind: 'saved' });
    expect(await store.history(unit(), ref().key)).toMatchObject([{ by: colleague.id, function: 'Biträdande rektor' }]);
    expect((await rounds.itemsOf(ORGANISATION, round.id, colleague.id)).map(({ key }) => key)).toEqual([
      ref(1).key,
      ref(2).key,
    ]);
  });

  it('that HR opens anew is silent, asked again by a card, and counts on', async () => {
    expect(await rounds.reopenItem(unit(), ref().key, 'hr', at)).toBe('silent');
    await respond(1, { comment: 'ett' });
    expect(await rounds.reopenItem(unit(), ref().key, 'hr', at)).toBe('reopened');
    expect(await rounds.reopenItem(unit(), ref().key, 'hr', at)).toBe('already');
    expect(await sent()).toHaveLength(2);
    expect(await respond(1, { comment: 'ett' }, { seen: 1 })).toMatchObject({
      kind: 'saved',
      item: { response: { version: 2 } },
    });
    expect((await store.history(unit(), ref().key)).map(({ version }) => version)).toEqual([1, 2]);
    await rounds.close(ORGANISATION, round.id, 'hr', at);
    expect(await rounds.reopenItem(unit(), ref().key, 'hr', at)).toBe('closed');
  });
});
