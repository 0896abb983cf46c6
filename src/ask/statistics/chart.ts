import type { Chart, ChartBar } from '../answer.js';
import { display } from '../phrase/number.js';
import { sameBreakdown, samePopulation, sameTime } from './match.js';
import { capital, type Names } from './names.js';
import type { Figure, StatisticsStore } from './store.js';

const FEWEST_BARS = 3;

/**
 * A bar for each figure compared, or for one figure's neighbours (the same level and the whole, at the same time).
 * None where fewer than three bars would stand, or where a figure is a range.
 */
export function chartOf(figures: readonly Figure[], names: Names, store: StatisticsStore): Chart | undefined {
  const [main] = figures;
  if (!main || figures.some(({ observation }) => observation.valueTo !== '')) return undefined;
  const measure = capital(names.measure(main.observation.measure));
  const isOneMeasure = figures.every(({ observation }) => observation.measure === main.observation.measure);
  if (!isOneMeasure) return undefined;
  const compared = figures.length >= FEWEST_BARS ? figures : neighbours(main, store);
  if (compared.length < FEWEST_BARS) return undefined;
  const isAsked = (figure: Figure) => figures.length < FEWEST_BARS && figures.some((asked) => asked === figure);
  const highlighted = figures.length < FEWEST_BARS ? isAsked : (figure: Figure) => figure === main;
  const labelOf = names.among(compared);
  const isOf = (part: (figure: Figure) => string) => compared.every((figure) => part(figure) === part(main));
  const bars = compared.map((figure): ChartBar => ({
    label: labelOf(figure),
    value: figure.number,
    display: display(figure.observation, names.locale),
    highlighted: highlighted(figure),
  }));
  return {
    // What all bars share stands in the title, what tells them apart beside each.
    title: [
      isOf((figure) => names.subject(figure)) ? names.subject(main) : measure,
      isOf((figure) => names.period(figure)) ? names.period(main) : '',
    ]
      .filter(Boolean)
      .join(', '),
    valueLabel: measure,
    // Those that were put in order from the lowest stay so.
    bars: isRising(figures) ? bars : bars.sort((a, b) => b.value - a.value),
  };
}

function isRising(figures: readonly Figure[]): boolean {
  return (
    figures.length >= FEWEST_BARS && figures.every(({ number }, at) => at === 0 || number >= figures[at - 1]!.number)
  );
}

function neighbours(figure: Figure, store: StatisticsStore): Figure[] {
  const parent = store.population(figure.observation.population).parent ?? figure.observation.population;
  return store
    .figures(figure.observation.measure)
    .filter(
      (other) =>
        sameTime(other, figure) &&
        sameBreakdown(other, figure) &&
        other.observation.kind === figure.observation.kind &&
        other.observation.valueTo === '' &&
        (other.observation.population === parent || store.population(other.observation.population).parent === parent) &&
        (other === figure || !samePopulation(other, figure)),
    )
    .filter((other, at, all) => all.findIndex((first) => samePopulation(first, other)) === at);
}
