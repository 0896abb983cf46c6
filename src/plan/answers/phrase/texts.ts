import type { Locale } from '../../../calendar/index.js';
import type { PlanTexts } from './plan-texts.js';
import { en } from './texts.en.js';
import { sv } from './texts.sv.js';

export type { Part, PlanTexts } from './plan-texts.js';
export const planTexts: Readonly<Record<Locale, PlanTexts>> = { sv, en };
