import type { DocumentKnowledge } from './document.js';
import type { Finding } from './finding.js';

/** Sections that are no heading of the document, that nothing cites, and rows that leave out a section without need. */
export function checkSections({ source, lines, placed, headless, ...knowledge }: DocumentKnowledge): Finding[] {
  const document = source.id;
  const cited = new Set([
    ...knowledge.observations.map(({ section }) => section),
    ...knowledge.routines.flatMap(({ sources }) =>
      sources.flatMap((cites) => (cites.document === document ? [cites.section] : [])),
    ),
  ]);
  const leftOut = new Map(knowledge.leftOutSections.map(({ section, reason }) => [section, reason]));
  const withoutEffect = (section: string): string | undefined => {
    if (!source.sections.includes(section)) return 'sources.yml has no such section';
    return cited.has(section) && !headless.has(section) ? 'the section is cited and found' : undefined;
  };
  const missing = lines ? placed.missing : [];
  return [
    ...missing.map((what): Finding => ({ list: 'notFound', document, what, reason: NO_HEADING })),
    ...source.sections
      .filter((section) => !cited.has(section) && !leftOut.has(section))
      .map((what): Finding => ({ list: 'uncited', document, line: placed.lines.get(what), what, reason: NO_CITATION })),
    ...[...leftOut.keys()]
      .map((what): Finding => ({ list: 'leftOut', document, what, reason: withoutEffect(what) ?? '' }))
      .filter(({ reason }) => reason !== ''),
  ];
}

const NO_HEADING = 'no heading of the document at its place in the order of sources.yml';
const NO_CITATION = 'no routine and no observation cites it';
