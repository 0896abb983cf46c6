import type { View } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { Person } from '../../people/index.js';
import { candidatesFor } from './candidates.js';
import { type OpenFunction, titleOfPerson } from './summary.js';
import { planHrTexts } from './texts.js';

/** The choice "nobody answers" beside persons' ids. */
export const NOBODY = 'ingen';
const MOST_ASKS = 8;
const LONGEST_LINE = 160;

/** One of the functions that nobody holds. */
export interface Place {
  readonly functions: readonly OpenFunction[];
  readonly at: number;
  /** What was typed and why it was refused. */
  readonly typed?: { readonly person: string; readonly email: string; readonly problem: string };
}

/** The card that asks who answers for one function. `people` are those of the organisation. Pure. */
export function standInView(
  form: string,
  { functions, at, typed }: Place,
  { people, locale }: { readonly people: readonly Person[]; readonly locale: Locale },
): View {
  const texts = planHrTexts[locale];
  const { id, function: name, plan, asks, standIn } = functions[at]!;
  const candidates = candidatesFor(name, plan, people);
  return {
    template: 'plan/stand-in',
    data: {
      form,
      about: id,
      function: name,
      plan: plan.title,
      place: texts.of(String(at + 1), String(functions.length)),
      asks: asks.slice(0, MOST_ASKS).map((line) => ({ line: line.slice(0, LONGEST_LINE) })),
      moreAsks: asks.length > MOST_ASKS ? String(asks.length - MOST_ASKS) : '',
      choices: candidates.map((person) => ({ title: titleOfPerson(person), value: person.id })),
      nobody: NOBODY,
      problem: '',
      ...(typed ?? decided(standIn, candidates, people)),
      others: [
        ...(at > 0 ? [{ to: functions[at - 1]!.id, direction: 'previous' }] : []),
        ...(at < functions.length - 1 ? [{ to: functions[at + 1]!.id, direction: 'next' }] : []),
      ],
      undecided: functions.some((other) => !other.standIn),
    },
  };
}

/** What the inputs hold for a choice that was made: whoever is not in the list was given by address. */
function decided(standIn: OpenFunction['standIn'], candidates: readonly Person[], people: readonly Person[]) {
  if (!standIn) return { person: '', email: '' };
  const { person } = standIn;
  if (person === undefined) return { person: NOBODY, email: '' };
  if (candidates.some(({ id }) => id === person)) return { person, email: '' };
  return { person: '', email: people.find(({ id }) => id === person)?.email ?? '' };
}
