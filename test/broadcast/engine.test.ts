import { describe, expect, it } from 'vitest';
import { addsUp, type Broadcast, type Delivery, type Engine } from '../../src/broadcast/index.js';
import { createLogLines } from '../bot/support/log-lines.js';
import type { Fault } from '../support/connector/index.js';
import { chatOf, colleague, ORGANISATION, over, useField, wanted } from './support/field.js';

const field = useField();

const staff = (count: number) => Array.from({ length: count }, (_, n) => colleague(n));
async function hireStaff(count: number) {
  const people = staff(count);
  for (const person of people) await field.hire(person);
  return people;
}
const texts = (count: number, text: string) => Array.from({ length: count }, () => [text]);
const counts = (engine: Engine, { id }: Broadcast) => engine.broadcasts.counts(ORGANISATION, id);
async function rowOf(engine: Engine, { id }: Broadcast, person: { id: string }): Promise<Delivery> {
  return (await engine.ledger.find(ORGANISATION, id, person.id))!.row;
}
const fails = (status: number, code: string, headers?: Record<string, string>): Fault => ({
  kind: 'status',
  status,
  headers,
  body: { error: { code, message: 'nej' } },
});

describe('a broadcast', () => {
  it('reaches everybody once, and the ledger says so', async () => {
    const people = await hireStaff(40);
    await field.hire(colleague(100), { hasChat: false });
    const engine = field.engine();
    const { broadcast } = await engine.broadcasts.create(wanted('Hej alla'));
    await over(engine, broadcast);
    expect(people.map((person) => field.seenBy(person))).toEqual(texts(40, 'Hej alla'));
    expect(await counts(engine, broadcast)).toEqual({ recipients: 41, delivered: 40, notInstalled: 1 });
    expect(field.connector.sent(chatOf(people[0]!))).toHaveLength(1);
  });

  it('goes to the named persons, once each, of this organisation alone', async () => {
    const [one, two, other] = [colleague(1), colleague(2), colleague(3, { organisation: 'Annan' })];
    for (const person of [one, two, other]) await field.hire(person);
    const engine = field.engine();
    const persons = [one.id, one.email.toUpperCase(), other.email, 'ingen@ubara.example'];
    const { broadcast } = await engine.broadcasts.create(wanted('Till en', { audience: { persons } }));
    await over(engine, broadcast);
    expect([one, two, other].map((person) => field.seenBy(person))).toEqual([['Till en'], [], []]);
    expect(await counts(engine, broadcast)).toEqual({ recipients: 3, delivered: 1, unresolved: 2 });
  });

  it('created twice from the same form goes out once', async () => {
    const [person] = await hireStaff(1);
    const engine = field.engine();
    const first = await engine.broadcasts.create(wanted('En gång'));
    await over(engine, first.broadcast);
    const again = await engine.broadcasts.create(wanted('En gång'));
    expect([first.isNew, again.isNew, again.broadcast.id]).toEqual([true, false, first.broadcast.id]);
    expect(field.seenBy(person!)).toEqual(['En gång']);
  });

  it('is shared by three processes, and still comes once', async () => {
    const people = await hireStaff(60);
    const [engine] = [field.engine(), field.engine(), field.engine()];
    const { broadcast } = await engine.broadcasts.create(wanted('Delat'));
    await over(engine, broadcast, 30_000);
    expect(people.map((person) => field.connector.sent(chatOf(person)).length)).toEqual(people.map(() => 1));
  });

  it('waits for its time', async () => {
    const [person] = await hireStaff(1);
    let now = new Date('2026-09-01T07:59:00Z');
    const engine = field.engine({ clock: () => now });
    const sendAt = new Date('2026-09-01T08:00:00Z');
    const { broadcast } = await engine.broadcasts.create(wanted('Klockan tio', { sendAt }));
    await new Promise((go) => setTimeout(go, 700));
    expect(field.seenBy(person!)).toEqual([]);
    now = new Date('2026-09-01T08:00:01Z');
    await expect.poll(() => field.seenBy(person!)).toEqual(['Klockan tio']);
    expect((await engine.broadcasts.find(ORGANISATION, broadcast.id))?.startedAt).toEqual(now);
  });
});

