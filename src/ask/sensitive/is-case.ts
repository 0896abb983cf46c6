import type { Sentence } from './clauses.js';
import type { FormId } from './knowledge.js';
import { endsOf, type Person, WHO, type Who } from './persons.js';
import type { Finder, Span } from './phrase.js';

/** Words of a topic in a sentence; `isAct` words tell of a case by themselves where somebody is told of. */
export interface Hit extends Span {
  readonly isAct: boolean;
}

export interface Surroundings {
  readonly sentence: Sentence;
  readonly persons: readonly Person[];
  readonly forms: Readonly<Record<FormId, Finder>>;
}

/**
 * Whether the words tell of a case. Of the writer, or of somebody in particular ("min kollega"), they always do. Of
 * somebody ("en medarbetare") they do unless the question only supposes it; of a group or nobody said, unless it asks at all.
 */
export function isCase(hit: Hit, { sentence, persons, forms }: Surroundings): boolean {
  const spans = (form: FormId) => forms[form](sentence.words, endsOf(persons));
  const clause = clauseOf(hit, sentence, spans('boundary'));
  const inClause = persons.filter(
    ({ who, start, end }) => start >= clause.start && end <= (who === 'nobody' ? hit.start : clause.end),
  );
  const about = hit.isAct ? inClause : exposedTo(hit, { clause, inClause, spans });
  if (about === undefined) return false;
  const who = surest(about);
  if (who === 'nobody') return false;
  if (who === 'self' || who === 'definite') return true;

  const before = (form: FormId) => spans(form).filter(({ start }) => start < hit.start);
  const questionWord = before('interrogative')[0];
  if (who === 'indefinite') {
    const isSupposed = before('supposes').some(({ start }) => start > (questionWord?.start ?? Infinity));
    return before('asks').length === 0 && !isSupposed;
  }
  const beginsWithVerb = sentence.isQuestion && before('verb-first').some(({ start }) => start === 0);
  return spans('asks').length === 0 && questionWord === undefined && !beginsWithVerb;
}

/** The clause that the words stand in: from the comma or conjunction before them to the next one after. */
function clauseOf({ start, end }: Span, { words, breaks }: Sentence, boundaries: readonly Span[]): Span {
  const edges = [...breaks, ...boundaries.map((boundary) => boundary.start), words.length];
  return {
    start: Math.max(0, ...edges.filter((edge) => edge <= start)),
    end: Math.min(...edges.filter((edge) => edge >= end)),
  };
}

/** Of a noun: the persons it is about, where the clause says that somebody is exposed to it; undefined where it does not. */
function exposedTo(
  hit: Hit,
  { clause, inClause, spans }: { clause: Span; inClause: readonly Person[]; spans: (form: FormId) => Span[] },
): readonly Person[] | undefined {
  const isExposed = spans('exposed').some(({ start, end }) => start >= clause.start && end <= clause.end);
  if (isExposed) return inClause;
  const joints = spans('between').filter(({ start }) => start === hit.end);
  const named = inClause.filter(({ who, start }) => who !== 'group' && joints.some(({ end }) => end === start));
  return named.length > 0 ? named : undefined;
}

/** The surest of the persons; that it must not happen to anybody goes before all but the writer. */
function surest(persons: readonly Person[]): Who | undefined {
  const has = (who: Who) => persons.some((person) => person.who === who);
  if (has('nobody') && !has('self')) return 'nobody';
  return WHO.find(has);
}
