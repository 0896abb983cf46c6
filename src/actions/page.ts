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
