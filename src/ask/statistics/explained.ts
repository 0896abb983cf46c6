import { tokenise } from '../text/fold.js';
import { stem } from '../text/stem.js';
import type { Figure, StatisticsStore } from './store.js';

/**
 * Whether words that nobody understood are said of the figure itself: its note, section or document speaks of them ("på
 * heltid", "tjänstelegitimation"). Then they narrow nothing that the figure does not already mean.
 */
export function isExplained(words: string, figure: Figure, store: StatisticsStore): boolean {
  const said = saidOf(figure, store);
  return tokenise(words).every(({ folded }) => said.has(stem(folded)));
}

const TWELVE_MONTHS = '12 tolv månader månaderna månadersperioden months twelve-month';

function saidOf({ observation, period }: Figure, store: StatisticsStore): ReadonlySet<string> {
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
  ];
  return new Set(texts.flatMap((text) => tokenise(text).map(({ folded }) => stem(folded))));
}
