import type { Locale } from '../../calendar/index.js';
import type { Group } from './figures.js';
import { type FigureRow, shownIn } from './rows.js';
import { pictureTexts } from './texts.js';
import type { Window } from './window.js';

/** What stands first of a window and group, as names and values: how many answered, of how many where that is known, and eNPS. */
export function factsOf(
  { releases }: Pick<Window, 'releases'>,
  group: Group | undefined,
  {
    rows,
    isWhole,
    locale,
  }: { readonly rows: readonly FigureRow[]; readonly isWhole: boolean; readonly locale: Locale },
): readonly (readonly [name: string, value: string])[] {
  const texts = pictureTexts[locale];
  const answered = releases.reduce((sum, { whole: { answers = 0 } }) => sum + answers, 0);
  const invited = releases.reduce((sum, { invited: own }) => sum + own, 0);
  return [
    isWhole && invited > 0
      ? [texts.answered, texts.of(answered, invited)]
      : [texts.answers, String(group?.answers ?? (isWhole ? answered : texts.hidden))],
    ...rows.filter(({ kind }) => kind === 'enps').map((row) => [texts.enps, shownIn(locale, row)] as const),
  ];
}
