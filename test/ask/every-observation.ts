import { type Observation, parsePeriod } from '../../src/ask/index.js';
import { ask, knowledge, NOW } from './engine.js';

const measures = new Map(knowledge.measures.map((measure) => [measure.id, measure]));
const populations = new Map(knowledge.populations.map((population) => [population.id, population]));
const values = new Map(
  knowledge.breakdowns.flatMap(({ id, values: all }) =>
    all.map((value) => [`${id}=${value.id}`, value.sv] as [string, string]),
  ),
);
const MONTHS = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');
const KIND_WORDS = {
  utfall: '',
  mål: 'målet för ',
  årsmål: 'årsmålet för ',
  'KF:s årsmål': 'KF:s årsmål för ',
  prognos: 'prognosen för ',
};

function place(id: string): string {
  const { sv, parent } = populations.get(id)!;
  return parent === undefined ? sv : `${sv} i ${top(id)}`;
}

function top(id: string): string {
  const { sv, parent } = populations.get(id)!;
  return parent === undefined ? sv : top(parent);
}

function time(notation: string): string {
  const { type, first, last } = parsePeriod(notation)!;
  const year = Math.floor(last / 12);
  if (type === 'year' || (type === 'as-of' && first !== last)) return String(year);
  return type === 'span' ? `${MONTHS[first % 12]} till ${MONTHS[last % 12]} ${year}` : `${MONTHS[last % 12]} ${year}`;
}

function sentence(row: Observation, name: string): string {
  const groups =
    row.breakdown === ''
      ? ''
      : `för ${row.breakdown
          .split('; ')
          .map((part) => values.get(part))
          .join(' ')} `;
  return `Vad är ${KIND_WORDS[row.kind]}${name} ${groups}i ${place(row.population)} ${time(row.period)}?`;
}

function isAnswered(row: Observation, name: string): boolean {
  const twin = knowledge.observations.find(({ id }) => id === row.conflictsWith);
  const { answer } = ask({ question: sentence(row, name), now: NOW, context: {} });
  const [first] = answer.facts;
  return (
    answer.kind === 'statistic' &&
    first !== undefined &&
    [row, twin].some((wanted) => wanted && first.value === Number(wanted.value))
  );
}

/**
 * Every figure of the data is asked for in a sentence, by its measure's name and three other wordings, and the first figure of the
 * answer must be that one (or its twin, where the source contradicts itself). Of these figures, the questions that missed.
 */
export function missedOf(rows: readonly Observation[]): string[] {
  return rows.flatMap((row) => {
    const { sv, synonyms } = measures.get(row.measure)!;
    const wanted = Math.min(3, synonyms.length);
    let answered = 0;
    for (const name of synonyms) if (answered < wanted && isAnswered(row, name)) answered++;
    return isAnswered(row, sv) && answered === wanted ? [] : [`${row.id}: ${sentence(row, sv)}`];
  });
}

/** Every wording of the vocabulary, with one of its measure's figures, taken in turn: all of all would be sixteen thousand. */
export const wordings = knowledge.measures.flatMap(({ id, synonyms }) => {
  const rows = knowledge.observations.filter(({ measure }) => measure === id);
  return synonyms.map((name, at) => ({ name, row: rows[at % rows.length]! }));
});

/** Of these wordings, the questions that missed. "Friskast" asks for the lowest of all instead, and is meant to. */
export function missedWordings(tries: typeof wordings): string[] {
  return tries
    .filter(({ row, name }) => !isAnswered(row, name))
    .map(({ row, name }) => sentence(row, name))
    .filter((question) => !question.includes('friskast'));
}

/** One of so many, evenly, and with them the first of each measure. */
export function sample<T>(all: readonly T[], measureOf: (one: T) => string, of: number): T[] {
  const seen = new Set<string>();
  return all.filter((one, at) => {
    const isFirst = !seen.has(measureOf(one));
    seen.add(measureOf(one));
    return isFirst || at % of === 0;
  });
}
