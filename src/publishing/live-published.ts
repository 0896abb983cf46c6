import type { PublishedAnswer, PublishedSource, RoutineShelf } from '../ask/index.js';
import type { PublishedStore, Publication } from './published-store.js';

export interface LivePublished extends PublishedSource {
  /**
   * Asks the store what is published (one call up to a thousand) and makes the shelves anew whose answers changed; the old ones
   * serve meanwhile. True when anything changed. Calls at the same time share one look. Throws what the store throws.
   */
  refresh(): Promise<boolean>;
  /** The title of one that is or was published; with an organisation, only when it is that organisation's. */
  titleOf(id: string, organisation?: string): string | undefined;
  /** For health and metrics. */
  status(): { readonly organisations: number; readonly published: number };
}

export interface LivePublishedOptions {
  readonly store: Pick<PublishedStore, 'list'>;
  readonly index: (published: readonly PublishedAnswer[]) => Promise<RoutineShelf>;
}

interface Own {
  readonly published: ReadonlyMap<string, Publication>;
  readonly shelf: RoutineShelf;
}

/** What every organisation's HR has published, in memory, following the store; empty until the first `refresh`. */
export function createLivePublished({ store, index }: LivePublishedOptions): LivePublished {
  let live: ReadonlyMap<string, Own> = new Map();
  // Withdrawn ones too: they were asked and rated.
  let titles: ReadonlyMap<string, Pick<Publication, 'title' | 'organisation'>> = new Map();
  let running: Promise<boolean> | undefined;

  async function look(): Promise<boolean> {
    const found = new Map<string, Map<string, Publication>>();
    const named = new Map<string, Pick<Publication, 'title' | 'organisation'>>();
    for await (const publication of store.list()) {
      const { organisation, id, title, isWithdrawn } = publication;
      named.set(id, { title, organisation });
      if (isWithdrawn) continue;
      found.set(organisation, (found.get(organisation) ?? new Map<string, Publication>()).set(id, publication));
    }
    const next = new Map<string, Own>();
    for (const [organisation, published] of found) {
      const before = live.get(organisation);
      const isSame = before !== undefined && isAsBefore(before.published, published);
      next.set(organisation, isSame ? before : { published, shelf: await index([...published.values()]) });
    }
    const isChanged = next.size !== live.size || [...next].some(([name, own]) => live.get(name) !== own);
    live = next;
    titles = named;
    return isChanged;
  }

  return {
    refresh: () => (running ??= look().finally(() => (running = undefined))),
    shelf: (organisation) => live.get(organisation)?.shelf,
    titleOf(id, organisation) {
      const found = titles.get(id);
      return organisation === undefined || organisation === found?.organisation ? found?.title : undefined;
    },
    status: () => ({
      organisations: live.size,
      published: [...live.values()].reduce((sum, { published }) => sum + published.size, 0),
    }),
  };
}

function isAsBefore(before: ReadonlyMap<string, Publication>, now: ReadonlyMap<string, Publication>): boolean {
  return before.size === now.size && [...now].every(([id, { version }]) => before.get(id)?.version === version);
}
