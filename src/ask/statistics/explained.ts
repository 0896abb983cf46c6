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

function saidOf({ observation }: Figure, store: StatisticsStore): ReadonlySet<string> {
  const { note, noteEn, section, measure, source } = observation;
  const { sv, en, explanation = '', explanationEn = '' } = store.measure(measure);
  const texts = [note, noteEn, section, sv, en, explanation, explanationEn, store.source(source).title];
  return new Set(texts.flatMap((text) => tokenise(text).map(({ folded }) => stem(folded))));
}
