import { createUnderstand, type Frame } from '../../src/ask/understand/frame.js';
import { withoutWords } from '../../src/ask/text/fold.js';
import { ask, knowledge, NOW } from './engine.js';

/**
 * Known questions in which one thing is exchanged for something that no document has: another year, unit, organisation or
 * measure, or a part of the staff added. Whatever figure comes then is a wrong one, unless the answer says what is missing.
 */
export interface Mutant {
  readonly of: 'year' | 'organisation' | 'unit' | 'measure' | 'part' | 'occupation' | 'share';
  readonly question: string;
}

const understand = createUnderstand(knowledge);
const levels = new Map(knowledge.populations.map(({ id, level }) => [id, level]));
const pick = (all: readonly string[], text: string) => all[text.length % all.length]!;

const YEARS = ['2016', '2018', '2031'];
const CITIES = ['Enköping', 'Trosa', 'Spånga'];
const UNITS = ['gymnasiet', 'simhallen', 'biblioteket', 'tvätteriet', 'räddningstjänsten', 'vaktmästeriet'];
const MEASURES = ['övertiden', 'medelåldern', 'semesteruttaget', 'löneökningen', 'arbetsskadorna', 'betygssnittet'];
const PARTS = ['bland kockarna', 'för sjuksköterskorna', 'för dem över 55', 'bland utrikes födda', 'per dag'];
const OCCUPATIONS = ['sjuksköterskor', 'kockar', 'ungdomar'];

/** The word or words from one token to another exchanged. */
function exchange(question: string, { start, end }: { start: number; end: number }, by: string): string {
  const [from, to] = [Math.floor(start), Math.ceil(end)];
  const marked = withoutWords(question, (at) => at === from);
  const before = [...question].findIndex((letter, at) => letter !== marked[at]);
  const until = withoutWords(question, (at) => at >= from && at < to);
  const rest = until.slice(before).replace(/^[\s–/&-]+(?=\s)/, '');
  return `${question.slice(0, before)}${by}${rest}`;
}

/** Every mutant of one question in Swedish; none of a question that names too little to exchange. */
export function mutantsOf(question: string): Mutant[] {
  const frame = understand(question);
  if (frame.locale === 'en') return [];
  return [...times(question, frame), ...places(question, frame), ...things(question, frame)];
}

function times(question: string, { periods }: Frame): Mutant[] {
  const whole = periods.filter(({ month, tertial }) => month === undefined && tertial === undefined);
  return whole.map((period) => ({ of: 'year', question: exchange(question, period, pick(YEARS, question)) }));
}

function places(question: string, { populations }: Frame): Mutant[] {
  return populations.map((mention): Mutant => {
    const isOrganisation = levels.get(mention.ids[0]!) === 'organisation';
    return isOrganisation
      ? { of: 'organisation', question: exchange(question, mention, pick(CITIES, question)) }
      : { of: 'unit', question: exchange(question, mention, pick(UNITS, question)) };
  });
}

function things(question: string, { measures, breakdowns }: Frame): Mutant[] {
  const [measure, other] = measures;
  const part: Mutant = { of: 'part', question: `${question.replace(/[\s?.!]+$/, '')} ${pick(PARTS, question)}?` };
  const share = question.replace(/^hur många(?! (?:procent|fler|färre))/i, 'Hur stor andel');
  return [
    part,
    ...(measure && !other
      ? [{ of: 'measure' as const, question: exchange(question, measure, pick(MEASURES, question)) }]
      : []),
    ...breakdowns.map((mention) => ({
      of: 'occupation' as const,
      question: exchange(question, mention, pick(OCCUPATIONS, question)),
    })),
    ...(share === question ? [] : [{ of: 'share' as const, question: share }]),
  ];
}

/** Whether a mutant gets a figure that passes for the asked one. */
export function isFooled({ of, question }: Mutant): boolean {
  const { answer } = ask({ question, now: NOW, context: {} });
  if (answer.kind !== 'statistic' || answer.text.includes('Siffra saknas')) return false;
  if (of === 'share') return !/%/.test(answer.text) && !/hälften|tredjedel|samtliga/.test(answer.text);
  // A change that the source tells itself says from which year.
  const asked = YEARS.find((year) => question.includes(year));
  return of !== 'year' || asked === undefined || !answer.text.includes(asked);
}
