import { readDocument, type ReadOptions } from '../../documents/index.js';
import { PHASES } from '../../ask/index.js';
import { messageOf } from '../../errors.js';
import type { ImportedDocument } from '../passage-store.js';
import { type FilePlan, planFile } from './plan-import.js';

/** A file that is to be imported. `open` is called once, and only when its turn comes: one file in memory at a time. */
export interface SourceFile {
  readonly name: string;
  readonly open: () => Promise<Uint8Array>;
}

export interface RehearsalOptions {
  readonly organisation: string;
  readonly files: readonly SourceFile[];
  /** The live version of a document, undefined when there is none; asks storage, or nothing in a dry run. */
  readonly find: (document: string) => Promise<ImportedDocument | undefined>;
}

/** The phases of UBARA head the parts of every plan, also where nothing else marks them as headings. */
const READING: ReadOptions = { knownHeadings: PHASES.map((phase) => phase[0]!.toUpperCase() + phase.slice(1)) };

/** Reads the files one after the other and says what importing each would do. Writes nothing; a file that fails stops no other. */
export async function* rehearseImport({ organisation, files, find }: RehearsalOptions): AsyncGenerator<FilePlan> {
  const seen = new Set<string>();
  for (const { name, open } of files) {
    const file = name.normalize('NFC');
    if (seen.has(file)) {
      yield { kind: 'refused', file, because: 'same-name' };
      continue;
    }
    seen.add(file);
    let bytes: Uint8Array;
    try {
      bytes = await open();
    } catch (error) {
      yield { kind: 'refused', file, because: 'unopened', detail: messageOf(error) };
      continue;
    }
    const result = await readDocument(file, bytes, READING);
    if (result.kind === 'unreadable') yield { kind: 'refused', file, because: result.because };
    else yield planFile({ organisation, file, read: result.document, before: await find(file) });
  }
}
