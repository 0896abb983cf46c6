import type { ExitCase } from '../../../src/exit/index.js';
import type { Round } from '../../../src/plan/index.js';
import type { Person } from '../../../src/people/index.js';
import { buttonsOf, type Button } from '../../bot/support/seen.js';
import type { Model } from './model.js';
import type { Persistent } from './persistent.js';

/** One person at work: what there is to answer, and what the bench writes down of it. */
export interface Desk {
  readonly person: Person;
  readonly hands: Persistent;
  readonly round: Round;
  readonly activities: number;
  /** The cases in which the person has a side: the own one and that of a report. */
  readonly cases: readonly ExitCase[];
  /** The ticket of the own survey; used up when it is answered. */
  readonly survey: { readonly exitCase: ExitCase; readonly ticket: string };
  readonly model: Model;
  readonly random: () => number;
  /** A text like no other. */
  readonly text: () => string;
}

export type Operation = (desk: Desk) => Promise<void>;

const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)]!;

/** Answers one item of the round; where somebody else was first, sees it and decides for the own answer. */
export const answerItem: Operation = async ({ person, hands, round, activities, model, random, text }) => {
  const key = `${round.plans[0]}/${1 + Math.floor(random() * activities)}`;
  const { department, unit } = person;
  const comment = text();
  const status = pick(['pågår', 'klar', 'försenad', 'avvikelse'], random);
  const typed = { status, comment, reason: status === 'avvikelse' ? 'Ingen vikarie.' : '' };
  const opened = await hands.press({ verb: 'plan.respond.open' }, { round: round.id, department, unit, item: key });
  let save = theButton(opened, 'plan.respond.save');
  const from = performance.now();
  for (let decidedOver = 0; ; decidedOver++) {
    const card = await hands.press(save, { ...save.data, ...typed });
    if (/Svaret är sparat|redan sparat/.test(JSON.stringify(card))) {
      const until = performance.now();
      model.answers.push({ item: `${unit} ${key}`, person: person.id, status, comment, decidedOver, from, until });
      return;
    }
    save = theButton(card, 'plan.respond.save');
  }
};

/** Says something of one point of an exit checklist. */
export const tickItem: Operation = async ({ person, hands, cases, model, random, text }) => {
  const exitCase = pick(cases, random);
  const list = await hands.press(
    { verb: 'exit.list.open' },
    { exit: exitCase.id, isLive: false, page: 1 + Math.floor(random() * 2), scope: 'own' },
  );
  const lines = buttonsOf(list).filter(({ verb }) => verb === 'exit.list.item');
  if (lines.length === 0) throw new Error(`${person.name} has nothing to tick: ${JSON.stringify(list).slice(0, 500)}`);
  const line = pick(lines, random);
  const form = await hands.press(line, line.data);
  const save = theButton(form, 'exit.list.save');
  const typed = { state: pick(['done', 'notYet', 'notApplicable'], random), delegatedTo: '', comment: text() };
  const after = JSON.stringify(await hands.press(save, { ...save.data, ...typed }));
  if (!/är sparad|redan sparad/.test(after)) throw new Error(`A tick was not taken: ${after.slice(0, 500)}`);
  const { item, owner } = save.data;
  model.ticks.set(`${exitCase.id} ${String(item)} ${String(owner)}`, { state: typed.state, comment: typed.comment });
};

/** Asks what the bot does not know, and sends it to HR. */
export const sendQuestion: Operation = async ({ hands, model, text }) => {
  const question = `Vilken färg har månen ${text()}?`;
  const refused = await hands.ask(question, 'questions.compose');
  const compose = buttonOf(refused, 'questions.compose');
  const form = buttonOf(await hands.pressForNew(compose, compose.data, 'questions.send'), 'questions.send');
  const after = JSON.stringify(await hands.press(form, { ...form.data, question }));
  if (!after.includes('Frågan är skickad till HR')) throw new Error(`Not sent: ${after.slice(0, 500)}`);
  model.questions.add(question);
};

/** Asks what the bot knows, and rates the answer. */
export const rate: Operation = async ({ hands, model, random }) => {
  const buttons = await hands.ask('Hur hög är sjukfrånvaron i förskolan?', 'feedback.rate');
  const thumb = pick(
    buttons.filter(({ verb }) => verb === 'feedback.rate'),
    random,
  );
  await hands.press(thumb, thumb.data);
  model.ratings.set(String(thumb.data.answer), String(thumb.data.rating));
};

/** Sends the survey; the second time it says that it was sent. */
export const answerSurvey: Operation = async ({ hands, survey: { exitCase, ticket }, model, text }) => {
  const about = { case: exitCase.id, ticket };
  const Q15 = `Behåll handledningen ${text()}`;
  const opened = JSON.stringify(await hands.press({ verb: 'exit.survey.open' }, about));
  const isOver = !opened.includes('exit.survey.page');
  const sent = await hands.press({ verb: 'exit.survey.send' }, { ...about, kept: '{"Q3":"4"}', page: 6, Q15 });
  if (!isOver && /Tack! Ditt svar är sparat|redan/.test(JSON.stringify(sent))) model.surveys.add(Q15);
};

/** What people do, and how often of a hundred times. */
const MIX: readonly (readonly [number, Operation])[] = [
  [45, answerItem],
  [30, tickItem],
  [10, sendQuestion],
  [12, rate],
  [3, answerSurvey],
];

export function drawOperation(random: () => number): Operation {
  let left = random() * 100;
  return MIX.find(([share]) => (left -= share) < 0)?.[1] ?? answerItem;
}

function theButton(card: unknown, verb: string): Button {
  return buttonOf(buttonsOf(card), verb);
}

function buttonOf(buttons: readonly Button[], verb: string): Button {
  const found = buttons.find((button) => button.verb === verb);
  if (!found) throw new Error(`No button of ${verb} among ${buttons.map((button) => button.verb).join()}.`);
  return found;
}
