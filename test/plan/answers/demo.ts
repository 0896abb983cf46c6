import { loadPlans, loadPlanWords } from '../../../src/knowledge/index.js';
import { demoPlans } from '../../../src/local/demo/plans.js';
import type { Person } from '../../../src/people/index.js';
import { demoDirectory, demoPerson } from '../../support/demo-people.js';
import {
  holdersOf,
  type NewPlan,
  type PlanStore,
  type Response,
  type Round,
  type RoundItem,
  type RoundStore,
} from '../../../src/plan/index.js';

export { ask as plain, knowledge } from '../../ask/engine.js';

/** After tertial 1, while its follow-up is open. */
export const NOW = new Date('2026-05-12T09:00:00Z');
export const ORGANISATION = 'Hägersten-Älvsjö stadsdelsförvaltning';

export const words = loadPlanWords('knowledge');
export const directory = demoDirectory;

/** HR; the head of all preschools; the head of Solberga and one of its staff; the head of a home care unit; another board's HR. */
export const AMIR = demoPerson('amir.haddad');
export const TOMAS = demoPerson('tomas.ronnevik');
export const KARIN = demoPerson('karin.lindqvist');
export const SARA = demoPerson('sara.ekman');
export const MILAN = demoPerson('milan.petronijevic');
export const PETER = demoPerson('peter.hasto');

/** The plans of the demo, made in January. */
export const PLANS: readonly NewPlan[] = demoPlans(loadPlans('knowledge', NOW), new Date('2026-01-12T09:00:00Z'));

export async function storePlans(plans: PlanStore): Promise<void> {
  for (const plan of PLANS) await plans.put(plan, undefined);
}

export function demoRound(about: Partial<Round> = {}): Round {
  return {
    organisation: ORGANISATION,
    id: 'r2',
    title: 'T1 2026',
    period: 'T1',
    year: 2026,
    plans: PLANS.map(({ plan }) => plan.id),
    departments: [],
    asksGoals: false,
    message: '',
    deadline: new Date('2026-05-15T21:59:00Z'),
    reminds: true,
    standIns: [],
    state: 'open',
    createdBy: AMIR.id,
    createdAt: new Date('2026-04-20T08:00:00Z'),
    items: 0,
    ...about,
  };
}

/** Each activity of a department's plan, asked of each unit that has a holder of its functions. */
export function itemsOf(round: Round, plan: NewPlan): RoundItem[] {
  const own = directory.inOrganisation(ORGANISATION);
  return plan.activities.flatMap((activity) => {
    const holders = activity.responsible.flatMap((name) => holdersOf(name, own, { department: plan.plan.department }));
    const units = new Map(holders.map((person) => [`${person.department}\n${person.unit}`, person]));
    return [...units.values()].map(({ department, unit }) => ({
      ...{ organisation: ORGANISATION, round: round.id, department, unit },
      ...{ key: `${plan.plan.id}/${activity.id}`, kind: 'activity' as const, plan: plan.plan.id },
      ...{ position: activity.position, phase: activity.phase, goal: activity.goal, text: activity.activity },
      ...{ due: activity.due, resources: activity.resources, responsible: activity.responsible },
      persons: [
        ...new Set(holders.filter((one) => one.department === department && one.unit === unit).map(({ id }) => id)),
      ],
      ...{ deputies: [], moves: 0 },
    }));
  });
}

export async function storeRound(rounds: RoundStore, round: Round): Promise<void> {
  await rounds.create(round);
  const units = new Map<string, RoundItem[]>();
  for (const item of PLANS.filter(({ plan }) => round.plans.includes(plan.id)).flatMap((plan) =>
    itemsOf(round, plan),
  )) {
    const key = `${item.department}\n${item.unit}`;
    units.set(key, [...(units.get(key) ?? []), item]);
  }
  for (const items of units.values()) await rounds.addUnit(items);
}

/** What somebody answers about the activity of their own unit whose text holds these words. */
export async function answerAs(
  rounds: RoundStore,
  { round, person, about }: { round: Round; person: Person; about: string },
  response: Partial<Response>,
): Promise<void> {
  const { organisation, department, unit } = person;
  const stored = (await rounds.unitItems({ organisation, round: round.id, department, unit })).find(({ item }) =>
    item.text.includes(about),
  );
  if (!stored) throw new Error(`${person.name} is not asked about ${about}.`);
  await rounds.save(
    {
      ...stored.item,
      moves: response.newDue === undefined ? 0 : 1,
      response: {
        ...{ version: 1, status: 'pågår', reason: '', comment: '', resources: '' },
        ...{ by: person.id, function: person.function, at: new Date('2026-05-11T08:00:00Z') },
        ...response,
      },
    },
    stored.version,
  );
}
