import { LOCALES } from '../../calendar/index.js';
import { type Period, periodText } from '../period.js';
import { editDistance } from '../text/edit-distance.js';
import { tokenise, type Token } from '../text/fold.js';
import { stem } from '../text/stem.js';
import { type Figure, partsOf, type StatisticsStore } from './store.js';

/**
 * Whether words that nobody understood are said of the figure itself: its note, section or document speaks of them ("på
 * heltid", "tjänstelegitimation"), all in one text. Then they narrow nothing that the figure does not already mean.
 */
export function isExplained(words: string, figure: Figure, store: StatisticsStore): boolean {
  const asked = tokenise(words).map(keyOf);
  return saidOf(figure, store).some((said) => asked.every((word) => isSaid(word, said)));
}

const LONGEST_AS_TYPED = 4;

/** A word by its stem; a short one as it stands, or "i mars" would be explained by "hur vi mår". */
function keyOf({ folded }: Token): string {
  return folded.length <= LONGEST_AS_TYPED ? folded : stem(folded);
}

const SHORTEST_TAIL = 7;
const SHORTEST_CUT = 6;
const SHORTEST_MISSPELT = 8;
const SHORTEST_PART = 4;

/**
 * The word itself, a compound that ends with it ("handläggare" of "biståndshandläggare", which is narrower and stands in the
 * answer), a compound of words that are said ("demensföreläsning" of lectures about dementia), cut short ("riskbedömn"), or one
 * letter from a word that is said.
 */
function isSaid(word: string, said: ReadonlySet<string>): boolean {
  if (said.has(word)) return true;
  if (word.length >= SHORTEST_CUT && [...said].some((other) => other.startsWith(word))) return true;
  if (word.length < SHORTEST_TAIL) return false;
  for (const other of said) if (other.endsWith(word) || isMisspelt(word, other)) return true;
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
    const head = word.slice(0, cut);
    if (said.has(word.slice(cut)) && [head, head.replace(/s$/, '')].some((part) => said.has(stem(part)))) return true;
  }
  return false;
}

function isMisspelt(word: string, other: string): boolean {
  return word.length >= SHORTEST_MISSPELT && other[0] === word[0] && editDistance(word, other, 1) <= 1;
}

const TWELVE_MONTHS = '12 tolv månader månaderna månadersperioden månaderstal månaderstalen months twelve-month';

const SEASONS = ['vintern winter', 'våren spring', 'sommaren summer', 'hösten autumn'] as const;

/** The season of a month or day ("oktober 2023" is in "hösten 2023"); '' for longer periods. */
function seasonOf({ first, last }: Period): string {
  return first === last ? SEASONS[Math.floor(((last + 1) % 12) / 3)]! : '';
}

/** Kept with each figure: a question may hold several words against many figures. */
const kept = new WeakMap<Figure, readonly ReadonlySet<string>[]>();

function saidOf(figure: Figure, store: StatisticsStore): readonly ReadonlySet<string>[] {
  const found = kept.get(figure) ?? wordsOf(figure, store);
  kept.set(figure, found);
  return found;
}

function wordsOf({ observation, period }: Figure, store: StatisticsStore): ReadonlySet<string>[] {
  const { note, noteEn, section, measure, source, breakdown, population } = observation;
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
    store.population(population).sv,
    store.population(population).en,
    ...partsOf(breakdown).flatMap((part) => LOCALES.map((locale) => store.breakdownName(part, locale))),
    period.type === 'r12' ? TWELVE_MONTHS : '',
    periodText(period, 'sv'),
    periodText(period, 'en'),
    seasonOf(period),
  ];
  return texts.map((text) => new Set(tokenise(text).map(keyOf)));
}
