import type { Turn } from '../../actions/index.js';
import { choicesOf, type Draft, findOwnDraft } from '../../broadcast/index.js';
import type { Locale } from '../../calendar/index.js';
import type { Plan, PlanActivity } from '../plan.js';
import { planRound, type Round, type RoundPlan } from '../round/index.js';
import { type PlanQuestion, questionsOf } from '../round/questions.js';
import type { FormChoices } from './form-view.js';
import { type PlanHrParts, personOf } from './parts.js';
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
  readonly functions: readonly OpenFunction[];
  /** How many activities nobody would be asked about. */
  readonly unanswered: number;
}

/** Everything that a form and its rehearsal read: plans, departments, the person's draft, and what it would ask. */
export function createDesk({ rounds, plans, drafts, directory, guard }: PlanHrParts) {
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

  async function wholePlans(organisation: string, ids: readonly string[]) {
    const found: { plan: Plan; activities: PlanActivity[] }[] = [];
    for await (const stored of plans.list(organisation)) {
      if (!ids.includes(stored.plan.id)) continue;
      const activities: PlanActivity[] = [];
      for await (const activity of plans.activities(stored)) activities.push(activity);
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
      const round: Round = {
        ...{ organisation, id, ...read.wanted, standIns: values.standIns },
        ...{ state: 'preparing', createdBy, createdAt: openedAt, items: 0 },
      };
      const planned = planRound({ round, plans: whole, people });
      const questions = whole.flatMap(({ plan, activities }) =>
        questionsOf(plan, activities, round).map((question): Question => ({ ...question, of: plan })),
      );
      const functions = functionsOf(planned.unheld, questions, values);
      const problems = problemsOf(planned, locale);
      if (problems.length > 0) return { kind: 'faulty', problems, shown: values.shown };
      const asked = new Set(planned.items.map(({ key }) => key));
      return {
        kind: 'planned',
        // A function that somebody holds by now needs nobody instead.
        round: { ...round, standIns: functions.flatMap(({ standIn }) => standIn ?? []) },
        summary: summarise(planned.items),
        functions,
        unanswered: questions.filter(({ kind, key }) => kind === 'activity' && !asked.has(key)).length,
      };
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

type Question = PlanQuestion & { readonly of: Plan };

function problemsOf({ items, unheld, tooLarge }: RoundPlan, locale: Locale): string[] {
  const texts = planHrTexts[locale];
  return [
    ...(items.length === 0 && unheld.length === 0 ? [texts.nothingToAsk] : []),
    ...tooLarge.map((unit) => texts.tooLarge([unit.department, unit.unit].filter(Boolean).join(', '), unit.items)),
  ];
}

function functionsOf(
  unheld: RoundPlan['unheld'],
  questions: readonly Question[],
  { standIns }: Values,
): OpenFunction[] {
  const byKey = new Map(questions.map((question) => [question.key, question]));
  return unheld.flatMap(({ plan: id, function: name, activities, standIn }) => {
    const own = activities.flatMap((key) => byKey.get(key) ?? []);
    const [first] = own;
    if (!first) return [];
    const chosen = standIns.find((one) => functionId(one.plan, one.function) === functionId(id, name));
    return [
      {
        id: functionId(id, name),
        plan: first.of,
        function: name,
        asks: own.map(({ text }) => text),
        // Whoever was chosen and has left the directory since is to be chosen anew.
        standIn: chosen?.person !== standIn ? undefined : chosen,
      },
    ];
  });
}
