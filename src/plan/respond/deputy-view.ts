import type { View } from '../../actions/index.js';
import type { PeopleDirectory, Person } from '../../people/index.js';
import type { RoundItem } from '../round/item.js';
import type { Round } from '../round/round.js';
import { mayAnswer } from '../round/transitions.js';
import { refOf } from './forms.js';
import { cut } from './wording.js';

/** More do not fit on a card; everybody else is reached by e-mail address. */
const MOST_CHOICES = 80;
const LONGEST_TITLE = 110;
const collator = new Intl.Collator('sv');

export interface DeputyAbout {
  readonly round: Round;
  readonly person: Person;
  readonly directory: Pick<PeopleDirectory, 'inOrganisation'>;
  /** How many items of the person are not answered, this one included. */
  readonly left: number;
  readonly problem?: string;
  readonly chosen?: { readonly person: string; readonly email: string; readonly all: string };
}

/** Whom to hand an item over to: the own unit first, then the department, managers before others, then the rest. */
export function deputyView(
  item: RoundItem,
  { round, person, directory, left, problem = '', chosen }: DeputyAbout,
): View {
  const rank = (other: Person) => {
    const place = other.department !== person.department ? 2 : other.unit === person.unit ? 0 : 1;
    return 2 * place + (other.roles.includes('chef') ? 0 : 1);
  };
  const people = directory
    .inOrganisation(person.organisation)
    .filter((other) => !mayAnswer(item, other.id))
    .sort((one, other) => rank(one) - rank(other) || collator.compare(one.name, other.name))
    .slice(0, MOST_CHOICES);
  return {
    template: 'plan/deputy',
    data: {
      round: round.id,
      ...refOf(item),
      title: round.title,
      line: cut(item.text, 400),
      problem,
      choices: people.map(({ id, name, function: title, unit, department }) => ({
        value: id,
        title: cut(`${name}, ${title}, ${unit || department}`, LONGEST_TITLE),
      })),
      person: chosen?.person ?? '',
      email: chosen?.email ?? '',
      all: chosen?.all ?? 'false',
      offersAll: left > 1,
    },
  };
}
