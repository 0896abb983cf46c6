/** Keeps the first `most` of what is added, in the order of `compare`; never holds more than twice as many. */
export function createTop<Item>(most: number, compare: (a: Item, b: Item) => number) {
  let kept: Item[] = [];
  const cut = (): Item[] => (kept = kept.sort(compare).slice(0, most));
  return {
    add(item: Item): void {
      kept.push(item);
      if (kept.length >= 2 * Math.max(1, most)) cut();
    },
    items: (): readonly Item[] => cut(),
  };
}
