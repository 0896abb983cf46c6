import type { Locale } from '../../calendar/index.js';
import type { Response } from './response.js';

/** Who a split outcome is of, as the city's reports head it (domain page 3.3). */
export const SEXES = {
  sv: { women: 'kvinnor/flickor', men: 'män/pojkar' },
  en: { women: 'women/girls', men: 'men/boys' },
} as const satisfies Record<Locale, object>;

/** "8,2", and where the outcome was told of women and men as well "8,2 (kvinnor/flickor 8,9, män/pojkar 4,2)"; '' without one. */
export function outcomeIn(
  locale: Locale,
  { outcome = '', outcomeWomen, outcomeMen }: Pick<Response, 'outcome' | 'outcomeWomen' | 'outcomeMen'>,
): string {
  const split = [
    ...(outcomeWomen ? [`${SEXES[locale].women} ${outcomeWomen}`] : []),
    ...(outcomeMen ? [`${SEXES[locale].men} ${outcomeMen}`] : []),
  ];
  return split.length === 0 ? outcome : `${outcome} (${split.join(', ')})`;
}
