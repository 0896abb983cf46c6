import type { Phase } from '../../ask/index.js';
import type { Locale } from '../../calendar/index.js';
import { ACTIVITY_STATUSES, type ActivityStatus, GOAL_STATUSES, type GoalStatus } from '../round/index.js';

/** What can stand in a digest, in the order in which reports show it; silence comes last. */
export const SAID_OF_ACTIVITIES = ACTIVITY_STATUSES;
export const SAID_OF_GOALS = GOAL_STATUSES;

const ENGLISH: Readonly<Record<ActivityStatus | GoalStatus, string>> = {
  'ej påbörjad': 'not begun',
  pågår: 'in progress',
  klar: 'done',
  försenad: 'delayed',
  avvikelse: 'deviation',
  avbruten: 'broken off',
  'uppfylls helt': 'fully met',
  'uppfylls delvis': 'partly met',
  'uppfylls inte': 'not met',
};

const ENGLISH_PHASES: Readonly<Record<Phase, string>> = {
  utveckla: 'Develop',
  behålla: 'Retain',
  attrahera: 'Attract',
  rekrytera: 'Recruit',
  introducera: 'Introduce',
  avsluta: 'Conclude',
};

/** A status or fulfilment as a sentence goes on with it. Swedish is how it is stored. */
export function saidIn(locale: Locale, said: ActivityStatus | GoalStatus): string {
  return locale === 'sv' ? said : ENGLISH[said];
}

export function phaseIn(locale: Locale, phase: Phase): string {
  return locale === 'sv' ? capital(phase) : ENGLISH_PHASES[phase];
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
