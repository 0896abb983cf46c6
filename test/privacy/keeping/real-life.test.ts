import { expect, it } from 'vitest';
import { makeKeeping } from '../../../src/composition/keeping.js';
import { createLiveDirectory, type Person } from '../../../src/people/index.js';
import { extract } from '../../../src/privacy/index.js';
import { auditTable, definedTables, openPeople } from '../../../src/storage/index.js';
import { INGRID, KARIN } from '../../bot/support/people.js';
import { pressButton, replaced, say } from '../../bot/support/press.js';
import { cardOf } from '../../bot/support/seen.js';
import { MESSAGE } from '../../broadcast/hr/support/hr-stage.js';
import { copyOfStorage, readable } from '../../exit/survey/support/copy-of-storage.js';
import { casesOf, EVERYBODY, LEAVER, NOW, press, sendCase } from '../../exit/start/support/leavers.js';
import { QUESTION, sendToHr, useOffice } from '../../questions/support/office.js';
import { eventually } from '../../support/eventually.js';

const office = useOffice({ TEST_NOW: NOW }, EVERYBODY);
const FREE_TEXTS = ['Svaret är grönblått', 'Nyckelskåpets kod ligger hos Sara Ekman', 'Läs rutinen'];

it('a person who has lived with the bot is found in whole, erased in whole, and stands in no log', async () => {
  const [sara, ingrid, karin] = [await office.met(LEAVER), await office.met(INGRID), await office.met(KARIN)];
  // Asks HR, and is answered.
  await sendToHr(sara);
  const card = await office.card(ingrid, QUESTION, 'Väntar på att någon på HR tar den');
  const mine = replaced(await pressButton(ingrid, card, 'Jag tar den'));
  await pressButton(ingrid, mine, 'Svara', { answer: FREE_TEXTS[0], reason: '' });
  await office.card(sara, 'HR har svarat på din fråga', FREE_TEXTS[0]!);
  // Gets an announcement, and confirms it.
  const form = await say(ingrid, 'nytt utskick');
  const rehearsal = await press(ingrid, form, 'Granska', { ...MESSAGE, roles: 'medarbetare' });
  await press(ingrid, rehearsal, 'Skicka');
  await pressButton(sara, await office.card(sara, 'Ny rutin'), 'Jag har läst');
  // Leaves, and is named in a free text of her manager's.
  await sendCase(karin);
  const list = await office.card(karin, 'Checklista: Sara Ekman', 'Öppna 1');
  const item = cardOf((await pressButton(karin, list, 'Öppna 1')).replies[0]);
  // A name is asked about once; whoever presses again means it.
  const typed = { state: 'done', delegatedTo: '', comment: FREE_TEXTS[1] };
  const asked = await press(karin, item, 'Spara och nästa', typed);
  await press(karin, asked, 'Spara och nästa', typed);
  const [exitCase] = await casesOf(office.storage);
  expect(JSON.stringify(exitCase!.ticks)).toContain(FREE_TEXTS[1]);
  await office.card(sara, /checklista/i);

  // The log of all of it, and the audit: ids and actions.
  const log = office.log.text();
  expect(log.split('\n').length).toBeGreaterThan(20);
  expectNobody(log, EVERYBODY);
  let audit = '';
  for await (const { row } of office.storage.table(auditTable).list()) audit += `${JSON.stringify(row)}\n`;
  expect(audit.split('\n').length).toBeGreaterThan(10);
  expectNobody(audit, EVERYBODY);

  const directory = createLiveDirectory({ store: openPeople(office.storage), clock: () => new Date(NOW) });
  await directory.refresh();
  const keeping = makeKeeping({ storage: office.storage, directory });
  const isPerson = (one: string) => (directory.find(one) ?? directory.findByEmail(one)) !== undefined;
  const found = await extract(keeping.register, LEAVER, isPerson);
  const tables = found.map(({ table }) => table);
  expect(tables).toEqual(
    expect.arrayContaining(['audit', 'broadcasts', 'conversations', 'deliveries', 'exitcases', 'people', 'questions']),
  );
  expect(tables).toContain('questionhandling');
  expectDeclared(found);
  for (const other of EVERYBODY.filter(({ id }) => id !== LEAVER.id)) {
    expect(JSON.stringify(found)).not.toContain(other.id);
    expect(JSON.stringify(found)).not.toContain(other.email);
  }

  const outcome = await keeping.erase.run(LEAVER, new Date(NOW));
  expect(outcome.kind).toBe('erased');
  // What was on its way when the person was erased comes to its end; nothing of it is written of her any more.
  await eventually(async () => {
    const raw = readable(await copyOfStorage()).toLowerCase();
    for (const trace of [LEAVER.id, LEAVER.email, LEAVER.name]) expect(raw).not.toContain(trace.toLowerCase());
  });
  await directory.refresh();
  expect(directory.find(LEAVER.id)).toBeUndefined();
  expect(directory.size).toBe(EVERYBODY.length - 1);
  // The others go on as before.
  expect(JSON.stringify(await say(karin, 'hjälp'))).toContain('AdaptiveCard');
  expect((await casesOf(office.storage)).length).toBe(0);
});

function expectNobody(text: string, people: readonly Person[]): void {
  for (const { name, email } of people) {
    expect(text).not.toContain(name);
    expect(text).not.toContain(email);
  }
  for (const typed of [...FREE_TEXTS, QUESTION]) expect(text).not.toContain(typed);
}

/** Each column where the person stands is one that its table says may hold persons. */
function expectDeclared(found: Awaited<ReturnType<typeof extract>>): void {
  for (const { table, rows } of found) {
    const { personKeys, mentions = [] } = definedTables().find(({ name }) => name === table)!;
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        if (JSON.stringify(value)?.includes(LEAVER.id)) expect([...personKeys, ...mentions], table).toContain(column);
  }
}
