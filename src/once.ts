/** Makes something when it is first asked for, and gives the same from then on. A throw is no value: the next call tries again. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
