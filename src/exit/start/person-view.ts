import type { View } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { Person } from '../../people/index.js';
import { EXIT_KINDS } from '../checklist/item.js';
import { type Form, formOf, type Typed, typedOf } from './forms.js';
import { startTexts } from './texts.js';

/** So many reports are offered in a list; of more, the name is typed. */
export const MOST_LISTED = 60;
const LONGEST_TITLE = 110;

export interface PersonForm extends Form {
  readonly employee: string;
  readonly name: string;
  readonly kind: string;
  /** What was typed on the next card, should somebody have come back from there. */
  readonly typed: Typed;
  readonly presetFor: string;
  readonly errors?: { readonly employee?: string; readonly name?: string; readonly kind?: string };
}

/** First card: whom it is about and how they leave. `people` are offered in a list; `searches` when a name is typed. */
export function personView(
  form: PersonForm,
  about: { readonly people: readonly Person[]; readonly searches: boolean; readonly locale: Locale },
): View {
  const { employee, name, kind, typed, presetFor, errors = {} } = form;
  const { people, searches, locale } = about;
  return {
    template: 'exit/start',
    data: {
      ...formOf(form),
      ...typedOf(typed),
      presetFor,
      employee,
      name,
      kind,
      searches,
      choices: people.map((person) => ({ value: person.id, title: choiceTitle(person) })),
      kindChoices: EXIT_KINDS.map((value) => ({ value, title: startTexts[locale].kinds[value] })),
      employeeError: errors.employee ?? '',
      nameError: errors.name ?? '',
      kindError: errors.kind ?? '',
    },
  };
}

function choiceTitle({ name, function: title, unit, department }: Person): string {
  const whole = `${name}, ${title}, ${unit || department}`;
  return whole.length > LONGEST_TITLE ? `${whole.slice(0, LONGEST_TITLE - 1)}…` : whole;
}
