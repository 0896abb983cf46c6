import type { Locale } from '../../../calendar/index.js';
import { answeredText } from '../../hr/answered.js';
import { figuresHeader, figuresRows, cellText } from '../../hr/figures-view.js';
import type { TertialFigures } from '../../hr/gather.js';
import { type CellRow, hideSmall } from '../../hr/hide-small.js';
import { keyOf } from '../../hr/process.js';
import { hrTexts } from '../../hr/texts.js';
import type { Release } from '../figures.js';
import { answeredIn } from './answered.js';

/** How exits of one tertial went, of everybody or of one department. */
export interface ProcessFacts {
  readonly title: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

/** Of these the picture's card tells; the rest stands in the file and on the card of exits. */
const ON_CARD = ['offered', 'held', 'onTime'] as const;

/**
 * The process figures of those tertials that are over, newest first. What is small is hidden, of the whole as well: who reads the picture
 * may not be somebody who reads the cases.
 * How many answered is told of releases alone, and of nothing smaller: no case knows whether its survey was answered.
 */
export function processFacts(
  figures: readonly TertialFigures[],
  {
    tertials,
    department,
    locale,
  }: { readonly tertials: readonly string[]; readonly department?: string; readonly locale: Locale },
): readonly ProcessFacts[] {
  const texts = hrTexts[locale];
  return figures
    .filter(({ tertial, isOver }) => isOver && tertials.includes(keyOf(tertial)))
    .flatMap(({ tertial, all, departments }): ProcessFacts[] => {
      const title = texts.tertial(tertial, true);
      if (department === undefined) {
        const [whole] = hideSmall([all]) as [CellRow];
        const facts = ON_CARD.map((name) => {
          const [count, of] = [whole[name], whole[name === 'onTime' ? 'exits' : 'talks']];
          // What a count is a part of may itself be what must not be told.
          const isPart = typeof count === 'number' && typeof of === 'number';
          return { title: texts.cells[name], value: isPart ? texts.part(count, of) : cellText(count) };
        });
        return [{ title, facts: [{ title: texts.cells.exits, value: cellText(whole.exits) }, ...facts] }];
      }
      const cells = hideSmall(departments.map(({ counts }) => counts))[
        departments.findIndex(({ name }) => name === department)
      ];
      if (!cells) return [];
      const facts = (['exits', 'talks', ...ON_CARD] as const).map((name) => ({
        title: texts.cells[name],
        value: cellText(cells[name]),
      }));
      return [{ title, facts }];
    });
}

/** Every tertial that is over as rows of a sheet, its heading first, with how many answered where a release is of that tertial alone. */
export function processRows(
  figures: readonly TertialFigures[],
  scores: readonly Release[],
  locale: Locale,
): readonly (readonly string[])[] {
  const answeredOf = (key: string) => answeredText(answeredIn(scores, key), locale);
  const over = figures.filter(({ isOver }) => isOver);
  return [
    figuresHeader(locale),
    ...over.flatMap((one) => figuresRows(one, locale, { answered: answeredOf(keyOf(one.tertial)), readsCases: false })),
  ];
}
