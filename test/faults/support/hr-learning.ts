import { openLearning, openPicture, openPlans } from '../../../src/storage/index.js';
import { signOfTheme, type Theme, tieId } from '../../../src/exit/index.js';
import { INGRID } from '../../bot/support/people.js';
import { someActivity, somePlan } from '../../plan/round/some-plan.js';
import type { House } from './hr-house.js';
import { FORM, type Scenario } from './hr-scenario.js';

const { organisation } = INGRID;
const PLAN = '2026-forskola';
const batch = { id: '2025-3', tertials: ['2025-3'], texts: Array.from({ length: 12 }, (_, n) => `Text ${n}`) };
const typed = { shown: '', batch: batch.id, name: 'Introduktion', description: 'De nya får lite tid.', support: '4' };
const theme: Theme = {
  ...{ organisation, id: FORM, name: typed.name, description: typed.description, support: 4 },
  ...{ texts: 12, batch: batch.id, tertials: batch.tertials },
};
const tie = { kind: 'theme', subject: FORM, plan: PLAN, activity: '1' } as const;

async function read({ storage }: House): Promise<Record<string, string>> {
  const plan = somePlan({ organisation, id: PLAN, activities: 2, lastNumber: 2 });
  const activities = [1, 2].map((n) => someActivity(n, { organisation }));
  await openPlans(storage).put({ plan, activities }, undefined);
  await openPicture(storage).addBatch(organisation, batch);
  return {};
}

async function themed(house: House): Promise<Record<string, string>> {
  await read(house);
  await openLearning(house.storage).putTheme(theme, undefined);
  return {};
}

async function tied(house: House): Promise<Record<string, string>> {
  await themed(house);
  for (const activity of ['1', '2'])
    await openLearning(house.storage).putTie({
      ...{ ...tie, activity, organisation, words: `Aktivitet ${activity}`, sv: '', en: '', tertials: [] },
    });
  return {};
}

const press = (verb: string, data: object) => (house: House) => house.press(INGRID, verb, data);
const looked = { plan: PLAN, search: '', page: 1 };

/** What HR learns of why people leave. */
export const LEARNING: Readonly<Record<string, Scenario>> = {
  'a theme': { before: read, act: press('exit.learn.save', { ...typed, theme: '', form: FORM, seen: '' }) },
  'a theme that is changed': {
    before: themed,
    act: press('exit.learn.save', {
      ...{ ...typed, name: 'Första tiden', theme: FORM, form: '7d0c1f52-1111-4a57-9b0c-0d8f5a3b7c11' },
      seen: signOfTheme(theme),
    }),
  },
  'a theme that is withdrawn': { before: tied, act: press('exit.learn.withdraw', { theme: FORM, sure: 'yes' }) },
  'a tie': {
    before: themed,
    act: press('exit.learn.tie', { ...{ kind: 'theme', subject: FORM, ...looked }, activity: `${PLAN}/1` }),
  },
  'a tie that is undone': {
    before: tied,
    act: press('exit.learn.untie', { kind: 'theme', subject: FORM, tie: tieId(tie) }),
  },
};
