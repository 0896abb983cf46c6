import type { Person } from '../../people/index.js';
import { holdsWord, wordsOf } from './words.js';

/** Whom a word means that names no title. */
const EVERYBODY = ['medarbetare', 'anställd', 'anställda', 'personal'];
const ANY_MANAGER = ['chef'];
/** Every department has its own: another department's is not meant, however the plan's own lacks one. */
const OF_THE_LINE = ['avdelningschef', 'enhetschef', 'rektor', 'biträdande', 'gruppchef', 'chef', ...EVERYBODY];
const PLACES = ['enhet', 'avdelning', 'grupp', 'team', 'funktion', 'förvaltning', 'stadsdelsförvaltning'];

/** In whose plan a function stands: none for a plan of the whole organisation. */
export interface Scope {
  readonly department?: string;
}

/**
 * The people who hold a function as a plan names it: "Enhetschefer" is every Enhetschef of the department, "Avdelningschef förskola" the one
 * whose place is the preschools, "HR-enhet" the unit HR, by its managers where it has any. `people` are those of the organisation. Titles of
 * the line are looked for in the plan's department, others (HR-konsult) in the whole organisation when the department has none.
 */
export function holdersOf(name: string, people: readonly Person[], { department }: Scope = {}): Person[] {
  const words = wordsOf(name);
  if (words.length === 0) return [];
  const own = department === undefined ? people : people.filter((person) => person.department === department);
  const inside = own.filter((person) => holds(person, words));
  if (inside.length > 0) return inside;
  const outside = people.filter((person) => !own.includes(person) && holds(person, words));
  const isOfTheLine = words.every((word) => holdsWord(OF_THE_LINE, word));
  const found = isOfTheLine ? [] : outside;
  return found.length > 0 ? found : membersOf(words, people);
}

/** By title; words beside it must name the person's place. */
function holds(person: Person, words: readonly string[]): boolean {
  if (words.every((word) => holdsWord(EVERYBODY, word))) return true;
  if (words.every((word) => holdsWord(ANY_MANAGER, word))) return person.roles.includes('chef');
  const title = wordsOf(person.function);
  if (!title.every((word) => holdsWord(words, word))) return false;
  const place = [...wordsOf(`${person.unit} ${person.department} ${person.organisation}`), ...PLACES];
  return words.every((word) => holdsWord(title, word) || holdsWord(place, word));
}

/** Of a unit or department that is named instead of a title. */
function membersOf(words: readonly string[], people: readonly Person[]): Person[] {
  const named = words.filter((word) => !holdsWord(PLACES, word));
  if (named.length === 0) return [];
  const members = people.filter(({ unit, department }) =>
    [unit, department].some((place) => {
      const own = wordsOf(place).filter((word) => !holdsWord(PLACES, word));
      return (
        own.length > 0 && own.every((word) => holdsWord(named, word)) && named.every((word) => holdsWord(own, word))
      );
    }),
  );
  const managers = members.filter(({ roles }) => roles.includes('chef'));
  return managers.length > 0 ? managers : members;
}
