import { beforeEach, describe, expect, it } from 'vitest';
import { LOCAL_SURVEY_KEY } from '../../../src/config.js';
import { createBoxes, createSeal } from '../../../src/exit/index.js';
import { openBoxes, openInvitations } from '../../../src/storage/index.js';
import { ORGANISATION, PEOPLE } from '../../bot/support/people.js';
import { AMIR, PETER, useOffice } from '../../questions/support/office.js';
import type { User } from '../../support/connector/index.js';
import { changedBetween, copyOfStorage, type RawRow, readable } from './support/copy-of-storage.js';
import { answer, answersIn, invited, leaver, NOW, press, TERTIAL } from './support/leavers.js';

/** What an attacker who holds copies of storage, the audit, the logs and the turn state wants: whose an answer is. */
const LEAVERS = Array.from({ length: 7 }, (_, n) => leaver(n + 1, n > 4 ? { department: 'Äldreomsorg' } : {}));
const office = useOffice({ TEST_NOW: NOW }, [...PEOPLE, AMIR, PETER, ...LEAVERS]);
/** So that an answer would be found anywhere: words that nothing else says. */
const WORDS = ['kvittensfågel', 'blåbärsmössa', 'takdroppsur', 'mangelstol', 'ljungvante'];
const answers = (n: number) => ({
  ...{ Q1: 'R7', Q1main: 'R7', Q6: '1', Q12: '2', Q14: 'nej', Q15: WORDS[n]! },
  ...{ occupation: 'omsorg', tenure: 'from4', gender: 'kvinna' },
});

interface Leaver {
  readonly user: User;
  readonly card: object;
  readonly names: readonly string[];
}
let leavers: Leaver[];

beforeEach(async () => {
  leavers = await Promise.all(
    LEAVERS.map(async (person) => {
      const { user, card, exitCase } = await invited(office, person);
      return { user, card, names: [person.id, person.email, person.name, exitCase.id, user.conversationId] };
    }),
  );
  await settled();
});

/** Waits until storage stays as it is: the sender goes on writing for a while after a card has arrived. */
async function settled(): Promise<RawRow[]> {
  let copy = await copyOfStorage();
  await expect
    .poll(
      async () => {
        const before = copy;
        copy = await copyOfStorage();
        const sending = copy.filter(({ table, row }) => table === 'feedmarks' || row.status === 'sending');
        return [...told(changedBetween(before, copy)), ...told(sending)];
      },
      { timeout: 30_000, interval: 1500 },
    )
    .toEqual([]);
  return copy;
}

/** Rows that go on by themselves, whoever does what: heartbeats of the sender and the scheduler. */
const HEARTBEATS = ['leases', 'sendslots'];
const told = (rows: readonly RawRow[]) => rows.filter(({ table }) => !HEARTBEATS.includes(table)).map(({ at }) => at);

/** Those who can have sent what came between two copies: whoever some changed row leads to, else everybody. */
function candidates(before: readonly RawRow[], after: readonly RawRow[]): readonly Leaver[] {
  const changes = readable(changedBetween(before, after));
  const led = leavers.filter(({ names }) => names.some((name) => changes.includes(name)));
  return led.length > 0 ? led : leavers;
}

