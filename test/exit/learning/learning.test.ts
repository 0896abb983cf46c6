import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdaptiveCardJson } from '../../../src/cards/index.js';
import { type RunningBot } from '../../../src/composition/bot.js';
import { planImport, type Person } from '../../../src/people/index.js';
import {
  openLearning,
  openPeople,
  openPicture,
  openPlans,
  openStorage,
  type Storage,
} from '../../../src/storage/index.js';
import { startGroupChat } from '../../bot/support/group-chat.js';
import { createLogLines } from '../../bot/support/log-lines.js';
import { INGRID, KARIN, ORGANISATION, PEOPLE } from '../../bot/support/people.js';
import { buttonOf, pressButton, read, replaced, say } from '../../bot/support/press.js';
import { buttonsOf } from '../../bot/support/seen.js';
import { createTestUser, testConfig } from '../../bot/support/stage.js';
import { someActivity, somePlan } from '../../plan/round/some-plan.js';
import { someRound } from '../../plan/round/some-items.js';
import { AMIR, PETER } from '../../questions/support/office.js';
import { type Connector, startConnector, type User } from '../../support/connector/index.js';
import { made, released } from '../picture/support/made-answers.js';
import { type Desk, openDesk } from '../support/desk.js';
import { startBot } from '../../support/start.js';

const NOW = '2026-05-04T08:30:00Z';
const ANALYST: Person = {
  ...AMIR,
  id: 'a0000000-0000-4000-8000-000000000031',
  name: 'Ada Ek',
  email: 'ada@ubara.example',
  roles: ['hr-analytiker'],
};
const PLAN = '2026-forskola';
const EVERYBODY = [...PEOPLE, AMIR, PETER, ANALYST];

let connector: Connector;
let bot: RunningBot;
let storage: Storage;
let hr: User;
/** The same composition as the bot's, which plans rounds. */
let desk: Desk;
const meet = (person: Person) => createTestUser(connector, `http://127.0.0.1:${bot.port}`, person);

const activities = [
  someActivity(1, { organisation: ORGANISATION, activity: 'Ny introduktion för alla', responsible: ['Enhetschef'] }),
  someActivity(2, { organisation: ORGANISATION, activity: 'Schema utan delade turer', responsible: ['Enhetschef'] }),
];
/** The plan as an import leaves it: with these activities, the others gone. */
async function putPlan(gone: readonly string[] = []): Promise<void> {
  const store = openPlans(storage);
  const plan = somePlan({
    organisation: ORGANISATION,
    id: PLAN,
    title: 'Plan förskola 2026',
    activities: 2,
    lastNumber: 2,
  });
  const kept = activities.map((one) => (gone.includes(one.id) ? { ...one, goneAt: new Date(NOW) } : one));
  await store.put({ plan, activities: kept }, await store.find(ORGANISATION, PLAN));
}

beforeAll(async () => {
  connector = await startConnector();
  storage = openStorage({ kind: 'memory' });
  await storage.prepare();
  const plan = planImport({ current: [], incoming: EVERYBODY, removeMissing: false });
  await openPeople(storage).apply(plan, { generation: undefined, now: new Date('2026-01-01T08:00:00Z') });
  await putPlan();
  const some = (count: number, reason: string) =>
    Array.from({ length: count }, (_, n) =>
      made({ main: reason, chosen: { Q1: [reason] }, text: `Text ${reason} ${n}` }),
    );
  const { closed, batches } = await released([[], [], [...some(12, 'R5'), ...some(8, 'R2'), ...some(1, 'R7')]]);
  for (const one of closed) await openPicture(storage).close(ORGANISATION, one);
  for (const one of batches) await openPicture(storage).addBatch(ORGANISATION, one);
  bot = await startBot(testConfig({ TEST_NOW: NOW }), createLogLines().log, storage);
  desk = await openDesk(storage, () => new Date(NOW), EVERYBODY);
  hr = meet(INGRID);
}, 120_000);
afterAll(async () => {
  await bot.stop();
  await connector.stop();
});

const press = async (card: unknown, title: string, typed: object = {}, user = hr) =>
  replaced(await pressButton(user, card, title, typed));
