import type { Locale } from '../../calendar/index.js';
import type { Observation, Unit } from '../knowledge.js';

const NO_BREAK = '\u00a0';

/** A figure as people read it: "9,8 %", "10 850", "cirka 130 000", "2–7 %"; in English "9.8%", "10,850". Keeps the source's decimals. */
export function display(
  observation: Pick<Observation, 'value' | 'valueTo' | 'unit' | 'qualifier'>,
  locale: Locale,
): string {
  const { value, valueTo, unit, qualifier } = observation;
  if (unit === 'riktning') return DIRECTIONS[locale][value.startsWith('-') ? 'down' : 'up'];
  const range =
    valueTo === '' ? plainNumber(value, locale) : `${plainNumber(value, locale)}–${plainNumber(valueTo, locale)}`;
  const shown = withUnit(range, unit, locale);
  const word = QUALIFIERS[locale][qualifier];
  return word === '' ? shown : `${word} ${shown}`;
}

/** A computed number (a difference) with so many decimals, and its unit; a difference of per cents is in percentage points. */
export function displayDifference(difference: number, decimals: number, unit: Unit, locale: Locale): string {
  const number = plainNumber(Math.abs(difference).toFixed(decimals), locale);
  if (unit === 'procent') return locale === 'sv' ? `${number} procentenheter` : `${number} percentage points`;
  return withUnit(number, unit, locale);
}

export function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

function plainNumber(value: string, locale: Locale): string {
  const [whole = '', decimals] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, locale === 'sv' ? NO_BREAK : ',');
  const sign = grouped.replace('-', '−');
  return decimals === undefined ? sign : `${sign}${locale === 'sv' ? ',' : '.'}${decimals}`;
}

function withUnit(number: string, unit: Unit, locale: Locale): string {
  const many = UNITS[locale][unit];
  const word = number === '1' ? many.replace(/^\S+/, (first) => ONE[first] ?? first) : many;
  if (word === '') return number;
  if (number === '1' && locale === 'en' && unit.startsWith('gånger')) return many.replace('times', 'once');
  return unit === 'procent' && locale === 'en' ? `${number}%` : `${number}${NO_BREAK}${word}`;
}

/** "1 timme", "1 gång per år": units whose word for one is another. */
const ONE: Readonly<Record<string, string>> = {
  ...{ kronor: 'krona', dagar: 'dag', timmar: 'timme', gånger: 'gång' },
  ...{ years: 'year', days: 'day', hours: 'hour', credits: 'credit', times: 'time' },
};

const UNITS: Record<Locale, Record<Unit, string>> = {
  sv: {
    procent: '%',
    antal: '',
    kronor: 'kronor',
    mnkr: 'mnkr',
    index: '',
    år: 'år',
    dagar: 'dagar',
    timmar: 'timmar',
    poäng: 'poäng',
    'kg CO2 per kg': 'kg CO2 per kg',
    'gånger per vecka': 'gånger per vecka',
    'gånger per månad': 'gånger per månad',
    'gånger per termin': 'gånger per termin',
    'gånger per år': 'gånger per år',
    riktning: '',
  },
  en: {
    procent: '%',
    antal: '',
    kronor: 'SEK',
    mnkr: 'million SEK',
    index: '',
    år: 'years',
    dagar: 'days',
    timmar: 'hours',
    poäng: 'credits',
    'kg CO2 per kg': 'kg CO2 per kg',
    'gånger per vecka': 'times a week',
    'gånger per månad': 'times a month',
    'gånger per termin': 'times a term',
    'gånger per år': 'times a year',
    riktning: '',
  },
};

const DIRECTIONS: Record<Locale, Record<'up' | 'down', string>> = {
  sv: { up: 'har ökat', down: 'har minskat' },
  en: { up: 'has increased', down: 'has decreased' },
};

const QUALIFIERS: Record<Locale, Record<Observation['qualifier'], string>> = {
  sv: {
    '': '',
    cirka: 'cirka',
    drygt: 'drygt',
    minst: 'minst',
    högst: 'högst',
    över: 'över',
    under: 'under',
    hälften: 'ungefär hälften,',
    'en tredjedel': 'ungefär en tredjedel,',
    samtliga: 'samtliga,',
    räknat: '',
  },
  en: {
    '': '',
    cirka: 'about',
    drygt: 'just over',
    minst: 'at least',
    högst: 'at most',
    över: 'over',
    under: 'under',
    hälften: 'about half,',
    'en tredjedel': 'about a third,',
    samtliga: 'all,',
    räknat: '',
  },
};
