import { LineCounter, parseDocument, type Document, isNode, isSeq } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './fault.js';

/** A parsed entry with the line it begins on. */
export interface Placed<T> {
  readonly value: T;
  readonly line: number;
}

/** Reads a YAML list whose entries fit `schema`. Entries that do not are reported with line and key, the others kept. */
export function readYamlList<T>(
  file: string,
  text: string,
  schema: z.ZodType<T, z.ZodTypeDef, unknown>,
  faults: Fault[],
): Placed<T>[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (reportSyntax(file, document, faults)) return [];
  if (!isSeq(document.contents)) {
    if (document.contents !== null) faults.push(fault(file, 1, '(file)', 'must be a list of entries'));
    return [];
  }
  return document.contents.items.flatMap((item, index) => {
    const start = isNode(item) && item.range ? item.range[0] : 0;
    const line = lines.linePos(start).line;
    const parsed = schema.safeParse(isNode(item) ? item.toJS(document) : item);
    if (parsed.success) return [{ value: parsed.data, line }];
    for (const issue of parsed.error.issues) {
      const node: unknown = document.getIn([index, ...issue.path], true);
      const at = isNode(node) && node.range ? lines.linePos(node.range[0]).line : line;
      faults.push(fault(file, at, issue.path.join('.') || '(entry)', issue.message));
    }
    return [];
  });
}

/** Reads a YAML map that fits `schema`, as front matter is. `offset` is the file's line before its first line. */
export function readYamlMap<T>(
  where: { file: string; offset: number },
  text: string,
  schema: z.ZodType<T, z.ZodTypeDef, unknown>,
  faults: Fault[],
): T | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (reportSyntax(where.file, document, faults, where.offset)) return undefined;
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const node: unknown = document.getIn(issue.path, true);
    const line = isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
    faults.push(fault(where.file, line + where.offset, issue.path.join('.') || '(front matter)', issue.message));
  }
  return undefined;
}

function reportSyntax(file: string, document: Document, faults: Fault[], offset = 0): boolean {
  for (const error of document.errors)
    faults.push(fault(file, (error.linePos?.[0].line ?? 1) + offset, '(yaml)', error.message.split('\n')[0]!));
  return document.errors.length > 0;
}

export function fault(file: string, line: number, column: string, message: string): Fault {
  return { file, line, column, message, severity: 'error' };
}
