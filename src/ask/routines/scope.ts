import type { Routine } from '../knowledge.js';
import type { Home } from '../statistics/choose-places.js';
import type { StatisticsStore } from '../statistics/store.js';
import { withoutWords } from '../text/fold.js';
import type { Frame } from '../understand/frame.js';

/** Whose routines a question is about, as population ids. */
export interface Scope {
  readonly organisations: readonly string[];
  /** The departments and units named, those above and those below them; empty when none was named. */
  readonly parts: ReadonlySet<string>;
  readonly home: Home;
  /** The home is where the conversation is, and the question goes on about it. */
  readonly goesOn: boolean;
}

export function scopeOf({ populations }: Frame, home: Home, goesOn: boolean, store: StatisticsStore): Scope {
  const ids = populations.flatMap((mention) => mention.ids);
  const isOrganisation = (id: string) => store.population(id).level === 'organisation';
  const parts = new Set(ids.filter((id) => !isOrganisation(id)).flatMap((id) => store.kin(id)));
  return { organisations: ids.filter(isOrganisation), parts, home, goesOn };
}

const ANOTHER_ORGANISATION = 0.45;
const ANOTHER_PART = 0.65;
const WHOLE_FOR_A_PART = 0.92;
const NOT_FROM_HOME = 0.9;
const NOT_FROM_THE_CONVERSATION = 0.7;

/**
 * How well a routine's place fits, 0 to 1: one of another organisation than the named says little, one of another
 * department not much more; general ones fit nearly everywhere. Without a place named, the asker's own come first.
 */
export function scopeFactor({ organisation, department }: Routine, scope: Scope): number {
  const { organisations, parts, home } = scope;
  let factor = 1;
  if (organisations.length > 0 && organisation !== undefined && !organisations.includes(organisation))
    factor *= ANOTHER_ORGANISATION;
  if (parts.size > 0) {
    if (department === undefined) factor *= WHOLE_FOR_A_PART;
    else if (!parts.has(department)) factor *= ANOTHER_PART;
  }
  const isStrange = organisation !== undefined && home.organisation !== undefined && organisation !== home.organisation;
  return organisations.length === 0 && isStrange
    ? factor * (scope.goesOn ? NOT_FROM_THE_CONVERSATION : NOT_FROM_HOME)
    : factor;
}

/** The question as it is ranked: without the organisation, which the scope handles, and without "enligt hemtjänstens plan". */
export function rankedText(question: string, frame: Frame, store: StatisticsStore): string {
  const named = frame.populations.filter(({ ids }) => ids.some((id) => store.population(id).level === 'organisation'));
  const left = [...named, ...accordingTo(frame)];
  return withoutWords(question, (index) => left.some(({ start, end }) => index < end && index + 1 > start));
}

/** So many words may stand between "enligt" and the document. */
const LONGEST_NAME = 6;

function accordingTo({ tokens, lists }: Frame): { readonly start: number; readonly end: number }[] {
  return tokens.flatMap(({ text, index: start }) => {
    if (!lists['according-to'].has(text) || lists.preposition.has(text)) return [];
    const document = tokens.slice(start, start + LONGEST_NAME).find((word) => lists.document.has(word.text));
    return document ? [{ start, end: document.index + 1 }] : [];
  });
}
