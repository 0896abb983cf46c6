import type { Answer } from '../answer.js';
import { CitationList } from '../phrase/citations.js';
import { display } from '../phrase/number.js';
import { askTexts } from '../phrase/texts.js';
import { capital, type Names } from './names.js';
import { NO_PLACE } from './places.js';
import type { Reading } from './reading.js';
import type { Missing } from './figure-at.js';
import type { StatisticsStore } from './store.js';

/** Says plainly what is missing, and names the nearest figure as being something else. */
export function missingAnswer(missing: Missing, reading: Reading, names: Names, store: StatisticsStore): Answer {
  const { locale } = names;
  const texts = askTexts[locale];
  const { measure, place, breakdown, nearest } = missing;
  const named = reading.places.flat().filter((id) => id !== NO_PLACE);
  const asked = [
    measure && names.measure(measure),
    ...(place ? [names.place(place)] : named.slice(0, 1).map((id) => names.place(id))),
    ...breakdown.map((part) => names.part(part)),
    ...(missing.because === 'kind' ? [texts.askedOutcome] : []),
    ...(missing.because === 'unit' && reading.wants.share ? [texts.askedShare] : []),
    ...reading.times.map((time) => names.time(time)),
    ...(missing.unknown ?? []).map((word) => `”${word}”`),
    ...(reading.lacks ? [texts.askedBefore[reading.lacks]] : []),
  ].filter(Boolean);
  const citations = new CitationList();
  const lines = [texts.noFigure(asked.join(', '))];
  if (nearest) {
    const { observation } = nearest;
    const n = citations.cite(store.source(observation.source), observation.section, names.what(nearest));
    lines.push(
      texts.nearest(
        `${names.what(nearest)}, ${names.place(observation.population)}, ${names.period(nearest)}: ${display(observation, locale)} [${n}]`,
      ),
    );
  }
  return {
    kind: 'unknown',
    locale,
    title: texts.unknownTitle,
    text: lines.join(' '),
    facts: [],
    citations: citations.all(),
    assumptions: [],
    suggestions: [],
  };
}

/** Asks back when equally likely readings remain, with a button for each. */
export function whichPlace(measure: string, options: readonly string[], names: Names): Answer {
  const texts = askTexts[names.locale];
  return {
    kind: 'clarify',
    locale: names.locale,
    title: texts.whichTitle,
    text: texts.which,
    facts: [],
    citations: [],
    assumptions: [],
    suggestions: options.slice(0, 5).map((option) => {
      const place = names.place(option);
      const name = names.measure(measure);
      return {
        title: capital(place),
        question: names.locale === 'sv' ? `Vad är ${name} i ${place}?` : `What is ${name} in ${place}?`,
      };
    }),
  };
}
