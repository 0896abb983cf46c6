import type { Word } from './clauses.js';
import type { Finder, PersonEnds, Span } from './phrase.js';

/** Who is told of, the surest first. `nobody`: it is said that it must not happen. */
export const WHO = ['self', 'definite', 'indefinite', 'group', 'nobody'] as const;
export type Who = (typeof WHO)[number];

export interface Person extends Span {
  readonly who: Who;
}

const NO_PERSONS: PersonEnds = () => [];

/** The persons of a sentence, the longest where several begin at one word; a name that no form holds is one too. */
export function findPersons(words: readonly Word[], forms: Readonly<Record<Who, Finder>>): Person[] {
  const found = WHO.flatMap((who) => forms[who](words, NO_PERSONS).map((span) => ({ ...span, who })));
  const names = words.flatMap(({ isName }, start): Person[] =>
    isName ? [{ start, end: start + 1, who: 'indefinite' }] : [],
  );
  const all = [...found, ...names];
  const isInside = (a: Person, b: Person) =>
    a !== b && a.start >= b.start && a.end <= b.end && a.end - a.start < b.end - b.start;
  return all.filter((person) => !all.some((other) => isInside(person, other)));
}

/** For the places of persons in a phrase. */
export function endsOf(persons: readonly Person[]): PersonEnds {
  return (start, mayBeWriter) =>
    persons
      .filter((person) => person.start === start && person.who !== 'nobody' && (mayBeWriter || person.who !== 'self'))
      .map(({ end }) => end);
}
