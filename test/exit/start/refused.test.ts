import { beforeEach, describe, expect, it } from 'vitest';
import { decide } from '../../../src/people/index.js';
import { INGRID, KARIN, SARA } from '../../bot/support/people.js';
import { buttonOf } from '../../bot/support/press.js';
import { PETER, useOffice } from '../../questions/support/office.js';
import type { User } from '../../support/connector/index.js';
import {
  AISHA,
  casesOf,
  CECILIA,
  DAYS,
  ENGLISH,
  EVERYBODY,
  LEAVER,
  NOW,
  sendCase,
  SEND,
  toastOf,
  toConfirmation,
  toDays,
  YASMIN,
} from './support/leavers.js';

const office = useOffice({ TEST_NOW: NOW }, EVERYBODY);
const GONE = 'Det avslutet finns inte, eller är inte ditt att leda. Inget är ändrat.';
let karin: User;

beforeEach(async () => {
  karin = await office.met(KARIN);
});
const cases = () => casesOf(office.storage);

/** Everything that a button may say of a case that was sent. */
const pressesOn = (id: string): readonly (readonly [string, object])[] => [
  ['exit.lead.open', { case: id }],
  ['exit.lead.word', { case: id }],
  ['exit.lead.change', { case: id }],
  ['exit.lead.save', { case: id, seen: 'x', ...DAYS, traits: '' }],
  ['exit.lead.withdraw', { case: id }],
  ['exit.lead.withdraw-yes', { case: id }],
  ['exit.lead.recall', { case: id }],
  ['exit.start.send', { case: id, version: 'x' }],
  ['exit.start.edit', { case: id }],
  ['exit.start.resume', { case: id }],
];

describe("another's case", () => {
  it.each([
    ['another manager of the same board', YASMIN],
    ['a manager of another board', AISHA],
    ['HR of another board', PETER],
  ])('is as unknown as none to %s, by every button', async (_who, person) => {
    await sendCase(karin);
    const [before] = await cases();
    const stranger = await office.met(person);
    for (const [verb, data] of pressesOn(before!.id))
      expect([verb, toastOf(await stranger.press(verb, data))]).toEqual([verb, GONE]);
    for (const [verb, data] of pressesOn('no-such-case'))
      expect([verb, toastOf(await stranger.press(verb, data))]).toEqual([verb, GONE]);
    expect(await cases()).toEqual([before]);
  });

  it('is not led by the employee it is about, though they are a manager or HR', async () => {
    await office.people(EVERYBODY.map((one) => (one.id === INGRID.id ? { ...one, managerId: KARIN.id } : one)));
    await office.restart();
    const other = buttonOf(await toDays(office.user(KARIN), { employee: INGRID.id }), 'Granska');
    const confirmation = await office.user(KARIN).press(other.verb, { ...other.data, ...DAYS, traits: '' });
    const send = buttonOf((confirmation.body as { value: unknown }).value, SEND);
    await office.user(KARIN).press(send.verb, send.data);
    const own = (await cases()).find(({ employee }) => employee === INGRID.id)!;
    expect(own.status).toBe('open');
    for (const [verb, data] of pressesOn(own.id))
      expect([verb, toastOf(await office.user(INGRID).press(verb, data))]).toEqual([verb, GONE]);
  });

  it('as a draft is seen by nobody but its writer, not even HR', async () => {
    await toConfirmation(karin);
    const [draft] = await cases();
    for (const person of [INGRID, YASMIN, PETER]) {
      const user = await office.met(person);
      for (const [verb, data] of pressesOn(draft!.id))
        expect([verb, toastOf(await user.press(verb, data))]).toEqual([verb, GONE]);
      await user.press('exit.start.drop', { draft: draft!.id });
    }
    expect(await cases()).toEqual([draft]);
  });

  it('is not made one’s own by its form or its draft', async () => {
    const days = await toDays(karin);
    const { verb, data } = buttonOf(days, 'Granska');
    await karin.press(verb, { ...data, ...DAYS, traits: '' });
    const [draft] = await cases();
    const yasmin = await office.met(YASMIN);
    const forged = { ...data, ...DAYS, traits: '', employee: ENGLISH.id };
    expect(toastOf(await yasmin.press(verb, forged))).toBe(GONE);
    await yasmin.press(verb, { ...forged, form: '5f2f1c9a-3d1e-4a57-9b0c-0d8f5a3b7c11', draft: draft!.id });
    expect((await cases()).find(({ id }) => id === draft!.id)).toEqual(draft);
  });
});

describe('somebody else’s report', () => {
  it.each([
    ['of another manager', ENGLISH],
    ['of another board', CECILIA],
    ['who is the manager', { id: KARIN.id }],
    ['whom nobody knows', { id: 'a0000000-0000-4000-8000-00000000ffff' }],
  ])('%s is refused by the first card and by the second', async (_who, { id: employee }) => {
    const { verb, data } = buttonOf(await toDays(karin), 'Granska');
    expect(toastOf(await karin.press(verb, { ...data, ...DAYS, traits: '', employee }))).toBe(GONE);
    const first = await karin.press('exit.start.next', {
      ...{ form: data.form, openedAt: data.openedAt, draft: '', kind: 'pension', employee },
    });
    expect(JSON.stringify(first.body)).toContain('Välj någon i listan');
    expect(await cases()).toEqual([]);
  });

  it('is refused at the sending when the directory has said another manager since', async () => {
    const send = buttonOf(await toConfirmation(karin), SEND);
    await office.people(EVERYBODY.map((one) => (one.id === LEAVER.id ? { ...one, managerId: YASMIN.id } : one)));
    await office.restart();
    expect(toastOf(await office.user(KARIN).press(send.verb, send.data))).toBe(GONE);
    expect((await cases()).map(({ status }) => status)).toEqual(['draft']);
  });

  it('cannot be led any more, and the new manager can', async () => {
    await sendCase(karin);
    const { id } = (await cases())[0]!;
    await office.people(EVERYBODY.map((one) => (one.id === LEAVER.id ? { ...one, managerId: YASMIN.id } : one)));
    await office.restart();
    for (const [verb, data] of pressesOn(id)) expect(toastOf(await office.user(KARIN).press(verb, data))).toBe(GONE);
    const opened = await office.user(YASMIN).press('exit.lead.open', { case: id });
    expect(JSON.stringify(opened.body)).toContain('Avslut: Sara Ekman');
  });
});

it.each([
  ['chef', true],
  ['hr', true],
  ['medarbetare', false],
  ['hr-analytiker', false],
  ['admin', false],
] as const)('%s may start and lead: %s', (role, isAllowed) => {
  const asker = { kind: 'person' as const, id: KARIN.id, person: { ...KARIN, roles: [role] } };
  for (const permission of ['exit.start', 'exit.lead'] as const)
    expect(decide(asker, permission).allowed).toBe(isAllowed);
});

it('an employee may press none of it', async () => {
  await sendCase(karin);
  const [exitCase] = await cases();
  const sara = await office.met(SARA);
  for (const [verb, data] of pressesOn(exitCase!.id))
    expect(JSON.stringify((await sara.press(verb, data)).body)).not.toContain('Karin');
  expect(await cases()).toEqual([exitCase]);
});
