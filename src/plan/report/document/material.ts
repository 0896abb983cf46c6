import type { Locale } from '../../../calendar/index.js';
import type { Details } from '../details.js';
import type { Exceptions } from '../deviation.js';
import type { RoundSummary } from '../summary.js';

/** All that a written report is made of. */
export interface Material {
  readonly summary: RoundSummary;
  readonly details: Details;
  readonly exceptions: Exceptions;
  readonly organisation: string;
  /** The function of whoever is responsible for the round; '' when the directory no longer knows the person. */
  readonly owner: string;
  readonly now: Date;
  readonly locale: Locale;
}