/** What a round of the plan would ask now, with what it learned. */
async function nextRound() {
  const { items } = await desk.sending.rounds.plan(someRound({ organisation: ORGANISATION, plans: [PLAN] }));
  return items.map(({ text, learned = [] }) => [text, ...learned.map(({ sv, period }) => `${sv} (${period})`)]);
}

describe('themes of the free texts', () => {
  let form: AdaptiveCardJson;

  it('begin on the texts that HR has read', async () => {
    const texts = await press(await say(hr, 'avgångsenkät'), 'Läs fritext');
    form = await press(texts, 'Skriv ett tema');
    expect(read(form)).toContain('januari–april 2026 till september–december 2026 (21 texter)');
    expect(read(form)).toContain('Citera ingen');
  });

  it('come back with all that was typed when something is wrong with them, and store nothing', async () => {
    const typed = { batch: '2026-3', name: 'Introduktion', description: 'Ring 850709-9805', support: 4 };
    const stopped = await press(form, 'Spara', typed);
    expect(read(stopped)).toMatch(/personnummer/);
    expect(JSON.stringify(stopped)).toContain('Ring 850709-9805');
    const few = await press(form, 'Spara', { ...typed, description: 'De nya får lite tid.', support: 2 });
    expect(read(few)).toContain('ett heltal från 3 till 21');
    const named = await press(form, 'Spara', { ...typed, description: 'Det säger alla om Karin Lindqvist.' });
    expect(read(named)).toContain('Karin Lindqvist');
    expect((await openLearning(storage).read(ORGANISATION)).themes).toEqual([]);
  });

  it('are saved once, however often the form is sent', async () => {
    const typed = { batch: '2026-3', name: 'Introduktion', description: 'De nya får lite tid.', support: '4' };
    const list = await press(form, 'Spara', typed);
    expect(read(list)).toContain('Temat är sparat.');
    expect(read(list)).toContain('Tema ur fritext, januari–april 2026 till september–december 2026: 4 av 21 texter');
    expect(read(await press(form, 'Spara', typed))).toContain('Temat är redan sparat.');
    expect((await openLearning(storage).read(ORGANISATION)).themes).toHaveLength(1);
  });

  it('are not overwritten by whoever wrote at the same time: both are shown, the second press decides', async () => {
    const list = await say(hr, 'teman');
    const [mine, theirs] = [await press(list, 'Ändra 1'), await press(list, 'Ändra 1', {}, meet(AMIR))];
    const typed = { batch: '2026-3', name: 'Introduktion', support: '5' };
    await press(theirs, 'Spara', { ...typed, description: 'Amirs ord.' }, meet(AMIR));
    const conflict = await press(mine, 'Spara', { ...typed, description: 'Ingrids ord.' });
    expect(read(conflict)).toContain('Introduktion. Amirs ord.');
    expect(JSON.stringify(conflict)).toContain('Ingrids ord.');
    expect(read(await press(conflict, 'Spara', { ...typed, description: 'Ingrids ord.' }))).toContain('Ingrids ord.');
  });
});

