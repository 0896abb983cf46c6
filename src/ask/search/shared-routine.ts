import type { Citation } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { Knowledge, Phase, Routine } from '../knowledge.js';
import { CitationList } from '../phrase/citations.js';
import { publishedCitation } from '../phrase/published-citation.js';
import { askTexts } from '../phrase/texts.js';

/** The data of cards/ask/shared-routine.card.json: a routine for a chat whose people did not ask for it. */
export interface SharedRoutine {
  readonly phase: Phase;
  readonly title: string;
  /** Whose routine it is: "förskolan, Hägersten-Älvsjö". */
  readonly place: string;
  readonly text: string;
  readonly citations: readonly Citation[];
}

export function createSharedRoutine({ sources, populations }: Knowledge) {
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  const populationById = new Map(populations.map((population) => [population.id, population]));

  function placeOf({ organisation, department, published }: Routine, locale: Locale): string {
    if (published) return [published.department, published.organisation].filter(Boolean).join(', ');
    const part = populationById.get(department ?? '');
    const short = locale === 'sv' ? part?.short : part?.shortEn;
    const names = [short ?? part?.[locale], populationById.get(organisation ?? '')?.[locale]];
    return names.filter((name) => name !== undefined).join(', ') || askTexts[locale].everybody;
  }

  return (routine: Routine, locale: Locale): SharedRoutine => {
    const isSwedish = locale === 'sv';
    const title = isSwedish ? routine.title : routine.titleEn;
    const citations = new CitationList();
    for (const { document, section } of routine.sources) citations.cite(sourceById.get(document)!, section, title);
    const own = routine.published && [publishedCitation(routine, routine.published, locale)];
    return {
      phase: routine.phase,
      title,
      place: placeOf(routine, locale),
      text: isSwedish ? routine.body : routine.bodyEn,
      citations: own ?? citations.all(),
    };
  };
}
