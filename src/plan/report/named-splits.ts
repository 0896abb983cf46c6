import type { Locale } from '../../calendar/index.js';
import type { Split, RoundSummary } from './summary.js';
import { reportTexts } from './texts.js';
import { phaseIn } from './words.js';

/** The phases by the names that people read. */
export function phasesOf({ byPhase }: Pick<RoundSummary, 'byPhase'>, locale: Locale): readonly Split[] {
  return byPhase.map(({ name, counts }) => ({
    name: name === '' ? reportTexts[locale].noPhase : phaseIn(locale, name),
    counts,
  }));
}

/** The plans by their titles. */
export function plansOf({ byPlan, plans }: Pick<RoundSummary, 'byPlan' | 'plans'>): readonly Split[] {
  return byPlan.map(({ name, counts }) => ({ name: plans.find(({ id }) => id === name)?.title ?? name, counts }));
}
