import { auditTable, definedTables } from '../../../src/storage/index.js';
import type { World } from './world.js';

/** All but the audit, which is to say who tried, and the directory. */
const tables = definedTables().filter(({ name }) => name !== auditTable.name && !name.startsWith('people'));

export type Rows = ReadonlyMap<string, string>;

/** All rows that presses may change, by their places, as JSON. */
export async function allRows({ storage }: Pick<World, 'storage'>): Promise<Rows> {
  const rows = new Map<string, string>();
  for (const definition of tables)
    for await (const { row } of storage.table(definition).list()) {
      const place = [definition.name, ...definition.keys.partition(row), ...definition.keys.row(row)].join('|');
      rows.set(place, JSON.stringify(row));
    }
  return rows;
}

/**
 * What a press made of the world, by place; undefined: it is gone. The world is put back as it was `before`: the next press must not meet
 * what this one did.
 */
export async function putBack(
  world: Pick<World, 'storage'>,
  before: Rows,
): Promise<ReadonlyMap<string, string | undefined>> {
  const after = await allRows(world);
  const places = [...new Set([...before.keys(), ...after.keys()])];
  const changes = new Map(
    places.filter((place) => before.get(place) !== after.get(place)).map((place) => [place, after.get(place)]),
  );
  for (const [place, text] of changes) {
    const definition = tables.find(({ name }) => place.startsWith(`${name}|`))!;
    const table = world.storage.table(definition);
    const row = (json: string) => definition.schema.parse(JSON.parse(json, reviveDates));
    const old = before.get(place);
    if (old !== undefined) await table.upsert(row(old));
    else await table.remove(definition.keys.partition(row(text!)), definition.keys.row(row(text!)));
  }
  return changes;
}

const reviveDates = (_key: string, value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? new Date(value) : value;
