import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './fault.js';
import { fault, type Placed } from './placed.js';

type Schema<T> = z.ZodType<T, z.ZodTypeDef, unknown>;

/** Reads a YAML list whose entries fit `schema`. Entries that do not are reported with line and key, the others kept. */
export function readYamlList<T>(file: string, text: string, schema: Schema<T>, faults: Fault[]): Placed<T>[] {
  const yaml = parse({ file, offset: 0 }, text, faults);
  if (!yaml) return [];
  const { contents } = yaml.document;
  if (!isSeq(contents)) {
    if (contents !== null) faults.push(fault(file, 1, '(file)', 'must be a list of entries'));
    return [];
  }
  return contents.items.flatMap((item, index) => readEntry(yaml, item, { path: [index], schema, name: '(entry)' }, faults));
}

/** Reads a YAML map that fits `schema`, as front matter is. `offset` is how many lines of the file come before the text. */
export function readYamlMap<T>(
  where: { file: string; offset: number },
  text: string,
  schema: Schema<T>,
  faults: Fault[],
): Placed<T> | undefined {
  const yaml = parse(where, text, faults);
  return yaml && readEntry(yaml, yaml.document.contents, { path: [], schema, name: '(front matter)' }, faults)[0];
}

interface Yaml {
  readonly file: string;
  readonly document: Document;
  /** The line of the file on which a node begins; the first one for what is no node. */
  readonly lineOf: (node: unknown) => number;
}

function parse({ file, offset }: { file: string; offset: number }, text: string, faults: Fault[]): Yaml | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  // After the first slip (a forgotten bracket, a merge's markers) the parser complains about all that follows.
  for (const error of document.errors.slice(0, 1)) {
    const line = (error.linePos?.[0].line ?? 1) + offset;
    // The package counts lines from the beginning of the text, not of the file.
    const message = error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
    faults.push(fault(file, line, '(yaml)', message));
  }
  const lineOf = (node: unknown) => lines.linePos(isNode(node) && node.range ? node.range[0] : 0).line + offset;
  return document.errors.length > 0 ? undefined : { file, document, lineOf };
}

/** The entry as a list of one, or none when it does not fit its schema. */
function readEntry<T>(
  { file, document, lineOf }: Yaml,
  node: unknown,
  { path, schema, name }: { path: readonly number[]; schema: Schema<T>; name: string },
  faults: Fault[],
): Placed<T>[] {
  const line = lineOf(node);
  const parsed = schema.safeParse(isNode(node) ? node.toJS(document) : node);
  if (parsed.success) return [{ value: parsed.data, file, line, keyLines: keyLinesOf(node, lineOf) }];
  for (const issue of parsed.error.issues) {
    const at: unknown = document.getIn([...path, ...issue.path], true);
    faults.push(fault(file, isNode(at) ? lineOf(at) : line, issue.path.join('.') || name, issue.message));
  }
  return [];
}

function keyLinesOf(node: unknown, lineOf: Yaml['lineOf']): ReadonlyMap<string, number> {
  if (!isMap(node)) return new Map();
  return new Map(node.items.flatMap(({ key }) => (isScalar(key) ? [[String(key.value), lineOf(key)]] : [])));
}
