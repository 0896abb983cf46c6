import type { z } from 'zod';
import { IDS, type Row, VALUES } from './foreign-rows.js';
import type { World } from './world.js';

/** The names of what a button's data may hold. */
export function fieldsOf(schema: z.ZodTypeAny): string[] {
  const { shape, schema: inner, innerType } = { shape: undefined, ...schema._def } as Record<string, unknown>;
  if (typeof shape === 'function') return Object.keys((shape as () => object)());
  const within = inner ?? innerType;
  if (!within) throw new Error(`The test cannot read a schema of ${schema.constructor.name}.`);
  return fieldsOf(within as z.ZodTypeAny);
}

/** What the owner's own button holds; `change`: of each id that it names. */
export function dataOf(
  { house, ids }: World,
  { verb, named = {}, more }: Pick<Row, 'verb' | 'named' | 'more'>,
  change: (id: string) => string = (id) => id,
): Record<string, unknown> {
  const held: Readonly<Record<string, string | undefined>> = ids;
  const fields = fieldsOf(house.registry.findAction(verb)!.schema).flatMap((field) => {
    const id = IDS.has(field) ? held[named[field] ?? field] : undefined;
    const value = id === undefined ? VALUES[field] : change(id);
    return value === undefined ? [] : [[field, value] as const];
  });
  return { ...Object.fromEntries(fields), ...more };
}
