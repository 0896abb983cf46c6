import type { View } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import { type Answered, answeredText } from './answered.js';
import type { TertialFigures } from './gather.js';
import { type Cell, type CellRow, hideSmall, TOLD } from './hide-small.js';
import { keyOf } from './process.js';
import { hrTexts } from './texts.js';

/** What is shown: the figures of a tertial, and how many of it answered the survey. */
export interface Shown {
  readonly figures: TertialFigures;
  readonly answered: Answered;
}

/** The process figures of one tertial, with what each of them means. */
export function figuresView(
  organisation: string,
  all: readonly TertialFigures[],
  about: Shown | undefined,
  locale: Locale,
): View {
  const texts = hrTexts[locale];
  const shown = about?.figures;
  return {
    template: 'exit/hr-figures',
    data: {
      organisation,
      period: shown
        ? `${texts.tertial(shown.tertial, shown.isOver)} · ${texts.period(shown.tertial)}`
        : texts.noFigures,
      whole: about
        ? [{ name: texts.whole, facts: wholeFacts(about, locale) }, ...themeFacts(about.figures, locale)]
        : [],
      departments: shown ? departmentFacts(shown, locale) : [],
      undivided: shown && shown.departments.length === 0 ? texts.notDivided(shown.isOver ? 'one' : 'running') : '',
      definitions: texts.definitions,
      tertial: shown ? keyOf(shown.tertial) : '',
      choices: all.map(({ tertial, isOver }) => ({ value: keyOf(tertial), title: texts.tertial(tertial, isOver) })),
    },
  };
}

/** The same as rows of a sheet: the board, its departments, and below what the figures mean. */
export function figuresSheet({ figures, answered }: Shown, locale: Locale): string[][] {
  const texts = hrTexts[locale];
  return [
    figuresHeader(locale),
    ...figuresRows(figures, locale, { answered: answeredText(answered, locale), readsCases: true }),
    ...themeFacts(figures, locale).flatMap(({ name, facts }) => [
      [],
      [name],
      ...facts.map((one) => [one.name, one.value]),
    ]),
    [],
    ...texts.definitions.map((line) => [line]),
  ];
}

export function figuresHeader(locale: Locale): string[] {
  const { sheet, cells, itemsOnTime, survey } = hrTexts[locale];
  return [sheet.period, sheet.department, ...TOLD.map((name) => cells[name]), itemsOnTime, survey];
}

/**
 * The board and its departments; `answered` says what is known of how many answered the survey. Whoever may not read the cases
 * themselves is told no small number of the board either.
 */
export function figuresRows(
  { tertial, isOver, all, departments }: TertialFigures,
  locale: Locale,
  { answered, readsCases }: { readonly answered: string; readonly readsCases: boolean },
): string[][] {
  const texts = hrTexts[locale];
  const cells = hideSmall(departments.map(({ counts }) => counts));
  const [whole] = hideSmall([all]) as [CellRow];
  const period = texts.tertial(tertial, isOver);
  return [
    [
      ...[period, texts.whole, ...TOLD.map((name) => (readsCases ? String(all[name]) : cellText(whole[name])))],
      ...[readsCases || typeof whole.exits === 'number' ? texts.part(all.itemsOnTime, all.items) : '–', answered],
    ],
    ...departments.map(({ name }, at) => [
      period,
      name || texts.noDepartment,
      ...TOLD.map((told) => cellText(cells[at]![told])),
    ]),
  ];
}

interface Fact {
  readonly name: string;
  readonly value: string;
}

function wholeFacts({ figures: { all: counts }, answered }: Shown, locale: Locale): Fact[] {
  const texts = hrTexts[locale];
  const ofTalks = (['offered', 'held', 'declined', 'notHeld', 'notNoted'] as const).map((name) => ({
    name: texts.cells[name],
    value: texts.part(counts[name], counts.talks),
  }));
  return [
    { name: texts.cells.exits, value: String(counts.exits) },
    { name: texts.cells.talks, value: String(counts.talks) },
    ...ofTalks,
    { name: texts.cells.onTime, value: texts.part(counts.onTime, counts.exits) },
    { name: texts.itemsOnTime, value: texts.part(counts.itemsOnTime, counts.items) },
    { name: texts.survey, value: answeredText(answered, locale) },
  ];
}

/** What the conversations were about; nothing when no theme may be told. */
function themeFacts({ themes }: TertialFigures, locale: Locale): { readonly name: string; readonly facts: Fact[] }[] {
  if (themes.length === 0) return [];
  return [
    {
      name: hrTexts[locale].themes,
      facts: themes.map(({ name, count }) => ({ name: name[locale], value: String(count) })),
    },
  ];
}

function departmentFacts({ departments }: TertialFigures, locale: Locale) {
  const texts = hrTexts[locale];
  const cells = hideSmall(departments.map(({ counts }) => counts));
  return departments.map(({ name }, at) => ({
    name: name || texts.noDepartment,
    facts: TOLD.map((told) => ({ name: texts.cells[told], value: cellText(cells[at]![told]) })),
  }));
}

/** "12", "<5", or a dash where the count would give a small one away. */
export function cellText(cell: Cell): string {
  if (cell === 'small') return '<5';
  return cell === 'hidden' ? '–' : String(cell);
}