describe('what HR presses', () => {
  it('pause stops, resume goes on with the rest', async () => {
    const people = await hireStaff(30);
    const engine = field.engine({ perSecond: 10 });
    const { broadcast } = await engine.broadcasts.create(wanted('Paus'));
    await expect.poll(() => field.connector.received.length).toBeGreaterThan(2);
    await engine.broadcasts.pause(ORGANISATION, broadcast.id);
    // What is in flight ends, and a worker knows of the pause within a second.
    await new Promise((go) => setTimeout(go, 2500));
    const atPause = field.connector.received.length;
    await new Promise((go) => setTimeout(go, 700));
    expect(field.connector.received.length).toBe(atPause);
    expect(atPause).toBeLessThan(30);
    await engine.broadcasts.resume(ORGANISATION, broadcast.id);
    await over(engine, broadcast);
    expect(people.map((person) => field.connector.sent(chatOf(person)).length)).toEqual(people.map(() => 1));
  });

  it('cancel: who has it keeps it, nobody else gets it', async () => {
    await hireStaff(30);
    const engine = field.engine({ perSecond: 10 });
    const { broadcast } = await engine.broadcasts.create(wanted('Avbryt'));
    await expect.poll(() => field.connector.received.length).toBeGreaterThan(2);
    await engine.broadcasts.cancel(ORGANISATION, broadcast.id);
    await over(engine, broadcast);
    const result = await counts(engine, broadcast);
    expect(result.delivered).toBe(field.connector.received.length);
    expect(result.delivered! + result.cancelled!).toBe(30);
    expect(addsUp(result)).toBe(true);
  });

  it('resend goes to the failed only, and to those who have a chat by now', async () => {
    const [fine, blocked, late] = staff(3) as [
      ReturnType<typeof colleague>,
      ReturnType<typeof colleague>,
      ReturnType<typeof colleague>,
    ];
    for (const person of [fine, blocked]) await field.hire(person);
    await field.hire(late, { hasChat: false });
    field.connector.blockChat(chatOf(blocked));
    const logged = createLogLines();
    const engine = field.engine({ log: logged.log });
    const { broadcast } = await engine.broadcasts.create(wanted('Igen'));
    await over(engine, broadcast);
    expect(await counts(engine, broadcast)).toMatchObject({
      delivered: 1,
      failed: 1,
      'failed:blocked': 1,
      notInstalled: 1,
    });
    // Operation hears of it, without a name.
    const told = { broadcast: broadcast.id, state: 'failed', cause: 'blocked', tries: 1 };
    expect(logged.lines('a delivery failed')).toMatchObject([told]);
    expect(logged.text()).not.toContain(blocked.id);
    await field.hire(blocked);
    await field.hire(late);
    const press = { id: 'press', kind: 'resend', at: new Date() } as const;
    await engine.broadcasts.press(ORGANISATION, broadcast.id, press);
    await expect.poll(() => counts(engine, broadcast)).toEqual({ recipients: 3, delivered: 3 });
    expect([fine, blocked, late].map((person) => field.seenBy(person))).toEqual(texts(3, 'Igen'));
    expect((await rowOf(engine, broadcast, blocked)).history).toMatchObject([{ attempt: 1, cause: 'blocked' }]);
  });

  it('uncertain ones are counted as delivered or sent again with one press', async () => {
    const [person] = await hireStaff(1);
    field.connector.respond = () => fails(502, 'BadGateway');
    const engine = field.engine();
    const { broadcast } = await engine.broadcasts.create(wanted('Osäkert'));
    await expect.poll(() => counts(engine, broadcast)).toEqual({ recipients: 1, uncertain: 1 });
    expect(field.connector.received).toHaveLength(3);
    field.connector.respond = undefined;
    await engine.broadcasts.press(ORGANISATION, broadcast.id, { id: 'a', kind: 'resend-uncertain', at: new Date() });
    await expect.poll(() => counts(engine, broadcast)).toEqual({ recipients: 1, delivered: 1 });
    expect(field.seenBy(person!)).toEqual(['Osäkert']);
  });

  it('a correction and a recall reach every card that was sent', async () => {
    const people = await hireStaff(12);
    const engine = field.engine();
    const { broadcast } = await engine.broadcasts.create(wanted('Fel dag'));
    await over(engine, broadcast);
    await engine.broadcasts.correct(ORGANISATION, broadcast.id, { text: 'Rätt dag' });
    await expect.poll(() => people.map((person) => field.seenBy(person))).toEqual(texts(12, 'Rätt dag'));
    await engine.broadcasts.recall(ORGANISATION, broadcast.id, new Date());
    await expect.poll(async () => (await counts(engine, broadcast)).recalled).toBe(12);
    const [seen] = field.connector.current(chatOf(people[0]!));
    expect(JSON.stringify(seen)).toContain('broadcast/recalled');
    expect(field.connector.sent(chatOf(people[0]!))).toHaveLength(1);
  });

  it('who has answered is known', async () => {
    const [person] = await hireStaff(2);
    const engine = field.engine();
    const { broadcast } = await engine.broadcasts.create(wanted('Svara'));
    await over(engine, broadcast);
    const at = new Date('2026-09-02T09:00:00Z');
    await engine.broadcasts.answered(ORGANISATION, broadcast.id, person!.id, at);
    await engine.broadcasts.answered(ORGANISATION, broadcast.id, person!.id, new Date());
    expect(await counts(engine, broadcast)).toEqual({ recipients: 2, delivered: 2, answered: 1 });
    expect((await rowOf(engine, broadcast, person!)).answeredAt).toEqual(at);
  });
});

