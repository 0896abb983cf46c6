import { type Period, periodText } from '../period.js';
import { tokenise } from '../text/fold.js';
import { stem } from '../text/stem.js';
import type { Figure, StatisticsStore } from './store.js';

/**
 * Whether words that nobody understood are said of the figure itself: its note, section or document speaks of them ("på
 * heltid", "tjänstelegitimation"), all in one text. Then they narrow nothing that the figure does not already mean.
 */
export function isExplained(words: string, figure: Figure, store: StatisticsStore): boolean {
  const asked = tokenise(words).map(({ folded }) => stem(folded));
  return saidOf(figure, store).some((said) => asked.every((word) => isSaid(word, said)));
}

const SHORTEST_TAIL = 7;

/** The word itself, or a compound of it: "handläggare" of "biståndshandläggare", which is narrower and stands in the answer. */
function isSaid(word: string, said: ReadonlySet<string>): boolean {
  return said.has(word) || (word.length >= SHORTEST_TAIL && [...said].some((other) => other.endsWith(word)));
}

const TWELVE_MONTHS = '12 tolv månader månaderna månadersperioden months twelve-month';

const SEASONS = ['vintern winter', 'våren spring', 'sommaren summer', 'hösten autumn'] as const;

/** The season of a month or day ("oktober 2023" is in "hösten 2023"); '' for longer periods. */
function seasonOf({ first, last }: Period): string {
  return first === last ? SEASONS[Math.floor(((last + 1) % 12) / 3)]! : '';
}

function saidOf({ observation, period }: Figure, store: StatisticsStore): ReadonlySet<string>[] {
  const { note, noteEn, section, measure, source } = observation;
  const { sv, en, synonyms, synonymsEn, explanation = '', explanationEn = '' } = store.measure(measure);
  const texts = [
    note,
    noteEn,
    section,
    sv,
    ...synonyms,
    ...synonymsEn,
    en,
    explanation,
    explanationEn,
    store.source(source).title,
    period.type === 'r12' ? TWELVE_MONTHS : '',
    periodText(period, 'sv'),
    periodText(period, 'en'),
    seasonOf(period),
  ];
  return texts.map((text) => new Set(tokenise(text).map(({ folded }) => stem(folded))));
}
