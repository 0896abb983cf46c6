import { type IsoDate, type Locale, tertialOf } from '../../calendar/index.js';

/** The tertial in which somebody stops working, as keys and rows name it: "2026-3". The finest time that an answer has. */
export function tertialKey(day: IsoDate): string {
  const { year, tertial } = tertialOf(day);
  return `${year}-${tertial}`;
}

/** "2026-3" and -1 -> "2026-2". */
export function tertialAfter(key: string, steps = 1): string {
  const { year, tertial } = partsOf(key);
  const at = year * 3 + (tertial - 1) + steps;
  return `${Math.floor(at / 3)}-${(at % 3) + 1}`;
}

/** The last day of a tertial. */
export function lastDayOf(key: string): IsoDate {
  const { year, tertial } = partsOf(key);
  return tertialOf(`${year}-${String(tertial * 4).padStart(2, '0')}-01`).to;
}

const MONTHS = {
  sv: ['januari–april', 'maj–augusti', 'september–december'],
  en: ['January–April', 'May–August', 'September–December'],
} as const;

/** "2026-3" -> "september–december 2026". */
export function tertialIn(locale: Locale, key: string): string {
  const { year, tertial } = partsOf(key);
  return `${MONTHS[locale][tertial - 1]!} ${year}`;
}

function partsOf(key: string): { year: number; tertial: number } {
  const [year, tertial] = key.split('-').map(Number);
  if (!year || !tertial || tertial > 3) throw new RangeError(`"${key}" is no tertial.`);
  return { year, tertial };
}
