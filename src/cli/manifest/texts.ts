/** What people read in a manifest. */
const READ = ['short', 'full', 'title', 'description'];

/** The texts of a manifest that a language file translates, by the key that it has there: "bots[0].commandLists[0].commands[1].title". */
export function textsOf(manifest: unknown): ReadonlyMap<string, string> {
  return new Map(walk(manifest, ''));
}

function walk(part: unknown, path: string): [string, string][] {
  if (typeof part === 'string') return READ.includes(path.split('.').at(-1)!) ? [[path, part]] : [];
  if (Array.isArray(part)) return part.flatMap((one, at) => walk(one, `${path}[${at}]`));
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, one]) => walk(one, path === '' ? key : `${path}.${key}`));
}
