import type { Observation, Routine } from '../../ask/index.js';
import type { DocumentKnowledge } from './document.js';
import type { Finding } from './finding.js';
import { spanOf } from './headings.js';
import type { LeftOut } from './left-out.js';
import { digitsOf, numbersIn, takeNumber, takeText, takeWord, valueOf, wordsOf } from './numbers.js';

/** Numbers that nothing accounts for, observations that are not on their line, and left-out rows without their number. */
export function checkNumbers(document: DocumentKnowledge): Finding[] {
  const { source, lines, observations, leftOut } = document;
  if (!lines)
    return observations.map((row) => ({
      ...about(row),
      reason: `sources.yml names no file for ${source.id}, so it cannot be looked up`,
    }));
  const left = [...lines];
  const findings: Finding[] = [];
  // The longest first: 2024-06 before 06, or a short one takes a part of what a long one means.
  const claims = [...observations.flatMap(claimsOf), ...leftOut.map(claimOf)].sort((a, b) => b.size - a.size);
  for (const claim of claims) {
    const line = left[claim.line - 1];
    const rest = line === undefined ? undefined : claim.take(line, lines[claim.line - 1]!);
    if (rest === undefined) findings.push(claim.finding);
    else left[claim.line - 1] = rest;
  }
  findings.push(...observations.flatMap((row) => beforeItsSection(row, document)));
  for (const routine of document.routines) takeRoutine(routine, document, left);
  return [...findings, ...left.flatMap((line, index) => unaccounted(source.id, line, index))];
}

/** A number that the knowledge says to stand on a line. */
interface Claim {
  readonly line: number;
  readonly size: number;
  /** The line without the number; undefined when it is not there (any more). `whole` is the line with all its numbers. */
  readonly take: (line: string, whole: string) => string | undefined;
  /** What to report when it is not there. */
  readonly finding: Finding;
}

function claimsOf(row: Observation): Claim[] {
  // What is counted stands nowhere as a number.
  if (row.qualifier === 'räknat') return [];
  return [row.value, row.valueTo].filter(Boolean).map((value) => ({
    line: row.line,
    size: value.length,
    take: (line, whole) => takeValue(value, line, whole),
    finding: { ...about(row), reason: `${value} is not on this line, or other observations already stand for it` },
  }));
}

function claimOf({ document, line, number }: LeftOut): Claim {
  return {
    line,
    size: number.length,
    take: (text) => takeText(text, number),
    finding: { list: 'leftOut', document, line, what: number, reason: 'not on this line, or already accounted for' },
  };
}

function about({ id, source, line }: Observation): Omit<Finding, 'reason'> {
  return { list: 'notFound', document: source, line, what: `observation ${id}` };
}

/** In digits, or else as a word. Two observations may share a word ("both have been halved"), never a figure in digits. */
function takeValue(value: string, line: string, whole: string): string | undefined {
  for (const digits of digitsOf(value)) {
    const rest = takeNumber(line, digits);
    if (rest !== undefined) return rest;
  }
  for (const word of wordsOf(value)) if (takeWord(whole, word) !== undefined) return takeWord(line, word) ?? line;
  return undefined;
}

function beforeItsSection(row: Observation, { placed, source }: DocumentKnowledge): Finding[] {
  const start = placed.lines.get(row.section);
  if (start === undefined || row.line >= start) return [];
  return [{ ...about(row), reason: `its section "${row.section}" of ${source.id} begins later, on line ${start}` }];
}

/** A routine accounts for the numbers that its own text states, within the sections that it cites. */
function takeRoutine(routine: Routine, { source, placed }: DocumentKnowledge, left: string[]): void {
  const stated = statedIn(`${routine.body}\n${routine.bodyEn}`);
  for (const { document, section } of routine.sources) {
    const span = document === source.id ? spanOf(section, placed.lines) : undefined;
    if (!span) continue;
    for (let line = span.from; line < Math.min(span.to, left.length + 1); line += 1)
      left[line - 1] = stated.reduce(takeEach, left[line - 1]!);
  }
}

/** The values of the numbers in a routine's text; the [1] of a citation and the 1. of a step are none. */
function statedIn(body: string): string[] {
  const text = body.replace(/\[\d+\]/g, '').replace(/^\s*\d+\.\s/gm, '');
  const joined = text.replace(/(?<=\d)[ \u00a0](?=\d{3}(?!\d))/g, '');
  return [...new Set(numbersIn(joined).map(valueOf))];
}

/** The line without each occurrence of a value, however it is written. */
function takeEach(line: string, value: string): string {
  let rest: string | undefined = line;
  while (rest !== undefined) {
    line = rest;
    rest = takeValue(value, line, line);
    if (rest === line) return line;
  }
  return line;
}

function unaccounted(document: string, line: string, index: number): Finding[] {
  return numbersIn(line).map((what) => ({
    list: 'numbers',
    document,
    line: index + 1,
    what,
    reason: `"${line.replaceAll('\u0000', '·').trim().replace(/\s+/g, ' ').slice(0, 80)}"`,
  }));
}
