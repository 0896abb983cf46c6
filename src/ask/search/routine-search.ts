import { type Locale, LOCALES } from '../../calendar/index.js';
import type { Question } from '../answer.js';
import { homeOf } from '../home.js';
import type { Knowledge, Routine } from '../knowledge.js';
import type { RoutineRanker } from '../routines/ranker.js';
import { createRoutineRanker } from '../routines/ranker.js';
import type { Home } from '../statistics/choose-places.js';

export interface FoundRoutines {
  readonly routines: readonly Routine[];
  /** The language that the query matched: a Swedish manager may search in English. */
  readonly locale: Locale;
}

export interface RoutineSearch {
  /** The routines that fit what was typed, best first; those of the asker's place before others as good. */
  find(text: string, about: { readonly asker: Question['asker']; readonly locale: Locale }): FoundRoutines;
  /** Before anything is typed: the asker's department's own, then their organisation's; what HR published first, then common subjects. */
  browse(asker: Question['asker']): readonly Routine[];
}

/** What a routine of another place is worth beside one of the asker's own. */
const FIT = { department: 1, organisation: 0.95, everybody: 0.95, elsewhere: 0.8 } as const;
const PLACES = ['department', 'organisation', 'everybody', 'elsewhere'] as const;
/** Below this share of the best hit, and below this confidence, a hit has only a syllable in common with the query. */
const LEAST_SHARE = 1e-4;
const LEAST_CONFIDENCE = 1e-6;
const MOST_FOUND = 100;
/** How much better the other language must match before it is taken. */
const CLEARLY = 3;

/** `rankerOf` gives the ranker of these routines; without it each language is indexed at its first search, and kept. */
export function createRoutineSearch(knowledge: Knowledge, rankerOf = rankersOf(knowledge)): RoutineSearch {
  const { routines, populations } = knowledge;
  return {
    find(text, { asker, locale }) {
      const home = homeOf(asker, populations);
      const ranked = LOCALES.map((language) => ({
        language,
        hits: rankerOf(language).rank(text, MOST_FOUND, (routine) => FIT[placeOf(routine, home, asker)]),
      }));
      const best = (language: Locale) => ranked.find((one) => one.language === language)?.hits[0]?.confidence ?? 0;
      const other: Locale = locale === 'sv' ? 'en' : 'sv';
      const chosen = best(other) > best(locale) * CLEARLY ? other : locale;
      const least = Math.max(LEAST_CONFIDENCE, best(chosen) * LEAST_SHARE);
      const hits = ranked.find((one) => one.language === chosen)?.hits ?? [];
      return {
        locale: chosen,
        routines: hits.filter(({ confidence }) => confidence >= least).map(({ routine }) => routine),
      };
    },
    browse(asker) {
      const home = homeOf(asker, populations);
      const rank = (routine: Routine) => 3 * PLACES.indexOf(placeOf(routine, home, asker)) + rankAtPlace(routine);
      return [...routines].sort((a, b) => rank(a) - rank(b));
    },
  };
}

function rankersOf(knowledge: Knowledge): (locale: Locale) => RoutineRanker {
  const rankers = new Map<Locale, RoutineRanker>();
  return (locale) => {
    const ranker = rankers.get(locale) ?? createRoutineRanker(knowledge, locale);
    rankers.set(locale, ranker);
    return ranker;
  };
}

/** What HR published comes first: people have asked for it. */
function rankAtPlace({ published, subject }: Routine): number {
  return published ? 0 : subject === undefined ? 2 : 1;
}

/** What HR published names its department as the directory does, which the vocabulary may not know. */
function placeOf(
  { organisation, department, published }: Routine,
  home: Home,
  asker: Question['asker'],
): (typeof PLACES)[number] {
  if (published?.department !== undefined)
    return published.department === asker?.department ? 'department' : 'elsewhere';
  if (published) return 'organisation';
  if (organisation === undefined) return 'everybody';
  if (organisation !== home.organisation) return 'elsewhere';
  if (department === undefined) return 'organisation';
  return department === home.department ? 'department' : 'elsewhere';
}
