import type { Person } from '../person.js';
import { findCircles } from './find-circles.js';

/** Why a plan must not be applied, with the people who make it so. */
export type Refusal =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'last-hr'; readonly organisation: string; readonly people: readonly Person[] }
  | { readonly kind: 'manager-removed'; readonly manager: Person; readonly reports: readonly Person[] }
  | { readonly kind: 'manager-unknown'; readonly managerId: string; readonly reports: readonly Person[] }
  | { readonly kind: 'manager-circle'; readonly people: readonly Person[] }
  | {
      readonly kind: 'taken';
      readonly field: 'id' | 'email';
      readonly value: string;
      readonly people: readonly Person[];
    };

interface Directories {
  readonly current: readonly Person[];
  readonly incoming: readonly Person[];
  readonly result: readonly Person[];
}

/** Everything that forbids going from `current` to `result`. */
export function findRefusals({ current, incoming, result }: Directories): Refusal[] {
  return [
    // A file of nobody is a mistake even when missing people are kept, since nothing would be imported.
    ...(incoming.length === 0 ? [{ kind: 'nobody' } as const] : []),
    ...lostHr(current, result),
    ...lostManagers(current, result),
    ...findCircles(result).map((people) => ({ kind: 'manager-circle', people }) as const),
    ...taken('id', result),
    ...taken('email', result),
  ];
}

/** Organisations that have somebody with the role hr now and would have none: nobody could answer or mend there. */
function lostHr(current: readonly Person[], result: readonly Person[]): Refusal[] {
  const hrOf = (people: readonly Person[]) => groupBy(people.filter(isHr), ({ organisation }) => organisation);
  const after = hrOf(result);
  return [...hrOf(current)]
    .filter(([organisation]) => !after.has(organisation))
    .map(([organisation, people]) => ({ kind: 'last-hr', organisation, people }));
}

function isHr({ roles }: Person): boolean {
  return roles.includes('hr');
}

/** People who would report to somebody who is not in the directory any more, or never was. */
function lostManagers(current: readonly Person[], result: readonly Person[]): Refusal[] {
  const before = new Map(current.map((person) => [person.id, person]));
  const after = new Set(result.map(({ id }) => id));
  const orphans = result.filter(({ managerId }) => managerId !== undefined && !after.has(managerId));
  return [...groupBy(orphans, ({ managerId }) => managerId!)].map(([managerId, reports]) => {
    const manager = before.get(managerId);
    return manager ? { kind: 'manager-removed', manager, reports } : { kind: 'manager-unknown', managerId, reports };
  });
}

function taken(field: 'id' | 'email', result: readonly Person[]): Refusal[] {
  return [...groupBy(result, (person) => person[field])]
    .filter(([, people]) => people.length > 1)
    .map(([value, people]) => ({ kind: 'taken', field, value, people }));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
