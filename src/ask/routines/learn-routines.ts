import type { Locale } from '../../calendar/index.js';
import type { Routine } from '../knowledge.js';
import {
  type ConceptMatcher,
  EVIDENCE,
  type Example,
  learnLogistic,
  learnWeights,
  named,
  type Outcome,
  ROUTINE_FEATURES,
  type RoutineModel,
  scoresOf,
} from '../ranking/index.js';
import { atOnce } from '../steps.js';
import { byScore, evidenceFor } from './ranker.js';
import { inLanguage, RoutineIndex, type RoutineShortlist } from './routine-index.js';

const RIDGE = 2;
const WIDTH = ROUTINE_FEATURES.length;
const FOLDS = 5;
/** One question in so many is also asked as if its routine were not there: people ask what no routine answers, too. */
const UNANSWERED = 3;

interface Asked extends RoutineShortlist {
  /** The row of the routine that the question belongs to; -1 when the first stage lost it. */
  readonly right: number;
  readonly fold: number;
}

/**
 * Learns from the routines' own alternative questions, each asked without its own help, how to rank routines and how sure
 * to be; `foreign` are questions that no routine answers.
 */
export function learnRoutines(
  routines: readonly Routine[],
  { locale, matcher, foreign }: { locale: Locale; matcher: ConceptMatcher; foreign: readonly string[] },
): RoutineModel {
  const index = atOnce(RoutineIndex.steps(routines, locale, matcher));
  const asked = askAll(index, routines, locale);
  const pressed = pressAll(index, routines, locale);
  const outcomes = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const weights = learnFrom([...asked, ...pressed].filter((one) => one.fold !== fold));
    const held = asked.filter((one) => one.fold === fold);
    return [
      ...held.flatMap((one) => outcomeOf(index, one, weights)),
      ...held.filter((_, n) => n % UNANSWERED === 0).flatMap((one) => outcomeOf(index, withoutRight(one), weights)),
    ];
  });
  const weights = learnFrom([...asked, ...pressed]);
  const strangers = foreign.map((question) => ({ ...index.shortlist(question), right: -1 }));
  return {
    weights: named(ROUTINE_FEATURES, weights),
    confidence: named(
      [...EVIDENCE, 'bias'] as const,
      learnLogistic([...outcomes, ...strangers.flatMap((one) => outcomeOf(index, one, weights))]),
    ),
  };
}

/** How often a routine's own question, left out, finds its routine first, by weights that other routines taught. */
export function heldOutRoutineAccuracy(
  routines: readonly Routine[],
  { locale, matcher }: { locale: Locale; matcher: ConceptMatcher },
): number {
  const index = atOnce(RoutineIndex.steps(routines, locale, matcher));
  const asked = askAll(index, routines, locale);
  let right = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = learnFrom(asked.filter((one) => one.fold !== fold));
    for (const { features, right: row } of asked.filter((one) => one.fold === fold))
      if (byScore(scoresOf(features, weights))[0]?.row === row) right++;
  }
  return right / Math.max(1, asked.length);
}

function askAll(index: RoutineIndex, routines: readonly Routine[], locale: Locale): Asked[] {
  return routines.flatMap((routine, number) =>
    inLanguage(routine, locale).questions.map((question, n) => {
      const shortlist = index.shortlist(question, index.numberOf(number, n));
      return { ...shortlist, right: shortlist.candidates.indexOf(number), fold: number % FOLDS };
    }),
  );
}

/** The first question of each routine as its button sends it, with its own help. */
function pressAll(index: RoutineIndex, routines: readonly Routine[], locale: Locale): Asked[] {
  return routines.map((routine, number) => {
    const shortlist = index.shortlist(inLanguage(routine, locale).questions[0]!);
    return { ...shortlist, right: shortlist.candidates.indexOf(number), fold: number % FOLDS };
  });
}

function learnFrom(asked: readonly Asked[]): Float64Array {
  const examples: Example[] = asked.filter(({ right }) => right >= 0);
  return learnWeights(examples, { width: WIDTH, ridge: RIDGE });
}

type Judged = RoutineShortlist & { readonly right: number };

function withoutRight({ candidates, features, right, ...rest }: Asked): Judged {
  const rows = [...candidates.keys()].filter((row) => row !== right);
  const kept = new Float64Array(rows.length * WIDTH);
  rows.forEach((row, at) => kept.set(features.subarray(row * WIDTH, (row + 1) * WIDTH), at * WIDTH));
  return { ...rest, candidates: rows.map((row) => candidates[row]!), features: kept, right: -1 };
}

function outcomeOf(index: RoutineIndex, one: Judged, weights: Float64Array): Outcome[] {
  const ranked = byScore(scoresOf(one.features, weights));
  if (ranked.length === 0) return [];
  const evidence = evidenceFor(index, one, ranked);
  return [{ seen: EVIDENCE.map((name) => evidence[name]), isRight: ranked[0]!.row === one.right }];
}
