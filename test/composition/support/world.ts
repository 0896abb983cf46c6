import { randomUUID } from 'node:crypto';
import { createSeal, tieId } from '../../../src/exit/index.js';
import type { Person } from '../../../src/people/index.js';
import { questionId } from '../../../src/questions/question.js';
import { openExitCases, openInvitations, openLearning } from '../../../src/storage/index.js';
import { DANIEL as SOMEBODY, INGRID, ORGANISATION } from '../../bot/support/people.js';
import { someCase } from '../../exit/case/some-case.js';
import { AISHA, CECILIA, CHEF, LEAVER, TOMAS, YASMIN } from '../../exit/start/support/leavers.js';
import { itemsOf, startRound } from '../../plan/respond/support/department.js';
import { AMIR, PETER } from '../../questions/support/office.js';
import { buildWholeHouse, type WholeHouse } from './whole-house.js';

export { AISHA, AMIR, CECILIA, CHEF, INGRID, LEAVER, PETER, YASMIN };

/** Another of Karin's people, who leaves as well: nobody but her knows yet. */
export const DANIEL: Person = { ...SOMEBODY, managerId: CHEF.id };

/** A Tuesday at half past nine in Stockholm, ten days before the leaver's last day at work. */
const NOW = '2026-11-10T08:30:00Z';
export const PEOPLE: readonly Person[] = [TOMAS, CHEF, YASMIN, INGRID, AMIR, PETER, LEAVER, DANIEL, AISHA, CECILIA];

export type World = WholeHouse & { readonly ids: Ids };
/** One of each thing that a button can name, all of them of one organisation. */
export type Ids = Awaited<ReturnType<typeof fill>>;

/** A house with something of everything in it. */
export async function buildWorld(): Promise<World> {
  const whole = await buildWholeHouse(PEOPLE, { TEST_NOW: NOW });
  return { ...whole, ids: await fill(whole) };
}

async function fill(whole: WholeHouse) {
  const { dispatcher, turnOf } = whole;
  const press = async (who: Person, verb: string, data: object) => {
    const outcome = await dispatcher.press(turnOf(who), verb, data);
    if (outcome.kind !== 'done') throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
    return outcome.reply;
  };
  return {
    ...(await question(press)),
    ...(await round(whole)),
    ...(await roundForm(press)),
    ...(await broadcast(press, whole)),
    ...(await cases(whole)),
    ...(await learned(whole)),
    file: await planFile(whole),
  };
}

type Press = (who: Person, verb: string, data: object) => Promise<unknown>;

/** One that nobody has answered, one that HR has, and one whose answer HR has published. */
async function question(press: Press) {
  const ids: string[] = [];
  for (const question of ['Vad gäller för friskvård hos oss?', 'Hur bokar jag cykel?', 'Var finns blanketten?']) {
    const form = randomUUID();
    await press(CHEF, 'questions.send', { form, openedAt: NOW, question });
    ids.push(questionId({ openedAt: new Date(NOW), personId: CHEF.id, form }));
  }
  const [open, answered, published] = ids as [string, string, string];
  const text = 'Det står på intranätet.';
  for (const id of [answered, published]) await press(INGRID, 'questions.answer', { question: id, answer: text });
  const words = { title: 'Blanketter', wordings: 'Var finns blanketten?', text, phase: 'behålla' };
  await press(INGRID, 'publishing.publish', { question: published, basis: 0, ...words });
  return { question: open, answered, published };
}

async function broadcast(press: Press, { house }: WholeHouse) {
  const form = randomUUID();
  const values = { roles: 'alla', title: 'Nytt datum', text: 'Mötet är flyttat.', confirm: 'true' };
  const sent = randomUUID();
  const rehearsal = JSON.stringify(await press(INGRID, 'broadcast.rehearse', { form: sent, openedAt: NOW, ...values }));
  const [, version] = /"version":"([^"]+)"/.exec(rehearsal)!;
  await press(INGRID, 'broadcast.send', { form: sent, version });
  await press(INGRID, 'broadcast.rehearse', { form, openedAt: NOW, ...values });
  let id = '';
  for await (const one of house.engine.broadcasts.list(ORGANISATION)) if (one.title === values.title) id = one.id;
  return { broadcast: id, form, version: version! };
}

