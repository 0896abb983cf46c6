import type { Knowledge } from '../../../ask/index.js';
import type { Locale } from '../../../calendar/index.js';
import { type HrParts, type TertialFigures, tertialFigures } from '../../hr/gather.js';
import { type Turnover, turnoverOf } from './turnover.js';

/** What stands beside the survey's figures: in chat, in the file and in the report. */
export interface Beside {
  readonly organisation: string;
  readonly turnover: Turnover;
  /** How exits went: counted of the cases that are still kept. */
  readonly process: readonly TertialFigures[];
}

export type ReadBeside = (organisation: string, locale: Locale, now: Date) => Promise<Beside>;

export function createReadBeside({
  knowledge,
  ...parts
}: HrParts & { readonly knowledge: () => Knowledge }): ReadBeside {
  return async (organisation, locale, now) => ({
    organisation,
    turnover: turnoverOf(knowledge(), organisation, locale),
    process: await tertialFigures(parts, organisation, now),
  });
}
