import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Person } from '../../src/people/index.js';
import { auditTable, definedTables } from '../../src/storage/index.js';
import { IDS, NAMING_PEOPLE, PUBLIC, ROWS, type Row, VALUES } from './support/foreign-rows.js';
import { buildWorld, CECILIA, type World } from './support/world.js';

let world: World & { readonly before: ReadonlyMap<string, string> };
beforeAll(async () => {
  world = { ...(await buildWorld()), before: new Map() };
  world = { ...world, before: await allRows() };
});

/** The names of what a button's data may hold. */
function fieldsOf(schema: z.ZodTypeAny): string[] {
  const { shape, schema: inner, innerType } = { shape: undefined, ...schema._def } as Record<string, unknown>;
  if (typeof shape === 'function') return Object.keys((shape as () => object)());
  const within = inner ?? innerType;
  if (!within) throw new Error(`The test cannot read a schema of ${schema.constructor.name}.`);
  return fieldsOf(within as z.ZodTypeAny);
}

/** All but the audit, which is to say who tried, and the directory. */
const tables = definedTables().filter(({ name }) => name !== auditTable.name && !name.startsWith('people'));

/** All their rows, by their places. */
async function allRows(): Promise<Map<string, string>> {
  const rows = new Map<string, string>();
  for (const definition of tables)
    for await (const { row } of world.storage.table(definition).list()) {
      const place = [definition.name, ...definition.keys.partition(row), ...definition.keys.row(row)].join('|');
      rows.set(place, JSON.stringify(row));
    }
  return rows;
}

/** What a press made of the world, which is put back as it was: the next row of the table must not meet what an owner does. */
async function changed(): Promise<Map<string, string | undefined>> {
  const after = await allRows();
  const places = [...new Set([...world.before.keys(), ...after.keys()])];
  const changes = new Map(
    places.filter((place) => world.before.get(place) !== after.get(place)).map((place) => [place, after.get(place)]),
  );
  for (const [place, text] of changes) {
    const definition = tables.find(({ name }) => place.startsWith(`${name}|`))!;
    const table = world.storage.table(definition);
    const row = (json: string) => definition.schema.parse(JSON.parse(json, reviveDates));
    const old = world.before.get(place);
    if (old !== undefined) await table.upsert(row(old));
    else await table.remove(definition.keys.partition(row(text!)), definition.keys.row(row(text!)));
  }
  return changes;
}
const reviveDates = (_key: string, value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? new Date(value) : value;

/** The id of nothing at all, in the shape of this one. */
const gone = (id: string) => id.slice(0, -1) + (id.endsWith('0') ? '1' : '0');

/** What the owner's own button holds, or the same with ids of nothing at all. */
function dataOf({ verb, named = {}, more }: Row, change: (id: string) => string = (id) => id): Record<string, unknown> {
  const held: Readonly<Record<string, string | undefined>> = world.ids;
  const fields = fieldsOf(world.house.registry.findAction(verb)!.schema).flatMap((field) => {
    const id = IDS.has(field) ? held[named[field] ?? field] : undefined;
    const value = id === undefined ? VALUES[field] : change(id);
    return value === undefined ? [] : [[field, value] as const];
  });
  return { ...Object.fromEntries(fields), ...more };
}

/** All that the person is shown, without what is another at each press, and without the ids that they sent. */
async function shown(who: Person, verb: string, data: Record<string, unknown>): Promise<string> {
  const outcome = await world.dispatcher.press(world.turnOf(who), verb, data);
  expect([verb, outcome.kind]).toEqual([verb, 'done']);
  let text = JSON.stringify(outcome).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<at>');
  for (const [field, id] of Object.entries(data))
    if (IDS.has(field) && typeof id === 'string' && id.length > 3) text = text.replaceAll(id, `<${field}>`);
  return text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<uuid>');
}

describe('every button that names something', () => {
  it('stands in the table below, and every field of every button is known to be an id or none', () => {
    const { actions } = world.house.registry;
    const unknown = actions.flatMap(({ verb, schema }) =>
      fieldsOf(schema)
        .filter((field) => !IDS.has(field) && !(field in VALUES))
        .map((field) => `${verb}: ${field}`),
    );
    expect(unknown).toEqual([]);
    const named = actions.filter(({ schema }) => fieldsOf(schema).some((field) => IDS.has(field)));
    const rows = new Set([...ROWS.map(({ verb }) => verb), ...Object.keys(PUBLIC)]);
    expect(named.map(({ verb }) => verb).filter((verb) => !rows.has(verb))).toEqual([]);
    expect([...rows].filter((verb) => !named.some((action) => action.verb === verb))).toEqual([]);
  });

  it.each(ROWS.map((row) => [`${row.verb}${row.what ? ` (${row.what})` : ''}`, row] as const))(
    '%s answers others as if there were no such thing, and does nothing',
    async (_, row) => {
      const { verb, owner, strangers } = row;
      const [data, missing] = [dataOf(row), dataOf(row, gone)];
      for (const stranger of strangers) {
        const nothing = await shown(stranger, verb, missing);
        if (row.makes) await changed();
        const answer = await shown(stranger, verb, data);
        const places = [...(await changed()).keys()].filter((place) => !row.makes || world.before.has(place));
        expect([stranger.name, places]).toEqual([stranger.name, []]);
        if (row.says?.to === stranger) expect(JSON.parse(answer)).toMatchObject({ reply: { toast: row.says.toast } });
        else if (!row.makes) expect([stranger.name, answer]).toEqual([stranger.name, nothing]);
      }
      if (row.makes) return;
      if (row.ownersTest !== undefined) return expect(existsSync(row.ownersTest)).toBe(true);
      // The test would say nothing of data that leads nobody anywhere.
      const own = [await shown(owner, verb, data), await changed()];
      const none = [await shown(owner, verb, missing), await changed()];
      expect(own).not.toEqual(none);
    },
  );

  it.each(NAMING_PEOPLE.map((row) => [`${row.verb}: ${row.field}`, row] as const))(
    'and somebody of another board as if there were no such person (%s)',
    async (_, row) => {
      const press = async (person: string) => {
        const text = await shown(row.owner, row.verb, { ...dataOf(row), [row.field]: person });
        return [text, (await changed()).size];
      };
      const foreign = await press(CECILIA.id);
      expect(foreign).toEqual(await press(gone(CECILIA.id)));
      expect(foreign).not.toContain(CECILIA.name);
    },
  );
});
