import type { Locale } from '../../calendar/index.js';
import type { Answer, Chart, Fact, Suggestion } from '../answer.js';
import { periodText } from '../period.js';
import { CitationList } from '../phrase/citations.js';
import { display } from '../phrase/number.js';
import { askTexts } from '../phrase/texts.js';
import { hasNoBreakdown, latest, type Selection } from './select.js';
import type { Figure, StatisticsStore } from './store.js';

const MAX_FACTS = 8;

/** Puts one found figure into an answer: the figure, what belongs beside it, a chart of its neighbours, sources, next questions. */
export function composeFigure(found: Extract<Selection, { kind: 'found' }>, locale: Locale, store: StatisticsStore): Answer {
  const texts = askTexts[locale];
  const { figure, assumed } = found;
  const citations = new CitationList();
  const fact = (of: Figure, label: string): Fact => ({
    label,
    value: of.number,
    display: display(of.observation, locale),
    unit: of.observation.unit,
    kind: of.observation.kind,
    period: periodText(of.period, locale),
    population: nameOf(of.observation.population, locale, store),
    source: citations.cite(store.source(of.observation.source), of.observation.section, measureName(of, locale, store)),
  });
  const measure = measureName(figure, locale, store);
  const place = nameOf(figure.observation.population, locale, store);
  const period = periodText(figure.period, locale);
  const main = fact(figure, `${capital(measure)}, ${place}`);
  const beside = besides(figure, found.conflicting, store).map((other) => fact(other, besideLabel(other, figure, locale, store)));
  const facts = [main, ...beside].slice(0, MAX_FACTS);
  const lines = [
    `${texts.ofWhich(`**${capital(measure)}, ${place}**`, `**${main.display}**`).slice(0, -1)} (${period}) [${main.source}].`,
    ...found.conflicting.map((other) => texts.conflict(main.display, display(other.observation, locale))),
    ...beside.map(({ label, display: shown }) => texts.ofWhich(label, shown)),
  ];
  return {
    kind: 'statistic',
    locale,
    title: capital(measure),
    text: lines.join('\n'),
    facts,
    citations: citations.all(),
    chart: chartOf(figure, locale, store),
    assumptions: [
      ...(assumed.population ? [texts.assumedPopulation(place)] : []),
      ...(assumed.period ? [texts.assumedPeriod(period)] : []),
    ],
    suggestions: suggestionsFor(figure, locale, store),
  };
}

/** What belongs beside a figure: the part of it (dag 1-14), the whole organisation, the same a year before. */
function besides(figure: Figure, conflicting: readonly Figure[], store: StatisticsStore): Figure[] {
  const { observation, period } = figure;
  const sameTime = (other: Figure) => other.period.notation === period.notation && other.observation.kind === observation.kind;
  const partMeasures = store.measures.filter(({ partOf }) => partOf === observation.measure).map(({ id }) => id);
  const parts = partMeasures.flatMap((id) =>
    store.figures(id).filter((other) => sameTime(other) && samePopulation(other, figure) && sameBreakdown(other, figure)),
  );
  const organisation = store.organisationOf(observation.population);
  const whole = store
    .figures(observation.measure)
    .filter((other) => sameTime(other) && other.observation.population === organisation && sameBreakdown(other, figure) && other !== figure);
  const before = latest(
    store
      .figures(observation.measure)
      .filter(
        (other) =>
          other.period.type === period.type &&
          other.period.last < period.last &&
          other.observation.kind === observation.kind &&
          samePopulation(other, figure) &&
          sameBreakdown(other, figure),
      ),
  );
  const chosen = [...parts, ...(organisation === observation.population ? [] : whole.slice(0, 1)), ...(before ? [before] : [])];
  return chosen.filter((other) => !conflicting.includes(other));
}

function besideLabel(other: Figure, main: Figure, locale: Locale, store: StatisticsStore): string {
  if (other.observation.measure !== main.observation.measure) return capital(measureName(other, locale, store));
  if (!samePopulation(other, main)) return capital(nameOf(other.observation.population, locale, store));
  return capital(periodText(other.period, locale));
}

/** One bar for each neighbour (the same level, the same time) and for the whole; none when there is nothing to compare. */
function chartOf(figure: Figure, locale: Locale, store: StatisticsStore): Chart | undefined {
  const { observation, period } = figure;
  const organisation = store.organisationOf(observation.population);
  const neighbours = store
    .figures(observation.measure)
    .filter(
      (other) =>
        other.period.notation === period.notation &&
        other.observation.kind === observation.kind &&
        sameBreakdown(other, figure) &&
        (store.population(other.observation.population).parent === organisation || other.observation.population === organisation),
    );
  if (neighbours.length < 3 || observation.valueTo !== '') return undefined;
  const measure = measureName(figure, locale, store);
  return {
    title: askTexts[locale].chartTitle(capital(measure), periodText(period, locale)),
    valueLabel: capital(measure),
    bars: [...neighbours]
      .sort((a, b) => b.number - a.number)
      .map((other) => ({
        label: capital(shortName(other.observation.population, locale, store)),
        value: other.number,
        display: display(other.observation, locale),
        highlighted: samePopulation(other, figure),
      })),
  };
}

/** Two or three next questions whose answers exist. */
function suggestionsFor(figure: Figure, locale: Locale, store: StatisticsStore): Suggestion[] {
  const { observation } = figure;
  const measure = measureName(figure, locale, store);
  const others = store
    .figures(observation.measure)
    .filter((other) => hasNoBreakdown(other) && !samePopulation(other, figure) && other.observation.kind === 'utfall')
    .filter((other) => store.organisationOf(other.observation.population) === store.organisationOf(observation.population));
  const places = [...new Set(others.map((other) => other.observation.population))].slice(0, 2);
  return places.map((population) => {
    const name = nameOf(population, locale, store);
    return {
      title: capital(shortName(population, locale, store)),
      question: locale === 'sv' ? `Vad är ${measure} i ${name}?` : `What is the ${measure} in ${name}?`,
    };
  });
}

function samePopulation(a: Figure, b: Figure): boolean {
  return a.observation.population === b.observation.population;
}

function sameBreakdown(a: Figure, b: Figure): boolean {
  return a.observation.breakdown === b.observation.breakdown;
}

function measureName(figure: Figure, locale: Locale, store: StatisticsStore): string {
  return store.measure(figure.observation.measure)[locale];
}

/** "avdelningen för förskola i Hägersten-Älvsjö": a department is nothing without its organisation. */
export function nameOf(population: string, locale: Locale, store: StatisticsStore): string {
  const organisation = store.organisationOf(population);
  const own = store.population(population)[locale];
  if (organisation === population) return own;
  return `${own} ${locale === 'sv' ? 'i' : 'in'} ${store.population(organisation)[locale]}`;
}

function shortName(population: string, locale: Locale, store: StatisticsStore): string {
  const name = store.population(population)[locale];
  return locale === 'sv' ? name.replace(/^avdelningen för /, '') : name.replace(/^the (.+) department$/, '$1');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
