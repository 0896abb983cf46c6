import type { Locale } from '../../../calendar/index.js';
import type { ExitTexts } from './exit-texts.js';
import { en } from './texts.en.js';
import { sv } from './texts.sv.js';

export type { ExitTexts, Next } from './exit-texts.js';
export const exitTexts: Readonly<Record<Locale, ExitTexts>> = { sv, en };
