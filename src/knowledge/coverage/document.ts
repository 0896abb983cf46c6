import type { Observation, Routine, Source } from '../../ask/index.js';
import { type PlacedSections, placeSections } from './headings.js';
import type { LeftOut, LeftOutSection } from './left-out.js';

export interface CoverageInput {
  readonly sources: readonly Source[];
  readonly observations: readonly Observation[];
  readonly routines: readonly Routine[];
  readonly leftOut: readonly LeftOut[];
  readonly leftOutSections: readonly LeftOutSection[];
  /** The text of each source that names a file, by the source's id. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What belongs to one document. */
export interface DocumentKnowledge {
  readonly source: Source;
  /** undefined for a source without a file: nothing of it can be looked up. */
  readonly lines: readonly string[] | undefined;
  readonly placed: PlacedSections;
  /** Left-out sections whose heading the text lacks. */
  readonly headless: ReadonlySet<string>;
  readonly observations: readonly Observation[];
  readonly routines: readonly Routine[];
  readonly leftOut: readonly LeftOut[];
  readonly leftOutSections: readonly LeftOutSection[];
}

/** Sorts out what of the input is about this source. */
export function knowledgeOf(source: Source, input: CoverageInput): DocumentKnowledge {
  const own = <T extends { readonly document: string }>(rows: readonly T[]): T[] =>
    rows.filter(({ document }) => document === source.id);
  // The spaces that PDFs put inside figures are as good as common ones.
  const text = input.texts.get(source.id)?.replace(/\r/g, '').replace(/[\u00a0\u2007\u2009\u202f]/g, ' ');
  const leftOutSections = own(input.leftOutSections);
  const asWritten = placeSections(source.sections, text ?? '', new Set());
  const headless = new Set(leftOutSections.map(({ section }) => section).filter((section) => !asWritten.lines.has(section)));
  return {
    source,
    lines: text?.split('\n'),
    placed: headless.size > 0 ? placeSections(source.sections, text ?? '', headless) : asWritten,
    headless,
    observations: input.observations.filter((row) => row.source === source.id),
    routines: input.routines.filter((routine) => own(routine.sources).length > 0),
    leftOut: own(input.leftOut),
    leftOutSections,
  };
}
