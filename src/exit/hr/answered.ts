import type { Locale } from '../../calendar/index.js';
import { hrTexts } from './texts.js';

/**
 * How many of those who got the survey answered it, as far as it may be told of a tertial: no case knows whether its survey was
 * answered, so that only what is released to HR's picture says it. `together` is told with other tertials, `later` not yet.
 */
export type Answered = { readonly answers: number; readonly invited: number } | 'together' | 'later';

/** Of an organisation, by the key of a tertial ("2026-2"). */
export type ReadAnswered = (organisation: string) => Promise<(tertial: string) => Answered>;

export function answeredText(answered: Answered, locale: Locale): string {
  const texts = hrTexts[locale];
  return typeof answered === 'string' ? texts.surveyUntold[answered] : texts.part(answered.answers, answered.invited);
}
