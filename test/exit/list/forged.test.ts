import { beforeEach, describe, expect, it } from 'vitest';
import type { ExitCase } from '../../../src/exit/index.js';
import { DANIEL, INGRID, KARIN, SARA } from '../../bot/support/people.js';
import { read, replaced, say } from '../../bot/support/press.js';
import { PETER, useOffice } from '../../questions/support/office.js';
import type { User } from '../../support/connector/index.js';
import { caseOf, ELIN, EVERYBODY, forge, HENRIK, MAJA, NOW, openCase, press } from './support/ending.js';
import type { AdaptiveCardJson } from '../../../src/cards/index.js';

const office = useOffice({ TEST_NOW: NOW });
let exitCase: ExitCase;
let list: AdaptiveCardJson;
let form: AdaptiveCardJson;

beforeEach(async () => {
  await office.people(EVERYBODY);
  await office.restart();
  exitCase = await openCase(office.storage);
  const karin = await office.met(KARIN);
  list = await say(karin, 'checklista');
  form = await press(karin, list, 'Öppna 3');
});
const nothingIsStored = async () => expect((await caseOf(office.storage, exitCase)).ticks).toEqual({});

/** All that can be pressed, by somebody whom it does not concern. */
async function tryAll(user: User, other: object = {}): Promise<string[]> {
  const typed = { state: 'done', delegatedTo: '', comment: 'Min text' };
  const replies = [
    await forge(user, list, 'Uppdatera', other),
    await forge(user, list, 'Öppna 3', other),
    await forge(user, list, 'Klar 3', other),
    await forge(user, form, 'Spara och nästa', { ...typed, ...other }),
    await forge(user, form, 'Till listan', { ...typed, ...other }),
  ];
  return replies.map((reply) => read(replaced(reply)));
}

describe('what a card’s data says', () => {
  it.each([
    ['another manager', ELIN],
    ['a colleague', MAJA],
    ['HR of another board', PETER],
  ])('opens no case to %s, who keeps what was typed', async (_who, person) => {
    const user = await office.met(person);
    for (const text of await tryAll(user)) {
      expect(text).toContain('Checklistan finns inte, eller så är den inte din att se.');
      expect(text).not.toContain('Sara');
      expect(text).not.toContain('Meddela HR');
    }
    expect((await tryAll(user))[3]).toContain('Min text');
    await nothingIsStored();
  });

  it('opens no case of another organisation to its own manager’s namesake there', async () => {
    const other = await openCase(office.storage, [], {
      organisation: PETER.organisation,
      id: 'case-9',
      employee: DANIEL.id,
    });
    // Karin is the manager of it, by its row; but it is no case of her board.
    const karin = office.user(KARIN);
    for (const text of await tryAll(karin, { exit: other.id })) expect(text).toContain('Checklistan finns inte');
    expect((await caseOf(office.storage, other)).ticks).toEqual({});
  });

  it('ticks no side but the own', async () => {
    const sara = await office.met(SARA);
    const [, opened, done, saved] = await tryAll(sara);
    for (const text of [done, saved]) expect(text).toContain('Punkten är inte din att bocka av.');
    expect(opened).not.toContain('Meddela HR');
    await forge(sara, list, 'Klar 2', { owner: 'chef' });
    const karin = office.user(KARIN);
    for (const owner of ['medarbetare', 'it', 'hr', 'lön', 'nobody'])
      expect(read(replaced(await forge(karin, list, 'Klar 2', { owner })))).toContain('Punkten är inte din');
    await nothingIsStored();
  });

  it('ticks nothing for a manager that a function does, and nothing for a function that others do', async () => {
    const karin = office.user(KARIN);
    // IT has a person in the directory: Henrik.
    expect(read(replaced(await forge(karin, list, 'Klar 3', { item: 'AVS-32', owner: 'it' })))).toContain('inte din');
    const henrik = await office.met(HENRIK);
    for (const owner of ['chef', 'lön', 'hr'])
      expect(read(replaced(await forge(henrik, list, 'Klar 3', { item: 'AVS-34', owner })))).toContain('inte din');
    await nothingIsStored();
    await forge(henrik, list, 'Klar 3', { item: 'AVS-34', owner: 'it' });
    expect((await caseOf(office.storage, exitCase)).ticks['AVS-34']!.it!.state).toBe('done');
  });

  it('ticks no item that is not on this list', async () => {
    const karin = office.user(KARIN);
    // Of somebody who turns 69, which nobody here does; and one that there is not.
    for (const item of ['AVS-11', 'AVS-99', 'constructor', '__proto__'])
      expect(read(replaced(await forge(karin, list, 'Klar 3', { item, owner: 'hr' })))).toContain('inte din');
    await nothingIsStored();
  });

  it('gives HR that leaves no function in its own case', async () => {
    const own = await openCase(office.storage, [], { id: 'case-8', employee: INGRID.id });
    const ingrid = await office.met(INGRID);
    const about = { exit: own.id, item: 'AVS-35', owner: 'hr' };
    expect(read(replaced(await forge(ingrid, list, 'Klar 3', about)))).toContain('inte din');
    expect((await caseOf(office.storage, own)).ticks).toEqual({});
  });

  it('opens no draft to anybody: nothing reaches the employee before it is sent', async () => {
    const draft = await openCase(office.storage, [], { id: 'case-7', status: 'draft' });
    const sara = await office.met(SARA);
    for (const text of await tryAll(sara, { exit: draft.id })) expect(text).toContain('Checklistan finns inte');
  });
});
