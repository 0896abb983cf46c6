import { describe, expect, it } from 'vitest';
import { addsUp } from '../../src/broadcast/index.js';
import { chatOf, colleague, ORGANISATION, over, useField, wanted } from './support/field.js';

const field = useField();

describe('a broadcast', () => {
  it('reaches everybody once, and the ledger says so', async () => {
    const people = Array.from({ length: 40 }, (_, n) => colleague(n));
    for (const person of people) await field.hire(person);
    await field.hire(colleague(100), { hasChat: false });
    const engine = field.engine();
    const { broadcast } = await engine.broadcasts.create(wanted('Hej alla'));
    await over(engine, broadcast);
    expect(people.map((person) => field.seenBy(person))).toEqual(people.map(() => ['Hej alla']));
    const counts = await engine.broadcasts.counts(ORGANISATION, broadcast.id);
    expect(counts).toEqual({ recipients: 41, delivered: 40, notInstalled: 1 });
    expect(addsUp(counts)).toBe(true);
    expect(field.connector.sent(chatOf(people[0]!))).toHaveLength(1);
  });
});
