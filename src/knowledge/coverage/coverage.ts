import { checkNumbers } from './check-numbers.js';
import { checkSections } from './check-sections.js';
import { type CoverageInput, knowledgeOf } from './document.js';
import type { Finding } from './finding.js';

/** Holds the documents against the knowledge, both ways: what the knowledge lacks, and what it says that no document does. */
export function coverage(input: CoverageInput): Finding[] {
  const ids = new Set(input.sources.map(({ id }) => id));
  return [
    ...input.sources.flatMap((source) => {
      const document = knowledgeOf(source, input);
      return [...checkNumbers(document), ...checkSections(document)];
    }),
    ...[...input.leftOut, ...input.leftOutSections]
      .filter(({ document }) => !ids.has(document))
      .map((row): Finding => {
        const what = 'number' in row ? row.number : row.section;
        return { list: 'leftOut', document: row.document, what, reason: 'sources.yml has no such document' };
      }),
  ];
}