describe('ties to what is done about it', () => {
  it('tie a theme to an activity that HR finds by a word; the next round shows name and period, no count', async () => {
    expect(await nextRound()).toEqual([['Ny introduktion för alla'], ['Schema utan delade turer']]);
    const card = await press(await say(hr, 'teman'), 'Kopplingar 1');
    expect(read(card)).toContain('2 aktiviteter');
    const found = await press(card, 'Visa aktiviteter', { plan: PLAN, search: 'INTRO' });
    expect(JSON.stringify(found)).not.toContain('Schema utan delade turer');
    expect(read(await press(found, 'Koppla', { plan: PLAN, search: '' }))).toContain('Välj en aktivitet först.');
    const typed = { plan: PLAN, search: 'intro', activity: `${PLAN}/1` };
    const tied = await press(found, 'Koppla', typed);
    expect(read(tied)).toContain('Kopplad till: Ny introduktion för alla (Plan förskola 2026)');
    expect(read(await press(found, 'Koppla', typed))).toContain('Det är redan kopplat.');
    expect(await nextRound()).toEqual([
      ['Ny introduktion för alla', 'Introduktion (T1 2026–T3 2026)'],
      ['Schema utan delade turer'],
    ]);
  });

  it('tie a reason that the picture tells; one that is hidden is not there, nor can be forged', async () => {
    const list = await say(hr, 'teman');
    expect(read(list)).toContain('Arbetsbelastning och bemanning');
    expect(read(list)).not.toContain('Närmaste chef');
    const data = { kind: 'reason', page: 1, plan: PLAN, search: '', activity: `${PLAN}/2` };
    const forged = await hr.press('exit.learn.tie', { ...data, subject: 'R7' });
    expect(JSON.stringify(forged.body)).toContain('Det finns inte längre');
    replaced(await hr.press('exit.learn.tie', { ...data, subject: 'R5' }));
    expect(await nextRound()).toContainEqual([
      'Schema utan delade turer',
      'Arbetsbelastning och bemanning (T1 2026–T3 2026)',
    ]);
  });

  it('stay visible for HR as lost when the plan no longer has the activity, and can be untied', async () => {
    await putPlan(['1']);
    const list = await say(hr, 'teman');
    expect(read(list)).toContain('Tappad koppling, planen har inte längre aktiviteten: Ny introduktion för alla');
    expect((await nextRound()).flat()).not.toContain('Introduktion (T1 2026–T3 2026)');
    const untied = await press(await press(list, 'Kopplingar 1'), 'Koppla loss 1');
    expect(read(untied)).toContain('Inte kopplat till någon aktivitet än.');
    await putPlan();
    expect(await nextRound()).toContainEqual(['Ny introduktion för alla']);
  });

  it('go with their theme when HR withdraws it, after being asked', async () => {
    await press(await press(await say(hr, 'teman'), 'Kopplingar 1'), 'Koppla', { activity: `${PLAN}/1` });
    const asked = await press(await press(await say(hr, 'teman'), 'Ändra 1'), 'Ta tillbaka');
    expect(read(asked)).toContain('Dess koppling försvinner också');
    const list = await press(asked, 'Ja, ta tillbaka');
    expect(read(list)).toContain('Temat är borta.');
    const { themes, ties } = await openLearning(storage).read(ORGANISATION);
    expect([themes.length, ties.map(({ subject }) => subject)]).toEqual([0, ['R5']]);
  });
});

describe('who may', () => {
  it('an analyst reads, without a button to write, and is refused when forging one', async () => {
    const analyst = meet(ANALYST);
    const list = await say(analyst, 'teman');
    expect(read(list)).toContain('Arbetsbelastning och bemanning');
    expect(buttonsOf(list).map(({ title }) => title)).toEqual(['Till siffrorna']);
    const { body } = await analyst.press('exit.learn.untie', { kind: 'reason', subject: 'R5', tie: 'x' });
    expect(JSON.stringify(body)).not.toContain('Losskopplat');
  });

  it('a manager neither reads nor writes, and another board sees and touches nothing of this one', async () => {
    const refused = await meet(KARIN).press('exit.learn.show', { page: 1 });
    expect(JSON.stringify(refused.body)).not.toContain('Arbetsbelastning');
    const other = meet(PETER);
    expect(read(await say(other, 'teman'))).toContain('Här finns inget än');
    const [tie] = (await openLearning(storage).read(ORGANISATION)).ties;
    const button = buttonOf(await press(await say(hr, 'teman'), 'Kopplingar 2'), 'Koppla loss 1');
    await other.press(button.verb, button.data);
    expect((await openLearning(storage).read(ORGANISATION)).ties).toEqual([tie]);
  });

  it('nobody in a group chat', async () => {
    const group = startGroupChat(connector, [hr]);
    await group.say(hr, 'teman');
    expect(JSON.stringify(group.messages())).toContain('bara i vår egen chatt');
    const { body } = await group.press(hr, 'exit.learn.show', { page: 1 });
    expect(JSON.stringify(body)).not.toContain('Arbetsbelastning');
  });
});