/** A round of Karin's department in which she is asked; prepared, not sent. */
async function round({ storage, house }: WholeHouse) {
  const started = await startRound({ storage });
  await house.rounds.prepare(ORGANISATION, started.id);
  const [item] = await itemsOf(storage, started);
  const { plan, key } = item!;
  return { round: started.id, plan, item: key };
}

/** A round that Ingrid has rehearsed and not sent. */
async function roundForm(press: Press) {
  const roundForm = randomUUID();
  const values = { plans: '2026-forskola', period: 'T1', year: '2027', title: 'T1 2027', deadline: '2027-05-10' };
  await press(INGRID, 'plan.round.rehearse', { form: roundForm, openedAt: NOW, ...values });
  return { roundForm };
}

/** Sara's exit, led by Karin, with a plan of what she hands over and a place in the survey; and a draft of Karin's. */
async function cases({ storage, house }: WholeHouse) {
  const store = openExitCases(storage);
  const about = { organisation: ORGANISATION, employee: LEAVER.id, manager: CHEF.id, startedBy: CHEF.id };
  const days = { lastWorkingDay: '2026-11-20', lastDay: '2026-11-30' };
  const part = { id: 'p1', what: 'Nyckelskåpet', to: 'Vikarien', by: '2026-11-19', addedBy: 'medarbetare' } as const;
  await store.create(someCase({ ...about, ...days, id: 'case-1', handover: [part] }));
  await store.create(someCase({ ...about, ...days, id: 'case-2', employee: DANIEL.id, status: 'draft' }));
  const invitation = { organisation: ORGANISATION, tertial: '2026-3', person: LEAVER.id, case: 'case-1' };
  await openInvitations(storage).invite({ ...invitation, department: LEAVER.department });
  const ticket = createSeal(house.config.survey.keys).ticketFor('case-1');
  return { case: 'case-1', exit: 'case-1', draft: 'case-2', part: 'p1', slot: 'AVS-02', ticket, employee: LEAVER.id };
}

/** A theme of Ingrid's board, tied to an activity of its plan. */
async function learned({ storage }: WholeHouse) {
  const learning = openLearning(storage);
  const about = { organisation: ORGANISATION, tertials: ['2026-1'] };
  const [plan, activity, theme] = ['2026-forskola', '1', 'theme-1'];
  const words = { name: 'Introduktion', description: '', support: 4, texts: 12, batch: '2026-1' };
  await learning.putTheme({ ...about, ...words, id: theme }, undefined);
  const tie = {
    ...about,
    kind: 'theme',
    subject: theme,
    plan,
    activity,
    words: 'Erbjud studier',
    sv: '',
    en: '',
  } as const;
  await learning.putTie(tie);
  return { theme, tie: tieId(tie), activity: `${plan}/${activity}` };
}

const CSV = 'Målsättning;Aktivitet;Tidplan;Ansvar\nFler kan mer;Erbjud studier;Våren 2027;Enhetschef\n';

/** A plan's file that Ingrid dropped and has not decided about. */
async function planFile({ dispatcher, turnOf }: WholeHouse): Promise<string> {
  const bytes = new TextEncoder().encode(CSV);
  const name = 'Plan Förskola 2027.csv';
  const outcome = await dispatcher.file(turnOf(INGRID), name, async () => ({ file: { name, bytes } }));
  const [, token] = /"file":"([\w-]{43})"/.exec(JSON.stringify(outcome)) ?? [];
  if (!token) throw new Error(`The plan was not taken: ${JSON.stringify(outcome)}`);
  return token;
}
