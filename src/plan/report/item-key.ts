import type { ItemKind } from '../round/index.js';

/** The plan and the kind that an item's key names: "2020-forskola/goal-3" is a goal of 2020-forskola (see round/item). */
export function parseItemKey(key: string): { readonly plan: string; readonly kind: ItemKind } {
  const slash = key.indexOf('/');
  const rest = key.slice(slash + 1);
  const kind = rest.startsWith('goal-') ? 'goal' : rest.startsWith('indicator-') ? 'indicator' : 'activity';
  return { plan: key.slice(0, Math.max(0, slash)), kind };
}
