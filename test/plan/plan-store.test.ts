import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  comparePlan,
  type DraftActivity,
  type PlanActivity,
  type PlanStore,
  type StoredPlan,
} from '../../src/plan/index.js';
import { openPlans, openStorage, planActivitiesTable, type Storage } from '../../src/storage/index.js';
import { type Account, emptyAccount } from '../support/own-account.js';

let azurite: Account;
let opened = 0;
let storage: Storage;
let store: PlanStore;

beforeAll(async () => void (azurite = await emptyAccount()), 60_000);
afterAll(() => azurite.stop());
beforeEach(async () => {
  storage = openStorage({ kind: 'connection-string', connectionString: azurite.connectionString }, `p${++opened}`);
  await storage.prepare();
  store = openPlans(storage);
});

const draft = (at: number): DraftActivity => ({
  phase: 'behålla',
  area: '',
  goal: 'Färre slutar',
  activity: `Aktivitet nummer ${at}`,
  due: { kind: 'ongoing', from: '2020-01-01', as: 'från 2020' },
  responsible: ['Enhetschefer', 'HR-konsult'],
  resources: '20 tim',
  followUp: { at: ['T1', 'VB'], comment: 'i ledningsgruppen' },
  place: { table: 'Behålla', row: at + 1, part: 1 },
});

function newPlan(count: number, about: { organisation?: string; id?: string; year?: number; now?: Date } = {}) {
  const { organisation = 'Älvsjö', id = '2020-forskola', year = 2020, now = new Date('2020-01-10T09:00:00Z') } = about;
  const head = { organisation, id, title: 'Plan', department: 'Förskola', year, file: 'plan.xlsx' };
  return comparePlan({ head, drafts: Array.from({ length: count }, (_, at) => draft(at + 1)), before: undefined, now })
    .result;
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
const texts = (activities: readonly PlanActivity[]) => activities.map(({ activity }) => activity);

describe('plans in storage', () => {
  it('come back whole and in order, more than one transaction holds', async () => {
    const plan = newPlan(230);
    const stored = await store.put(plan, undefined);
    expect(await store.find('Älvsjö', '2020-forskola')).toEqual(stored);
    expect(stored.plan).toEqual(plan.plan);
    expect(await all(store.activities(stored))).toEqual(plan.activities);
  });

  it('are listed newest year first, and by organisation', async () => {
    await store.put(newPlan(1, { year: 2019, id: '2019-forskola' }), undefined);
    await store.put(newPlan(1, { year: 2021, id: '2021-forskola' }), undefined);
    await store.put(newPlan(1, { organisation: 'Norra' }), undefined);
    const ids = (list: readonly StoredPlan[]) => list.map(({ plan }) => `${plan.organisation} ${plan.id}`);
    expect(ids(await all(store.list('Älvsjö')))).toEqual(['Älvsjö 2021-forskola', 'Älvsjö 2019-forskola']);
    expect(await all(store.list())).toHaveLength(3);
    expect(await store.find('Norra', '2021-forskola')).toBeUndefined();
  });

  it('are the new ones after an import, and the old rows are swept', async () => {
    const first = await store.put(newPlan(3), undefined);
    const second = await store.put(newPlan(2, { now: new Date('2020-02-01T09:00:00Z') }), first);
    expect(texts(await all(store.activities(second)))).toEqual(['Aktivitet nummer 1', 'Aktivitet nummer 2']);
    expect(await all(storage.table(planActivitiesTable).list())).toHaveLength(2);
  });

  it('keep one of two imports made from the same rehearsal, whole', async () => {
    const first = await store.put(newPlan(1), undefined);
    const outcomes = await Promise.allSettled([store.put(newPlan(2), first), store.put(newPlan(3), first)]);
    const [won] = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const [lost] = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as { code: string }] : []));
    expect(lost?.code).toBe('storage_conflict');
    expect(await store.find('Älvsjö', '2020-forskola')).toEqual(won);
    expect(await all(store.activities(won!))).toHaveLength(won!.plan.activities);
  });

  it('refuse an import that was rehearsed before another one', async () => {
    await store.put(newPlan(1), undefined);
    await expect(store.put(newPlan(2), undefined)).rejects.toMatchObject({ code: 'storage_conflict' });
  });
});
