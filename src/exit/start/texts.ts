import type { Locale } from '../../calendar/index.js';
import { EMPLOYEE_GONE, MANAGER_CHANGED } from '../case/subjects.js';
import { en } from './texts.en.js';
import { sv, type StartTexts } from './texts.sv.js';

export type { StartTexts };

/** What starting and leading a case say beside the strings of their cards, in both languages. */
export const startTexts: Readonly<Record<Locale, StartTexts>> = { sv, en };

/** What lists of sendings call the cards of a case, whoever reads them: they name nobody. */
export const CARD_TITLE = 'Checklista inför avslut';

/** The same of what HR is told. */
export const NOTICE_TITLES = {
  [MANAGER_CHANGED]: 'Ny chef leder ett avslut',
  [EMPLOYEE_GONE]: 'Medarbetare med öppet avslut saknas i katalogen',
} as const;
