import type { View } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { TextBatch } from './store.js';
import { pictureTexts } from './texts.js';

/** Eight texts of 600 characters each stay well below the size of a card. */
const PAGE = 8;

/** A batch of free texts, in the random order in which it was made; the newest batch is number 0. No text can be looked for. */
export function textsView(
  batches: readonly TextBatch[],
  {
    batch: wanted,
    page: at,
    locale,
    mayWrite,
  }: { readonly batch: number; readonly page: number; readonly locale: Locale; readonly mayWrite: boolean },
): View {
  const number = Math.min(wanted, batches.length - 1);
  const { id, texts } = batches.at(-1 - number)!;
  const pages = Math.max(1, Math.ceil(texts.length / PAGE));
  const page = Math.min(at, pages);
  return {
    template: 'exit/picture-texts',
    data: {
      id,
      mayWrite,
      title: pictureTexts[locale].textsTitle,
      place: pictureTexts[locale].textsPlace(batches.length - number, batches.length, page, pages),
      texts: texts.slice((page - 1) * PAGE, page * PAGE).map((text) => ({ text })),
      turns: [
        ...(page > 1 ? [{ batch: number, page: page - 1, direction: 'previous' }] : []),
        ...(page < pages ? [{ batch: number, page: page + 1, direction: 'next' }] : []),
        ...(number < batches.length - 1 ? [{ batch: number + 1, page: 1, direction: 'older' }] : []),
        ...(number > 0 ? [{ batch: number - 1, page: 1, direction: 'newer' }] : []),
      ],
    },
  };
}
