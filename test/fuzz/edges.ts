import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { measureSchema } from '../../src/ask/index.js';
import { plain, readable } from '../../src/cards/plain.js';
import { readDocument, readTables } from '../../src/documents/index.js';
import { AppError } from '../../src/errors.js';
import type { Fault } from '../../src/knowledge/index.js';
import { readCsv } from '../../src/knowledge/read-csv.js';
import { readRoutine } from '../../src/knowledge/read-routine.js';
import { readYamlList } from '../../src/knowledge/read-yaml.js';
import { parsePeopleCsv } from '../../src/people/index.js';
import { planRowSchema } from '../../src/plan/index.js';
import { definedTables } from '../../src/storage/index.js';
import { fromEntity } from '../../src/storage/entity.js';
import { longColumns } from '../../src/storage/long-columns.js';
import { makeDocx, makePdf } from '../documents/support/make-files.js';
import { unzipped } from '../documents/support/unzipped.js';
import { makeDocxOf, makeXlsx } from '../documents/tables/make-tables.js';
import { damagedBytes, damagedText, nastyText, nastyValue } from './mutate.js';
import { zipped } from './zipped.js';

/** A place where outside data comes in: what it is given, and what must hold of it whatever that is. */
export interface Edge {
  readonly name: string;
  /** How many inputs it gets of each thousand; readers that unpack files are slow. */
  readonly share: number;
  readonly property: fc.IRawProperty<unknown>;
}

const KNOWLEDGE = 'test/support/knowledge';
const filesOf = (folder: string) =>
  readdirSync(join(KNOWLEDGE, folder)).map((name) => readFileSync(join(KNOWLEDGE, folder, name), 'utf8'));
const bytes = (text: string) => new TextEncoder().encode(text);

/** A reader of files answers: it read something, or why it could not. It never throws. */
async function expectResult(result: Promise<{ readonly kind: string }>): Promise<boolean> {
  return ['read', 'unreadable'].includes((await result).kind);
}

/** All edges behind the door, made ready once. */
export async function innerEdges(): Promise<readonly Edge[]> {
  const peopleCsv = readFileSync('src/local/demo/people.csv', 'utf8').split('\n').slice(0, 12).join('\n');
  const planCsv = readFileSync('knowledge/plans/hl-2019-aldreomsorg.csv', 'utf8').split('\n').slice(0, 15).join('\n');
  const rows = [
    ['Fas', 'Mål', 'Aktivitet', 'Ansvarig', 'När'],
    ['Utveckla', 'Fler utbildar sig', 'Erbjud studier', 'Enhetschef', 'T1 2026'],
    ['Behålla', '', '=1+1', 'Enhetschefer', '2026-06-30'],
  ];
  const xlsx = await makeXlsx({ Plan: rows, Blad2: [['x', 1, new Date(0)]] }, { Plan: ['A2:A3'] });
  const [docx, tables] = [await makeDocx(), await makeDocxOf('Plan', rows)];
  const pdf = await makePdf((page) => void page.text('Rutinen gäller alla chefer.'));
  const [xlsxXml, docxXml, tablesXml] = [xlsx, docx, tables].map(unzipped) as [Files, Files, Files];
  const routines = filesOf('routines');
  return [
    ...tableEdges(),
    textEdge('people as CSV', 110, [peopleCsv, peopleCsv.replaceAll(';', ',')], (text) => {
      const { people, faults } = parsePeopleCsv(text);
      return people.length + faults.length >= 0;
    }),
    textEdge('knowledge as CSV', 70, [planCsv], (text) =>
      isPlaced((faults) => readCsv('a.csv', text, planRowSchema, faults)),
    ),
    textEdge('a plan as CSV', 70, [planCsv], (text) => expectResult(readTables('plan.csv', bytes(text)))),
    textEdge('Markdown', 80, routines, (text) => expectResult(readDocument('a.md', bytes(text)))),
    textEdge('plain text', 40, routines, (text) => expectResult(readDocument('a.txt', bytes(text)))),
    textEdge(
      'typed text on a card',
      70,
      [...routines, '*a* [b](c)\n1. d'],
      (text) => readable(plain(text)) === text.replace(/^[ \t]+/gm, ' '),
    ),
    textEdge('a routine', 60, routines, (text) => isPlaced((faults) => [readRoutine('a.md', text, faults)])),
    textEdge(
      'YAML',
      70,
      filesOf('vocabulary').map((text) => text.slice(0, 3000)),
      (text) => isPlaced((faults) => readYamlList('a.yml', text, measureSchema, faults)),
    ),
    {
      name: 'Word, its bytes',
      share: 20,
      property: fc.asyncProperty(damagedBytes([docx, tables]), (file) => expectResult(readDocument('a.docx', file))),
    },
    {
      name: 'PDF, its bytes',
      share: 5,
      property: fc.asyncProperty(damagedBytes([pdf]), (file) => expectResult(readDocument('a.pdf', file))),
    },
    {
      name: 'Excel, its bytes',
      share: 20,
      property: fc.asyncProperty(damagedBytes([xlsx]), (file) => expectResult(readTables('a.xlsx', file))),
    },
    zipEdge('Word, its text', docxXml, (file) => expectResult(readDocument('a.docx', file))),
    zipEdge('Word, its tables', tablesXml, (file) => expectResult(readTables('a.docx', file))),
    zipEdge('Excel, its sheets', xlsxXml, (file) => expectResult(readTables('a.xlsx', file))),
  ];
}