describe('an attack on the survey', () => {
  it('cannot tell by two copies of storage, a moment or a day apart, who of all invited has answered', async () => {
    const first = await settled();
    for (const n of [0, 1, 2]) await answer(leavers[n]!.user, leavers[n]!.card, answers(n));
    const second = await settled();
    await office.restart({ TEST_NOW: '2026-11-11T08:30:00Z' });
    await answer(office.user(LEAVERS[3]!), leavers[3]!.card, answers(3));
    const third = await settled();
    for (const [before, after] of [
      [first, second],
      [second, third],
      [first, third],
    ] as const)
      expect(candidates(before, after)).toHaveLength(7);
    expect(await answersIn(office.storage)).toHaveLength(4);
  });

  it('would find a mark, if there were one', async () => {
    const before = await settled();
    await openInvitations(office.storage).takeBack(ORGANISATION, TERTIAL, LEAVERS[2]!.id);
    expect(candidates(before, await settled())).toEqual([leavers[2]]);
  });

  it('sees the same change whether somebody answered, only looked, or nobody did anything for a day', async () => {
    const change = async (act: () => Promise<unknown>) => {
      const before = await settled();
      await act();
      const rows = changedBetween(before, await settled()).filter(({ table }) => !HEARTBEATS.includes(table));
      return rows.map(({ at, row }) => [at, Object.entries(row).map(([name, value]) => [name, String(value).length])]);
    };
    const looked = await change(() => press(leavers[0]!.user, leavers[0]!.card, 'Öppna enkäten'));
    const answered = await change(() => answer(leavers[1]!.user, leavers[1]!.card, answers(1)));
    expect(answered).toEqual(looked);
    const nothing = await change(async () => {
      await office.restart({ TEST_NOW: '2026-11-11T01:59:50Z' });
      // The scheduler writes the boxes anew at three at night.
      const box = async () => (await copyOfStorage()).filter(({ table }) => table === 'surveyboxes');
      const then = await box();
      await expect
        .poll(async () => changedBetween(then, await box()).length, { timeout: 40_000, interval: 1000 })
        .toBeGreaterThan(0);
    });
    expect(nothing.filter(([at]) => String(at).startsWith('surveyboxes'))).toEqual(looked);
  });

  it('reads no answer, no ticket and no count of answers in any row, log, audit or turn state', async () => {
    const [tickets] = [leavers.map(({ card }) => /"ticket":"([^"]+)"/.exec(JSON.stringify(card))![1]!)];
    const shapes: unknown[] = [];
    for (const n of [0, 1, 2, 3, 4]) {
      await answer(leavers[n]!.user, leavers[n]!.card, answers(n));
      const boxes = (await copyOfStorage()).filter(({ table }) => table === 'surveyboxes');
      shapes.push(boxes.map(({ at, row }) => [at, JSON.stringify(row).length]));
    }
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
    const everything = `${readable(await settled())}\n${office.log.text()}`;
    for (const secret of [...WORDS, ...tickets, ...tickets.map((ticket) => ticket.split('.')[0]!)])
      expect(everything).not.toContain(secret);
    // What was said lies under the key alone, which no copy of storage holds.
    expect((await answersIn(office.storage)).map(({ text }) => text).sort()).toEqual([...WORDS].sort());
  });

  it('finds neither person nor case nor kind of press in what the bot logs and audits of a survey', async () => {
    office.log.clear();
    const audited = async () => (await copyOfStorage()).filter(({ table }) => table === 'audit').length;
    const before = await audited();
    await answer(leavers[0]!.user, leavers[0]!.card, answers(0));
    await press(leavers[1]!.user, leavers[1]!.card, 'Öppna enkäten');
    expect(await audited()).toBe(before);
    for (const { names } of leavers) for (const name of names) expect(office.log.text()).not.toContain(name);
    const turns = office.log.lines('turn').map(({ kind, outcome }) => `${String(kind)} ${String(outcome)}`);
    expect(new Set(turns)).toEqual(new Set(['press survey']));
  });

  it('with the key as well, reads answers without order or time, each of which any of those invited can have given', async () => {
    for (const n of [4, 2, 0, 3, 1]) await answer(leavers[n]!.user, leavers[n]!.card, answers(n));
    const kept = await answersIn(office.storage);
    const tickets = kept.map(({ ticket }) => ticket);
    expect(tickets).toEqual([...tickets].sort());
    for (const one of kept) {
      expect(Object.keys(one).sort()).toEqual(['chosen', 'department', 'main', 'text', 'ticket']);
      const { departments } = await openInvitations(office.storage).invited(ORGANISATION, TERTIAL);
      expect(departments[one.department!]).toBeGreaterThanOrEqual(5);
    }
    // What people told of themselves is in no answer, nor two classes of it together.
    const boxes = createBoxes({
      store: openBoxes(office.storage),
      seal: createSeal([Buffer.from(LOCAL_SURVEY_KEY, 'base64')]),
    });
    const five = { Q1: { answers: 5, counts: { R7: 5 } } };
    expect(await boxes.sums(ORGANISATION, TERTIAL)).toEqual({
      ...{ occupation: { omsorg: five }, tenure: { from4: five }, gender: { kvinna: five } },
    });
    await boxes.dropSums(ORGANISATION, TERTIAL);
    expect(await boxes.sums(ORGANISATION, TERTIAL)).toEqual({});
    expect(await answersIn(office.storage)).toEqual(kept);
  });
});
