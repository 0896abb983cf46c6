export function neededPackages(
  lock: { readonly packages: object },
  roots: readonly string[],
  isThere?: (path: string) => boolean,
): string[];
