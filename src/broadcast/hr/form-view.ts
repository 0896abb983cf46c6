import type { View } from '../../actions/index.js';
import type { Choices } from './choices.js';
import type { Values } from './values.js';

export interface OpenForm {
  readonly form: string;
  readonly openedAt: string;
  readonly values: Values;
  /** What must be mended before it can be rehearsed. */
  readonly problems?: readonly string[];
}

/** The form with everything that was typed so far. */
export function formView(
  { form, openedAt, values, problems = [] }: OpenForm,
  choices: Choices,
  organisation: string,
): View {
  const { departments, units } = choices;
  return {
    template: 'broadcast/form',
    data: {
      form,
      openedAt,
      organisation,
      problems: problems.map((problem) => ({ problem })),
      roleChoices: choices.roles.map((role) => ({ role })),
      departmentChoices: departments,
      unitChoices: units,
      ...values,
    },
  };
}
