import { stem, type Token } from '../../../ask/index.js';
import { ACTIVITY_STATUSES, type ActivityStatus } from '../../round/index.js';
import { phaseOfWord, type PlanWord, STATUS_WORDS } from './plan-words.js';
import type { Reading } from './reading.js';
import { goOn, inherited } from './go-on.js';
import { NOTHING_WANTED, type Surety, type Understood, type Want, type Wanted } from './wanted.js';

/** What a conversation is about: the plan's answer before, or something else of the engine's. */
export interface Before {
  readonly wanted?: Wanted;
  readonly isAboutOthers: boolean;
}

/** Words after which nobody means figures or routines: no other knowledge has them in this form. */
const TELLING: readonly PlanWord[] = ['delayed', 'not-started', 'stopped', 'moved'];

/** "Vet du när ...?": so far from the beginning a question may ask when. */
const MOST_BEFORE_WHEN = 2;
const MOST_ABOUT = 4;

/**
 * Decides whether a question is about the plan's follow-up, and what it wants. Strict: a word that nothing explains makes it none, unless it
 * stands where the question says what it is about. Pure.
 */
export function readWanted(reading: Reading, before: Before, year: number): Understood | undefined {
  if (reading.isElsewhere || reading.words.has('other')) return undefined;
  const wanted = filtersOf(reading, year);
  return readDue(reading, wanted) ?? (reading.loose.length > 0 ? undefined : readWhole(reading, wanted, before));
}

/** "När ska silviadiplomeringen vara klar?": the words between are what it is about; the plan must have them all. */
function readDue({ words, loose, topic, whenAt = Infinity }: Reading, wanted: Wanted): Understood | undefined {
  const about = stemsOf([...loose, ...topic]);
  const asksDate = whenAt <= MOST_BEFORE_WHEN && (words.has('done') || words.has('target-date'));
  if (!asksDate || about.length === 0 || about.length > MOST_ABOUT) return undefined;
  return { wanted: { ...wanted, want: 'due', statuses: [], topic: about }, surety: 'sure' };
}

/** A question of which every word is explained. */
function readWhole(reading: Reading, wanted: Wanted, before: Before): Understood | undefined {
  const { words, topic, places } = reading;
  const has = (...some: readonly PlanWord[]) => some.some((word) => words.has(word));
  const as = (want: Want, surety: Surety = 'sure', more: Partial<Wanted> = {}): Understood => ({
    wanted: { ...inherited(reading, wanted, before.wanted), want, ...more },
    surety,
  });
  const goesOn = before.wanted !== undefined;
  const namesRound = has('activity', 'round') || reading.round.period !== undefined;
  // Of the organisation's plan, by its name, the published document is meant.
  const names = namesRound || (has('plan') && !reading.namesOwn);
  const isTopical = topic.length > 0;
  const stands = wanted.statuses.length > 0 || wanted.moved;
  const asksWhich = has('which', 'count', 'share');
  /** Without a word of the plan's own it may be about what was talked of before. */
  const surety: Surety = names || goesOn || !before.isAboutOthers ? 'sure' : 'maybe';

  if (has('goal') && !goesOn)
    return has('progress', 'summary', 'which', 'count', 'share') && names
      ? as('status', namesRound ? 'sure' : 'maybe')
      : undefined;
  if (has('mine') && !isTopical && (has('answered', 'left', 'silent', 'activity') || stands))
    return stands
      ? as('list', surety, { own: true })
      : as('mine', has('answered', 'activity', 'silent') ? 'sure' : 'maybe');
  const asksWhat = has('what', 'content') && (isTopical || places.length > 0 || names || wanted.phase !== undefined);
  if (has('answered') && asksWhat && !has('not'))
    return as('said', isTopical || places.length > 0 || names ? 'sure' : 'maybe');
  if (has('said') && asksWhat && isTopical) return as('said', 'maybe');
  if (has('content') && has('round') && isTopical) return as('said');
  if (isTopical && !names && !goesOn) return undefined;
  if (!isTopical && !stands && (has('silent') || (has('answered') && has('not')))) return as('silent', surety);
  if (!isTopical && !stands && has('answered') && (asksWhich || has('whole', 'unit')))
    return as('silent', names || goesOn || has('count', 'share') ? surety : 'maybe');
  if (has('compare') && !isTopical && (names || goesOn) && has('previous', 'last-year', 'latest', 'round'))
    return as('compare', 'sure', { round: {} });
  if (has('when')) return undefined;
  if (stands && (namesRound || (names && asksWhich) || (goesOn && asksWhich))) return as('list');
  if (stands && !goesOn && (asksWhich || has('what', 'content')))
    return as('list', asksWhich && has(...TELLING) ? surety : 'maybe');
  if (has('progress') && names) return as('status');
  if (has('summary') && namesRound) return as('status');
  const asksContent = has('content', 'which', 'what', 'responsible', 'count') || (has('activity') && isTopical);
  if (asksContent && names && has('plan', 'activity') && !has('answered') && (isTopical || !goesOn))
    return as('content', isTopical ? 'sure' : 'maybe');
  return before.wanted && goOn(reading, wanted, before.wanted);
}

/** What narrows: statuses, phase, place, round, topic. */
function filtersOf({ words, places, round, topic }: Reading, year: number): Wanted {
  const phase = [...words].map(phaseOfWord).find((found) => found !== undefined);
  return {
    ...NOTHING_WANTED,
    counts: words.has('count') || words.has('share'),
    statuses: statusesOf(words),
    moved: words.has('moved'),
    ...(phase && { phase }),
    places: [...places],
    own: words.has('mine'),
    round: {
      ...round,
      ...(words.has('this-year') && { year }),
      ...(words.has('last-year') && { year: year - 1 }),
      ...(words.has('previous') && round.period === undefined && { isPrevious: true }),
    },
    topic: stemsOf(topic),
  };
}

function statusesOf(words: ReadonlySet<PlanWord>): ActivityStatus[] {
  const named = STATUS_WORDS.filter(([word]) => words.has(word)).map(([, status]) => status);
  // "Vilka är inte klara?" asks for what is still to be done.
  const isNegated = words.has('not') && named.length === 1 && named[0] === 'klar';
  return isNegated ? ACTIVITY_STATUSES.filter((status) => status !== 'klar' && status !== 'avbruten') : named;
}

function stemsOf(tokens: readonly Token[]): string[] {
  return [...new Set(tokens.map(({ folded }) => stem(folded)))].slice(0, 6);
}