type Files = Readonly<Record<string, string>>;

function textEdge(
  name: string,
  share: number,
  bases: readonly string[],
  holds: (text: string) => boolean | Promise<boolean>,
): Edge {
  return { name, share, property: fc.asyncProperty(damagedText(bases), async (text) => holds(text)) };
}

/** An Office file in which one of its XML files is damaged. */
function zipEdge(name: string, files: Files, holds: (file: Uint8Array) => Promise<boolean>): Edge {
  const damaged = fc
    .constantFrom(...Object.keys(files))
    .chain((file) => damagedText([files[file]!]).map((text) => zipped({ ...files, [file]: text })));
  return { name, share: 15, property: fc.asyncProperty(damaged, (file) => holds(file)) };
}

/** Each thing that could not be read has a fault with its place. */
function isPlaced(read: (faults: Fault[]) => readonly unknown[]): boolean {
  const faults: Fault[] = [];
  const found = read(faults).filter((entry) => entry !== undefined);
  return found.length >= 0 && faults.every(({ line, message }) => line >= 1 && message !== '');
}

/** Rows as somebody else may have left them, and long values on their way there and back. */
function tableEdges(): Edge[] {
  const definitions = definedTables();
  const columns = [...new Set(definitions.flatMap(({ schema }) => namesOf(schema)))];
  // What the table service can hold: never an object.
  const cell = fc.oneof(
    nastyText,
    fc.boolean(),
    fc.double(),
    fc.integer(),
    nastyValue.map((value) => JSON.stringify(value) ?? ''),
    fc.date().map((date) => (Number.isNaN(date.getTime()) ? '' : date.toISOString())),
  );
  const entity = fc.dictionary(fc.oneof(fc.constantFrom(...columns), fc.string()), cell, { maxKeys: 30 });
  const row = fc.asyncProperty(fc.constantFrom(...definitions), entity, async (definition, found) => {
    try {
      return typeof fromEntity(definition, found) === 'object';
    } catch (error) {
      return error instanceof AppError && error.code === 'row_invalid';
    }
  });
  const content = longColumns('content', 6);
  const long = fc.record({
    letter: fc.constantFrom('🙂', 'å', '"', 'x'),
    count: fc.integer({ min: 0, max: 30_000 }),
    more: nastyValue,
  });
  const roundTrip = fc.asyncProperty(fc.string({ unit: 'grapheme' }), long, async (before, { letter, count, more }) => {
    const value = { before, text: letter.repeat(count), more };
    const stored = content.toColumns(value);
    // A column that ends in the middle of a letter is not sure to come back as it was.
    const isWhole = Object.values<string>(stored).every((text) => !/\p{Surrogate}/u.test(text));
    return isWhole && JSON.stringify(content.fromColumns(stored).value) === JSON.stringify(value);
  });
  return [
    { name: 'rows of tables', share: 150, property: row },
    { name: 'long values of tables', share: 80, property: roundTrip },
  ];
}

function namesOf(schema: unknown): string[] {
  const { shape, options, _def } = schema as {
    shape?: object;
    options?: readonly unknown[];
    _def?: { schema?: unknown };
  };
  if (shape) return Object.keys(shape);
  if (Array.isArray(options)) return options.flatMap(namesOf);
  return _def?.schema ? namesOf(_def.schema) : [];
}
