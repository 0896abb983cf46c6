/** One page of a list, and whether there are more behind it. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
}

/** So much stands on one card at most: items, and bytes of what `weigh` says of each. */
export interface PageLimits<Item> {
  readonly most: number;
  readonly mostBytes?: number;
  readonly weigh?: (item: Item) => number;
}

/** A button that leads to another page. */
export interface Turning {
  readonly to: number;
  readonly direction: 'previous' | 'next';
}

/** One page of a list in memory, which page of how many it is, and the buttons to the others. */
export interface PageWithin<Item> {
  readonly items: readonly Item[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly turnings: readonly Turning[];
}

/** The `wanted`-th page, from 1, `most` items on each; the nearest there is for one that is not, since lists get shorter. */
export function pageWithin<Item>(all: readonly Item[], wanted: number, most: number): PageWithin<Item> {
  const pages = Math.max(1, Math.ceil(all.length / most));
  const page = Math.min(Math.max(1, wanted), pages);
  return {
    items: all.slice((page - 1) * most, page * most),
    page,
    pages,
    turnings: [
      ...(page > 1 ? [{ to: page - 1, direction: 'previous' } as const] : []),
      ...(page < pages ? [{ to: page + 1, direction: 'next' } as const] : []),
    ],
  };
}

/** The `page`-th page, from 1. Reads no further than needed and keeps one page in memory. */
export async function pageOf<Item>(
  items: AsyncIterable<Item>,
  page: number,
  { most, mostBytes = Infinity, weigh = () => 0 }: PageLimits<Item>,
): Promise<Page<Item>> {
  let current: Item[] = [];
  let bytes = 0;
  let number = 1;
  for await (const item of items) {
    const size = weigh(item);
    const isFull = current.length === most || (current.length > 0 && bytes + size > mostBytes);
    if (isFull && number === page) return { items: current, hasMore: true };
    if (isFull) [current, bytes, number] = [[], 0, number + 1];
    current.push(item);
    bytes += size;
  }
  return { items: number === page ? current : [], hasMore: false };
}
