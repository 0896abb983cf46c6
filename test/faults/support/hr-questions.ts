import type { Reply } from '../../../src/actions/index.js';
import { openHrChannels, openQuestions } from '../../../src/storage/index.js';
import { INGRID, SARA } from '../../bot/support/people.js';
import type { House } from './hr-house.js';
import { FORM, NOW, rest, type Scenario } from './hr-scenario.js';

const { organisation } = INGRID;
const OPENED = new Date(NOW.getTime() - 3_600_000);
const CHANNEL = 'conversation:19:hr@thread.tacv2';
const ANSWER = 'Fråga din närmaste chef om det, och skriv till oss sedan.';

/** Sara's question, of which HR and she have cards. */
async function asked(house: House): Promise<{ question: string }> {
  const form = { form: FORM, openedAt: OPENED.toISOString(), question: 'Vilken färg har månen?' };
  await house.press(SARA, 'questions.send', form, { now: OPENED });
  for await (const { id } of openQuestions(house.storage).list({ from: '2026-05-01', to: '2026-05-31' })) {
    await rest(house);
    return { question: id };
  }
  throw new Error('The question was not stored.');
}

type About = Readonly<Record<string, string>>;
const said = ({ question }: About, more: object = {}) => ({ question, answer: ANSWER, reason: 'Fel plats', ...more });
const claim = (house: House, { question }: About) => house.press(INGRID, 'questions.claim', { question });
const answer = (house: House, about: About) => house.press(INGRID, 'questions.answer', said(about));

async function answered(house: House): Promise<About> {
  const about = await asked(house);
  await answer(house, about);
  await rest(house);
  return about;
}

const draft = ({ question }: About, basis: number, text = ANSWER) => ({
  ...{ question, basis, title: 'Månens färg', wordings: 'Vilken färg har månen?', text, phase: 'behålla' },
});
const publish = (house: House, about: About, basis: number, text?: string): Promise<Reply> =>
  house.press(INGRID, 'publishing.publish', draft(about, basis, text));

async function published(house: House): Promise<About> {
  const about = await answered(house);
  await publish(house, about, 0);
  await rest(house);
  return about;
}

/** What HR presses about questions, and about answers that live on. */
export const QUESTIONS: Readonly<Record<string, Scenario>> = {
  'a question that is taken': { before: asked, act: claim, hasCards: true },
  'a question that is taken in the channel': {
    async before(house) {
      await openHrChannels(house.storage).set({ organisation, conversation: CHANNEL, by: INGRID.id, at: OPENED });
      return asked(house);
    },
    act: (house, { question }) =>
      house.press(INGRID, 'questions.claim', { question }, { conversation: 'channel', place: CHANNEL }),
    hasCards: true,
  },
  'a question that is handed back': {
    async before(house) {
      const about = await asked(house);
      await claim(house, about);
      await rest(house);
      return about;
    },
    act: (house, { question }) => house.press(INGRID, 'questions.release', { question }),
    hasCards: true,
  },
  'a question that is answered': { before: asked, act: answer, hasCards: true, tells: 'question.answer' },
  'a question that is closed': {
    before: asked,
    act: (house, about) => house.press(INGRID, 'questions.close', said(about)),
    hasCards: true,
    tells: 'question.answer',
  },
  'an answer that is published': { before: answered, act: (house, about) => publish(house, about, 0), hasCards: true },
  'a published answer that is changed': {
    before: published,
    act: (house, about) => publish(house, about, 1, 'Den är gul.'),
    hasCards: true,
  },
  'a published answer that is withdrawn': {
    before: published,
    act: (house, { question }) => house.press(INGRID, 'publishing.withdraw', { question, basis: 1 }),
    hasCards: true,
  },
};
