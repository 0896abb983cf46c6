import type { Suggestion } from '../answer.js';
import { areComparable, samePopulation } from './match.js';
import { capital, type Names } from './names.js';
import type { Figure, StatisticsStore } from './store.js';

const MOST = 3;

/** Two or three next questions whose answers exist: how it changed, by gender, the neighbours. */
export function suggestionsFor(figure: Figure, names: Names, store: StatisticsStore): Suggestion[] {
  const { observation } = figure;
  const { locale } = names;
  const measure = names.measure(observation.measure);
  const place = names.place(observation.population);
  const here = store
    .figures(observation.measure)
    .filter((other) => other.observation.kind === 'utfall' && samePopulation(other, figure));
  const suggestions: Suggestion[] = [];
  if (
    here.some(
      (other) =>
        other.period.last < figure.period.last &&
        areComparable(other.period, figure.period) &&
        other.observation.breakdown === observation.breakdown,
    )
  )
    suggestions.push(
      locale === 'sv'
        ? {
            title: 'Jämfört med året innan',
            question: `Hur har ${measure} i ${place} förändrats jämfört med året innan?`,
          }
        : {
            title: 'Compared with the year before',
            question: `How has ${measure} in ${place} changed compared with the year before?`,
          },
    );
  if (observation.breakdown === '' && here.some((other) => other.observation.breakdown === 'kon=kvinnor'))
    suggestions.push(
      locale === 'sv'
        ? { title: 'Kvinnor och män', question: `Hur är ${measure} för kvinnor och män i ${place}?` }
        : { title: 'Women and men', question: `What is ${measure} for women and men in ${place}?` },
    );
  for (const population of neighbouringPlaces(figure, store)) {
    const name = names.place(population);
    suggestions.push({
      title: names.shortPlace(population),
      question: locale === 'sv' ? `Vad är ${measure} i ${name}?` : `What is ${measure} in ${name}?`,
    });
  }
  return suggestions.slice(0, MOST).map(({ title, question }) => ({ title: capital(title), question }));
}

function neighbouringPlaces(figure: Figure, store: StatisticsStore): string[] {
  const organisation = store.organisationOf(figure.observation.population);
  const others = store
    .figures(figure.observation.measure)
    .filter(
      (other) =>
        !samePopulation(other, figure) &&
        other.observation.kind === 'utfall' &&
        other.observation.breakdown === '' &&
        store.organisationOf(other.observation.population) === organisation,
    );
  return [...new Set(others.map(({ observation }) => observation.population))].slice(0, 2);
}
