import type { Turn } from '../../actions/index.js';
import { choicesOf, type Draft, findOwnDraft } from '../../broadcast/index.js';
import type { Plan } from '../plan.js';
import type { Round } from '../round/index.js';
import type { FormChoices } from './form-view.js';
import { type PlanHrParts, personOf, type WholePlan } from './parts.js';
import { readForm } from './read-form.js';
import { functionId, type OpenFunction, type Summary, summarise } from './summary.js';
import { planHrTexts } from './texts.js';
import type { Values } from './values.js';

export type RoundDraft = Draft<Values>;

/** What a draft comes to at this moment: what must be mended, or the round with what it would ask. */
export type Review =
  | { readonly kind: 'faulty'; readonly problems: readonly string[]; readonly shown: string }
  | ({ readonly kind: 'planned' } & PlannedRound);

export interface PlannedRound {
  readonly round: Round;
  readonly summary: Summary;
  readonly plans: readonly Plan[];
  readonly functions: readonly OpenFunction[];
  /** How many activities nobody would be asked about. */
  readonly unanswered: number;
}

/** Everything that a form and its rehearsal read: plans, departments, the person's draft, and what it would ask. */
export function createDesk({ rounds, plans, drafts, directory, guard, planRound }: PlanHrParts) {
  async function plansOf(organisation: string): Promise<Plan[]> {
    const found: Plan[] = [];
    for await (const { plan } of plans.list(organisation)) found.push(plan);
    return found;
  }

  async function titlesBut(organisation: string, id: string): Promise<ReadonlySet<string>> {
    const titles = new Set<string>();
    for await (const round of rounds.list(organisation)) if (round.id !== id) titles.add(round.title.toLowerCase());
    return titles;
  }

  async function wholePlans(organisation: string, ids: readonly string[]): Promise<WholePlan[]> {
    const found: WholePlan[] = [];
    for await (const stored of plans.list(organisation)) {
      if (!ids.includes(stored.plan.id)) continue;
      const activities = [];
      for await (const activity of plans.activities(stored)) if (!activity.goneAt) activities.push(activity);
      found.push({ plan: stored.plan, activities });
    }
    return found;
  }

  async function choicesFor(turn: Turn): Promise<FormChoices> {
    const { organisation } = personOf(turn);
    const { departments } = choicesOf(directory.inOrganisation(organisation));
    return { organisation, plans: await plansOf(organisation), departments };
  }

  return {
    choicesFor,
    /** Of rounds that were sent, in small letters. */
    titlesOf: (organisation: string) => titlesBut(organisation, ''),
    ownDraft: (turn: Turn, form: string) => findOwnDraft(drafts, personOf(turn), form),

    /** Reads the draft anew: days pass, and the directory and the plans change. */
    async review(turn: Turn, { organisation, form, openedAt, createdBy, values }: RoundDraft): Promise<Review> {
      const id = rounds.idFor(openedAt, form);
      const choices = await choicesFor(turn);
      const taken = await titlesBut(organisation, id);
      const { now, locale } = turn;
      const read = readForm(values, { ...choices, taken, guard, now, locale });
      if (read.kind === 'faulty') return read;
      const whole = await wholePlans(organisation, read.wanted.plans);
      const people = directory.inOrganisation(organisation);
      const bare: Round = {
        ...{ organisation, id, ...read.wanted, standIns: [] },
        ...{ state: 'preparing', createdBy, createdAt: openedAt, items: 0 },
      };
      const functions = functionsOf(planRound(bare, whole, people).unheld, whole, values);
      const round = { ...bare, standIns: functions.flatMap(({ standIn }) => (standIn ? [standIn] : [])) };
      const { items } = planRound(round, whole, people);
      if (items.length === 0 && functions.length === 0)
        return { kind: 'faulty', problems: [planHrTexts[locale].nothingToAsk], shown: values.shown };
      const asked = new Set(items.flatMap(({ key, persons }) => (persons.length > 0 ? [key] : [])));
      const activities = whole.flatMap(({ plan, activities: own }) => own.map((one) => `${plan.id}/${one.id}`));
      const unanswered = activities.filter((key) => !asked.has(key)).length;
      const used = whole.map(({ plan }) => plan);
      return { kind: 'planned', round, summary: summarise(items), plans: used, functions, unanswered };
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

function functionsOf(
  unheld: ReturnType<PlanHrParts['planRound']>['unheld'],
  whole: readonly WholePlan[],
  { standIns }: Values,
): OpenFunction[] {
  return unheld.flatMap(({ plan: id, function: name, activities }) => {
    const found = whole.find(({ plan }) => plan.id === id);
    if (!found) return [];
    return [
      {
        id: functionId(id, name),
        plan: found.plan,
        function: name,
        activities: activities.map((at) => found.activities[at]?.activity ?? ''),
        standIn: standIns.find((one) => functionId(one.plan, one.function) === functionId(id, name)),
      },
    ];
  });
}