describe('when Teams does not take it', () => {
  const first =
    (fault: Fault) =>
    ({ n }: { n: number }) =>
      n === 1 ? fault : undefined;

  it.each<[string, Fault, number]>([
    ['429', fails(429, 'TooManyRequests', { 'Retry-After': '1' }), 2],
    ['412', fails(412, 'PreconditionFailed'), 2],
    ['a reset', { kind: 'reset' }, 2],
    ['502', fails(502, 'BadGateway'), 2],
  ])('%s is tried again, one request an attempt', async (_name, fault, requests) => {
    const [person] = await hireStaff(1);
    field.connector.respond = first(fault);
    const engine = field.engine();
    const { broadcast } = await engine.broadcasts.create(wanted('Till sist'));
    await over(engine, broadcast);
    expect(field.seenBy(person!)).toEqual(['Till sist']);
    expect(field.connector.received).toHaveLength(requests);
  });

  it('a message that was taken and answered with an error comes twice at the most, and is told of', async () => {
    const [person] = await hireStaff(1);
    field.connector.respond = first({ kind: 'accepted-then', fault: { kind: 'reset' } });
    const engine = field.engine();
    const { broadcast } = await engine.broadcasts.create(wanted('Kanske två'));
    await over(engine, broadcast);
    expect(field.seenBy(person!)).toEqual(['Kanske två', 'Kanske två']);
    expect(await counts(engine, broadcast)).toEqual({ recipients: 1, delivered: 1, possibleDuplicates: 1 });
  });

  it('a stale conversation is asked for anew, once', async () => {
    const [person] = await hireStaff(1);
    const { id } = field.connector.moveChat(chatOf(person!));
    const engine = field.engine();
    const { broadcast } = await engine.broadcasts.create(wanted('Flyttad'));
    await over(engine, broadcast);
    expect(field.connector.current(id).map(({ text }) => text)).toEqual(['Flyttad']);
  });

  it('several 429s in a row from different conversations make everybody wait', async () => {
    await hireStaff(20);
    let turnedAway = 0;
    field.connector.respond = () => (turnedAway++ < 6 ? fails(429, 'TooMany', { 'Retry-After': '2' }) : undefined);
    const engine = field.engine({ perSecond: 20 });
    const { broadcast } = await engine.broadcasts.create(wanted('Alla väntar'));
    await over(engine, broadcast, 20_000);
    const times = field.connector.received.map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - times[index]!);
    expect(Math.max(...gaps)).toBeGreaterThan(1500);
    expect(await counts(engine, broadcast)).toEqual({ recipients: 20, delivered: 20 });
  });

  it('a message that cannot be made fails alone, with its cause', async () => {
    await hireStaff(2);
    const engine = field.engine({
      composers: {
        test: (_broadcast, { person }) => {
          if (person === colleague(0).id) throw new Error('trasigt');
          return { text: 'Helt' };
        },
      },
    });
    const { broadcast } = await engine.broadcasts.create(wanted('Blandat'));
    await over(engine, broadcast);
    expect(await counts(engine, broadcast)).toEqual({ recipients: 2, delivered: 1, failed: 1, 'failed:rejected': 1 });
  });

  it('a message of the queue that is none is put aside', async () => {
    const [person] = await hireStaff(1);
    await field.storage.queue('deliveries').put('{"inte":"en hänvisning"}');
    const engine = field.engine();
    const { broadcast } = await engine.broadcasts.create(wanted('Ändå'));
    await over(engine, broadcast);
    expect(field.seenBy(person!)).toEqual(['Ändå']);
    expect(await field.storage.queue('deliveries-unreadable').size()).toBe(1);
  });
});
