import { type Finding, type List, LISTS } from './finding.js';

/** What was looked through, for the last line. */
export interface Looked {
  readonly documents: number;
  readonly observations: number;
  readonly sections: number;
  readonly leftOut: number;
}

/** The findings by document and list, in the order of lines, and the totals in the last line. */
export function reportLines(findings: readonly Finding[], looked: Looked): string[] {
  const documents = [...new Set(findings.map(({ document }) => document))];
  return [...documents.flatMap((document) => documentLines(document, findings)), totals(findings, looked)];
}

function documentLines(document: string, findings: readonly Finding[]): string[] {
  const lists = (Object.keys(LISTS) as List[]).flatMap((list) => {
    const own = findings.filter((finding) => finding.document === document && finding.list === list);
    if (own.length === 0) return [];
    const rows = [...own].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)).map(findingLine);
    return [`  ${LISTS[list]}:`, ...rows];
  });
  return [document, ...lists];
}

function findingLine({ document, line, what, reason }: Finding): string {
  return `    ${document}${line === undefined ? '' : `:${line}`}: ${what} (${reason})`;
}

function totals(findings: readonly Finding[], { documents, observations, sections, leftOut }: Looked): string {
  const count = (list: List): number => findings.filter((finding) => finding.list === list).length;
  return (
    `${documents} documents, ${observations} observations, ${sections} sections, ${leftOut} left-out rows: ` +
    `${count('numbers')} numbers unaccounted for, ${count('notFound')} observations or sections not found, ` +
    `${count('uncited')} sections uncited, ${count('leftOut')} left-out rows without effect.`
  );
}
