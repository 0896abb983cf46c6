import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { AppError, isConflict } from '../errors.js';
import { headingsIn, type ImportedDocument, type NewDocument, type PassageStore, wordsIn } from '../passages/index.js';
import { insertAll, isSwept, removeAll } from './batches.js';
import { dateColumn } from './columns.js';
import { defineTable } from './define-table.js';
import type { Storage } from './table.js';

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
  mentions: ['text', 'heading'],
  retention: { keep: 'while-current', reason: "pieces of the organisation's own documents, until it takes them out" },
  onErase: { do: 'keep', reason: 'quotes documents that are for everybody; passages with personnummer are refused' },
});

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
      await insertAll(passages, rowsOf(document, row.version));
      await (live ? documents.update(row, live.version) : documents.insert(row)).catch((error: unknown) => {
        throw isConflict(error) ? overtaken(document.document, error) : error;
      });
      // The import is done; whatever the sweep leaves, the next import's sweep takes.
      const versions = { live: row.version, replaced: before?.version, now };
      await removeAll(passages, [row.organisation, row.document], (old) => isSwept(old.version, versions)).catch(
        () => undefined,
      );
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

function rowsOf({ organisation, document, pieces }: NewDocument, version: string): PassageRow[] {
  return pieces.map((piece, at) => ({ ...piece, organisation, document, version, n: at + 1 }));
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
