import { beforeEach, describe, expect, it } from 'vitest';
import { createBroadcasts, createLedger, createLiveCards } from '../../../src/broadcast/index.js';
import {
  createCases,
  EMPLOYEE_GONE,
  MANAGER_CHANGED,
  mendManagers,
  reachNewcomers,
  subjectOfCase,
} from '../../../src/exit/index.js';
import { createDirectory, type Person } from '../../../src/people/index.js';
import {
  openBroadcasts,
  openExitCases,
  openLedgerStore,
  openLiveCards,
  openReaches,
} from '../../../src/storage/index.js';
import { breakable } from '../../bot/support/breakable-storage.js';
import { INGRID, KARIN, ORGANISATION, SARA } from '../../bot/support/people.js';
import { buttonOf, read } from '../../bot/support/press.js';
import { AMIR, PETER, useOffice } from '../../questions/support/office.js';
import { eventually } from '../../support/eventually.js';
import {
  cardsOf,
  casesOf,
  DAYS,
  EVERYBODY,
  LEAVER,
  NOW,
  press,
  recipients,
  sendCase,
  toDays,
  TOMAS,
  YASMIN,
} from './support/leavers.js';

const office = useOffice({ TEST_NOW: NOW }, EVERYBODY);
const TOMORROW = new Date('2026-09-03T06:00:00Z');
const without = (gone: readonly Person[], changes: Record<string, Partial<Person>> = {}) =>
  EVERYBODY.filter(({ id }) => gone.every((one) => one.id !== id)).map((one) => ({ ...one, ...changes[one.id] }));
const orphan = { [SARA.id]: { managerId: undefined } };

beforeEach(async () => {
  await sendCase(await office.met(KARIN));
  await eventually(async () => expect(await cardsOf(office.storage, await theCase())).toHaveLength(1));
});
const theCase = async () => (await casesOf(office.storage)).find(({ employee }) => employee === SARA.id)!;

/** The directory says something else from now on, for the bot as well. */
async function directoryOf(people: readonly Person[]): Promise<void> {
  await office.people(people);
  await office.restart();
}

/** What the daily job does, over this storage. */
function mend(people: readonly Person[], storage = office.storage) {
  const broadcasts = createBroadcasts({
    store: openBroadcasts(storage),
    ledger: { find: () => Promise.resolve(undefined) } as never,
    wake: () => undefined,
  });
  const liveCards = createLiveCards({ store: openLiveCards(storage), broadcasts, clock: () => TOMORROW });
  const warnings: string[] = [];
  const run = mendManagers({
    cases: createCases({
      store: openExitCases(storage),
      onChanged: (exitCase) => liveCards.changed(subjectOfCase(exitCase)),
    }),
    directory: createDirectory(people),
    liveCards,
    log: { warn: (_facts, message) => void warnings.push(message) },
  });
  return { warnings, run: (now = TOMORROW) => run(ORGANISATION, now) };
}
const told = async (kind: string) => cardsOf(office.storage, await theCase(), kind);

