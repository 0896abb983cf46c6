import { foldTitle, type FunctionTitles } from '../exit/index.js';
import type { Fault } from './fault.js';
import { faultAt, type Placed } from './placed.js';

/** A function that stands twice, and a title that holds two functions or stands twice: each must be one person's matter. */
export function checkFunctions(functions: readonly Placed<FunctionTitles>[]): Fault[] {
  const owners = new Set<string>();
  const holds = new Map<string, string>();
  return functions.flatMap((entry) => {
    const { owner, titles } = entry.value;
    const faults = owners.has(owner) ? [faultAt(entry, 'owner', `${owner} stands twice; put its titles into one list`)] : [];
    owners.add(owner);
    for (const title of titles) {
      const other = holds.get(foldTitle(title));
      if (other !== undefined) faults.push(faultAt(entry, 'titles', `"${title}" stands under ${other} already`));
      holds.set(foldTitle(title), owner);
    }
    return faults;
  });
}
