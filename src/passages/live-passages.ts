import type { FoundPassage, PassageIndex, PassageSource } from '../ask/index.js';
import { AppError } from '../errors.js';
import type { ImportedDocument, PassageStore } from './passage-store.js';
import type { Passage } from './passage.js';

export interface LivePassages extends PassageSource {
  /**
   * Asks the store which documents there are (one call up to a thousand documents) and loads those that changed. True when
   * anything did. Calls at the same time share one look. Throws what the store throws; the old passages serve meanwhile.
   */
  refresh(): Promise<boolean>;
  /** For health and metrics. */
  status(): { readonly documents: number; readonly passages: number };
}

export interface LivePassagesOptions {
  readonly store: Pick<PassageStore, 'documents' | 'passages'>;
  /** Makes the index of one organisation's passages, anew whenever one of its documents changed. */
  readonly index: (passages: readonly Passage[]) => PassageIndex;
}

/** What one organisation has; never mixed with another's. */
interface Shelf {
  readonly documents: ReadonlyMap<string, { readonly version: string; readonly passages: readonly Passage[] }>;
  readonly byId: ReadonlyMap<string, Passage>;
  readonly index: PassageIndex;
}

/** The imported passages in memory, following the store: empty until the first `refresh`, which main.ts calls at start and by a timer. */
export function createLivePassages({ store, index }: LivePassagesOptions): LivePassages {
  let shelves: ReadonlyMap<string, Shelf> = new Map();
  let running: Promise<boolean> | undefined;

  async function look(): Promise<boolean> {
    const live = new Map<string, ImportedDocument[]>();
    for await (const document of store.documents())
      live.set(document.organisation, [...(live.get(document.organisation) ?? []), document]);
    const next = new Map<string, Shelf>();
    for (const [organisation, documents] of live) {
      const before = shelves.get(organisation);
      next.set(organisation, before && isSame(before, documents) ? before : await load(documents, before));
    }
    const isChanged = next.size !== shelves.size || [...next].some(([name, shelf]) => shelves.get(name) !== shelf);
    shelves = next;
    return isChanged;
  }

  async function load(documents: readonly ImportedDocument[], before: Shelf | undefined): Promise<Shelf> {
    const loaded = new Map<string, { version: string; passages: readonly Passage[] }>();
    for (const document of documents) {
      const had = before?.documents.get(document.document);
      const isKept = had?.version === document.version;
      loaded.set(document.document, isKept ? had : { version: document.version, passages: await read(document) });
    }
    const passages = [...loaded.values()].flatMap((document) => document.passages);
    return {
      documents: loaded,
      byId: new Map(passages.map((passage) => [passage.id, passage])),
      index: index(passages),
    };
  }

  /** Throws `storage_conflict` when there are fewer than the row says: swept while they were read. The next refresh reads again. */
  async function read(document: ImportedDocument): Promise<Passage[]> {
    const passages: Passage[] = [];
    for await (const passage of store.passages(document)) passages.push(passage);
    if (passages.length === document.passages) return passages;
    throw new AppError(
      'storage_conflict',
      'An imported document changed while it was read; the next refresh reads it again.',
      {
        facts: { expected: document.passages, found: passages.length },
      },
    );
  }

  return {
    refresh: () => (running ??= look().finally(() => (running = undefined))),
    status: () => ({
      documents: sum([...shelves.values()].map(({ documents }) => documents.size)),
      passages: sum([...shelves.values()].map(({ byId }) => byId.size)),
    }),
    search(organisation, question, count): FoundPassage[] {
      const shelf = shelves.get(organisation);
      const found = shelf?.index.search(question, count) ?? [];
      return found.map(({ id, confidence }) => ({ passage: shelf!.byId.get(id)!, confidence }));
    },
  };
}

function isSame({ documents }: Shelf, live: readonly ImportedDocument[]): boolean {
  return documents.size === live.length && live.every((one) => documents.get(one.document)?.version === one.version);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
