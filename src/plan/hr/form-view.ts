import type { View } from '../../actions/index.js';
import type { Choice } from '../../broadcast/index.js';
import type { Plan } from '../plan.js';
import type { Typed } from './values.js';

export interface OpenForm {
  readonly form: string;
  readonly openedAt: string;
  readonly typed: Typed;
  /** What must be mended, or meant, before it can be rehearsed. */
  readonly problems?: readonly string[];
}

/** More do not fit on a card beside the rest; plans come newest year first. */
const MOST_PLANS = 60;
const LONGEST_TITLE = 120;

/** What may be chosen in an organisation at this moment. */
export interface FormChoices {
  readonly organisation: string;
  readonly plans: readonly Plan[];
  readonly departments: readonly Choice[];
}

/** The form with everything that was typed so far. */
export function formView(
  { form, openedAt, typed, problems = [] }: OpenForm,
  { organisation, plans, departments }: FormChoices,
): View {
  const year = Number(typed.year);
  return {
    template: 'plan/form',
    data: {
      ...typed,
      form,
      openedAt,
      organisation,
      problems: problems.map((problem) => ({ problem })),
      planChoices: plans
        .slice(0, MOST_PLANS)
        .map(({ id, title }) => ({ title: title.slice(0, LONGEST_TITLE), value: id })),
      departmentChoices: departments,
      yearChoices: [year - 1, year, year + 1].map((choice) => ({ choice: String(choice) })),
    },
  };
}