describe('the manager of an open case', () => {
  it('who is gone from the directory is replaced by the own manager, and HR is told', async () => {
    const people = without([KARIN], orphan);
    await directoryOf(people);
    const [ingrid, tomas] = [await office.met(INGRID), await office.met(TOMAS)];
    await mend(people).run();
    expect(await theCase()).toMatchObject({ manager: TOMAS.id, managerSince: TOMORROW });
    const card = await office.card(ingrid, 'Ny chef leder avslutet för Sara Ekman');
    expect(read(card)).toContain(
      'Tomas Rönnevik leder nu avslutet för Sara Ekman, Förskolorna Solberga, sista dag 2026-11-30',
    );
    expect(read(await press(ingrid, card, 'Visa avslutet'))).toContain('Chef: Tomas Rönnevik');
    const { verb, data } = buttonOf(card, 'Visa avslutet');
    expect(JSON.stringify((await tomas.press(verb, data)).body)).toContain('Avslut: Sara Ekman');
    const lists = await cardsOf(office.storage, await theCase());
    expect(lists.map(({ audience }) => audience)).toContainEqual({ persons: [TOMAS.id] });
  });

  it('is replaced and told of once, however often that is looked after', async () => {
    const people = without([], { [SARA.id]: { managerId: YASMIN.id } });
    for (let day = 1; day <= 3; day++) await mend(people).run(new Date(TOMORROW.getTime() + day * 24 * 3600_000));
    expect((await theCase()).manager).toBe(YASMIN.id);
    expect(await told(MANAGER_CHANGED)).toHaveLength(1);
    expect(await cardsOf(office.storage, await theCase())).toHaveLength(2);
  });

  it('is told of by the next run when a run died after it had stored it', async () => {
    const people = without([], { [SARA.id]: { managerId: YASMIN.id } });
    const dying = breakable(office.storage);
    dying.fails = (table, call) => table === 'broadcasts' && call === 'insert';
    const first = mend(people, dying);
    await first.run();
    expect([(await theCase()).manager, first.warnings.length]).toEqual([YASMIN.id, 1]);
    expect(await told(MANAGER_CHANGED)).toEqual([]);
    await mend(people).run(new Date(TOMORROW.getTime() + 24 * 3600_000));
    expect(await told(MANAGER_CHANGED)).toHaveLength(1);
    expect(await cardsOf(office.storage, await theCase())).toHaveLength(2);
  });

  it('is HR when no manager is left, and HR of no other board is told', async () => {
    const people = without([KARIN, TOMAS], { ...orphan, [YASMIN.id]: { managerId: undefined } });
    await directoryOf(people);
    const ingrid = await office.met(INGRID);
    await mend(people).run();
    expect((await theCase()).manager).toBe(AMIR.id);
    expect(read(await office.card(ingrid, 'Ingen chef finns kvar i katalogen för Sara Ekman'))).toContain(
      'Amir Haddad på HR har fått chefens checklista.',
    );
    const [notice] = await told(MANAGER_CHANGED);
    expect(await recipients(office.storage, ORGANISATION, notice!.id)).toEqual([INGRID.id, AMIR.id].sort());
    expect(await recipients(office.storage, ORGANISATION, notice!.id)).not.toContain(PETER.id);
  });

  it('stays when nothing has changed, and a new manager’s manager is remembered', async () => {
    await mend(EVERYBODY).run();
    expect(await theCase()).toMatchObject({ manager: KARIN.id, above: TOMAS.id });
    expect(await told(MANAGER_CHANGED)).toEqual([]);
    await mend(without([], { [KARIN.id]: { managerId: YASMIN.id } })).run();
    expect((await theCase()).above).toBe(YASMIN.id);
  });
});

describe('an employee who is gone from the directory', () => {
  it('gets nothing more, and HR is told, in the language of each, once', async () => {
    const people = without([LEAVER], { [INGRID.id]: { language: 'en' } });
    await directoryOf(people);
    const ingrid = await office.met(INGRID);
    await mend(people).run();
    await mend(people).run(new Date(TOMORROW.getTime() + 24 * 3600_000));
    const card = await office.card(ingrid, 'An employee with an open exit is missing from the directory');
    expect(read(card)).toContain('Karin Lindqvist');
    expect(await told(EMPLOYEE_GONE)).toHaveLength(1);
    expect(await theCase()).toMatchObject({ employeeGoneAt: TOMORROW, manager: KARIN.id });
  });
});

describe('an employee who opens the bot after the cards went out', () => {
  it('gets theirs the next day, once', async () => {
    const list = async () => (await cardsOf(office.storage, await theCase()))[0]!;
    const stateOf = async () =>
      (await openLedgerStore(office.storage).find(ORGANISATION, (await list()).id, SARA.id))?.row.state;
    await eventually(async () => expect(await stateOf()).toBe('notInstalled'));
    const ledger = createLedger(openLedgerStore(office.storage), 'test');
    const broadcasts = createBroadcasts({ store: openBroadcasts(office.storage), ledger, wake: () => undefined });
    const run = reachNewcomers({
      ...{ broadcasts, ledger, sendings: openLiveCards(office.storage), reaches: openReaches(office.storage) },
      cases: createCases({ store: openExitCases(office.storage), onChanged: () => Promise.resolve() }),
    });
    await run(ORGANISATION, TOMORROW);
    // Karin has a chat and has her card: nothing is to be done.
    expect((await list()).passes).toEqual([]);
    await office.met(SARA);
    await run(ORGANISATION, TOMORROW);
    await eventually(async () => expect(await stateOf()).not.toBe('notInstalled'));
    const after = await list();
    await run(ORGANISATION, new Date(TOMORROW.getTime() + 24 * 3600_000));
    expect((await list()).passes).toEqual(after.passes);
  });
});

describe('a draft', () => {
  it('that nobody sent in two weeks is removed; a younger one and a case that was sent stay', async () => {
    await directoryOf(without([], { [YASMIN.id]: { managerId: KARIN.id } }));
    const user = office.user(KARIN);
    await press(user, await toDays(user, { employee: YASMIN.id }), 'Granska', DAYS);
    const draft = (await casesOf(office.storage)).find(({ status }) => status === 'draft')!.id;
    const { run } = mend(EVERYBODY);
    await run(new Date('2026-09-16T06:00:00Z'));
    expect((await casesOf(office.storage)).map(({ id }) => id)).toContain(draft);
    await run(new Date('2026-09-17T06:00:00Z'));
    expect((await casesOf(office.storage)).map(({ status }) => status)).toEqual(['open']);
  });
});
