import type { Person } from '../../people/index.js';

/** More do not fit on a card, and nobody looks through them: a few letters more find the person. */
export const MOST_FOUND = 12;

/**
 * Whom a typed name or e-mail address means: the one whose address it is, else those whose name has words that begin as the typed
 * ones do, in any order and without their marks. "anna b" finds Anna Berg, Berit Annasdotter and nobody called Hanna.
 */
export function findPeople<Found extends Pick<Person, 'name' | 'email'>>(
  typed: string,
  people: readonly Found[],
): readonly Found[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  const exact = people.filter(({ email, name }) => email === wanted || fold(name) === fold(wanted));
  if (exact.length > 0) return exact;
  const words = fold(wanted).split(/\s+/);
  return people.filter(({ name }) => {
    const own = fold(name).split(/[\s-]+/);
    return words.every((word) => own.some((part) => part.startsWith(word)));
  });
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
