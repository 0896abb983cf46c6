import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../errors.js';
import { headingsIn, type ImportedDocument, type NewDocument, type PassageStore, wordsIn } from '../passages/index.js';
import { dateColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage, Table } from './table.js';

const documentRow = z.object({
  organisation: z.string(),
  document: z.string(),
  title: z.string(),
  version: z.string(),
  hash: z.string(),
  importedAt: dateColumn,
  passages: z.number().int(),
  headings: z.number().int(),
  words: z.number().int(),
});

export const documentsTable = defineTable<ImportedDocument>({
  name: 'documents',
  schema: documentRow,
  keys: {
    serves: 'the list of imported documents, of one organisation or of all, and which version of each is live',
    partition: (row) => [row.organisation],
    row: (row) => [row.document],
  },
  personKeys: [],
  retention: { keep: 'while-current', reason: "the organisation's own documents, until it takes them out" },
  onErase: { do: 'keep', reason: 'names files, not persons; personnummer in a name are refused' },
});

const passageRow = z.object({
  organisation: z.string(),
  document: z.string(),
  version: z.string(),
  n: z.number().int().positive(),
  heading: z.string(),
  text: z.string(),
  page: z.number().int().optional(),
});
type PassageRow = z.infer<typeof passageRow>;

export const passagesTable = defineTable<PassageRow>({
  name: 'passages',
  schema: passageRow,
  keys: {
    serves: 'reading one version of a document in its order, and sweeping the versions that are no longer live',
    partition: (row) => [row.organisation, row.document],
    row: (row) => [row.version, String(row.n).padStart(6, '0')],
  },
  personKeys: [],
  retention: { keep: 'while-current', reason: "pieces of the organisation's own documents, until it takes them out" },
  onErase: { do: 'keep', reason: 'quotes documents that are for everybody; passages with personnummer are refused' },
});

const BATCH = 100;
const ABANDONED_AFTER_MS = 24 * 3600 * 1000;

/** Imported documents in storage; see PassageStore for what holds when an import is cut off. */
export function openPassages(storage: Storage): PassageStore {
  const documents = storage.table(documentsTable);
  const passages = storage.table(passagesTable);
  return {
    async *documents(organisation) {
      for await (const { row } of documents.list(organisation === undefined ? {} : { partition: [organisation] }))
        yield row;
    },
    async find(organisation, document) {
      return (await documents.find([organisation], [document]))?.row;
    },
    async *passages({ organisation, document, version, importedAt, hash }) {
      const rows = passages.list({ partition: [organisation, document], rowPrefix: [version] });
      for await (const { row } of rows) {
        const { n, heading, text, page } = row;
        yield { id: `${document}#${n}`, organisation, document, heading, text, page, importedAt, hash };
      }
    },
    async put(document, { before, now }) {
      const live = await documents.find([document.organisation], [document.document]);
      if (live?.row.version !== before?.version) throw overtaken(document.document);
      const row = newRow(document, now);
      await stage(passages, document, row.version);
      await (live ? documents.update(row, live.version) : documents.insert(row)).catch((error: unknown) => {
        throw error instanceof AppError && error.code === 'storage_conflict'
          ? overtaken(document.document, error)
          : error;
      });
      // The import is done; whatever the sweep leaves, the next import's sweep takes.
      await sweep(passages, row, { replaced: before?.version, now }).catch(() => undefined);
      return row;
    },
    async remove(organisation, document) {
      const found = await documents.find([organisation], [document]);
      // The row first: passages without it are read by nobody, a row without its passages would be a fault.
      await documents.remove([organisation], [document]);
      await removeAll(passages, [organisation, document], () => true);
      return found !== undefined;
    },
  };
}

function newRow({ organisation, document, title, hash, pieces }: NewDocument, now: Date): ImportedDocument {
  return {
    organisation,
    document,
    title,
    version: `${now.getTime()}-${randomBytes(4).toString('hex')}`,
    hash,
    importedAt: now,
    passages: pieces.length,
    headings: headingsIn(pieces),
    words: pieces.reduce((sum, { text }) => sum + wordsIn(text), 0),
  };
}

async function stage(
  table: Table<PassageRow>,
  { organisation, document, pieces }: NewDocument,
  version: string,
): Promise<void> {
  for (let start = 0; start < pieces.length; start += BATCH)
    await table.transact(
      pieces
        .slice(start, start + BATCH)
        .map((piece, at) => ({ insert: { ...piece, organisation, document, version, n: start + at + 1 } })),
    );
}

/** Spares versions that another process may be staging now: only the replaced one goes, and what was abandoned. */
async function sweep(
  table: Table<PassageRow>,
  { organisation, document, version: live }: ImportedDocument,
  { replaced, now }: { replaced: string | undefined; now: Date },
): Promise<void> {
  await removeAll(table, [organisation, document], ({ version }) => {
    const isAbandoned = now.getTime() - Number.parseInt(version, 10) > ABANDONED_AFTER_MS;
    return version !== live && (version === replaced || isAbandoned);
  });
}

async function removeAll(
  table: Table<PassageRow>,
  partition: readonly [string, string],
  isGone: (row: PassageRow) => boolean,
): Promise<void> {
  let batch: PassageRow[] = [];
  const flush = async () => {
    if (batch.length > 0) await table.transact(batch.map((row) => ({ remove: row })));
    batch = [];
  };
  for await (const { row } of table.list({ partition })) {
    if (isGone(row)) batch.push(row);
    if (batch.length === BATCH) await flush();
  }
  await flush();
}

function overtaken(document: string, cause?: unknown): AppError {
  return new AppError(
    'storage_conflict',
    `${document} was imported by somebody else meanwhile. Run the rehearsal again.`,
    {
      cause,
    },
  );
}
