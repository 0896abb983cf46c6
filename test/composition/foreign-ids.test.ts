import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../src/people/index.js';
import { IDS, NAMING_PEOPLE, PUBLIC, ROWS, VALUES } from './support/foreign-rows.js';
import { dataOf, fieldsOf } from './support/data-of.js';
import { allRows, putBack, type Rows } from './support/rows-of-world.js';
import { buildWorld, CECILIA, type World } from './support/world.js';

let world: World;
let before: Rows;
beforeAll(async () => {
  world = await buildWorld();
  before = await allRows(world);
});

/** The id of nothing at all, in the shape of this one. */
const gone = (id: string) => id.slice(0, -1) + (id.endsWith('0') ? '1' : '0');

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
      const [data, missing] = [dataOf(world, row), dataOf(world, row, gone)];
      for (const stranger of strangers) {
        const nothing = await shown(stranger, verb, missing);
        if (row.makes) await putBack(world, before);
        const answer = await shown(stranger, verb, data);
        const places = [...(await putBack(world, before)).keys()].filter((place) => !row.makes || before.has(place));
        expect([stranger.name, places]).toEqual([stranger.name, []]);
        if (row.says?.to === stranger) expect(JSON.parse(answer)).toMatchObject({ reply: { toast: row.says.toast } });
        else if (!row.makes) expect([stranger.name, answer]).toEqual([stranger.name, nothing]);
      }
      if (row.makes) return;
      if (row.ownersTest !== undefined) return expect(existsSync(row.ownersTest)).toBe(true);
      // The test would say nothing of data that leads nobody anywhere.
      const own = [await shown(owner, verb, data), await putBack(world, before)];
      const none = [await shown(owner, verb, missing), await putBack(world, before)];
      expect(own).not.toEqual(none);
    },
  );

  it.each(NAMING_PEOPLE.map((row) => [`${row.verb}: ${row.field}`, row] as const))(
    'and somebody of another board as if there were no such person (%s)',
    async (_, row) => {
      const press = async (person: string) => {
        const text = await shown(row.owner, row.verb, { ...dataOf(world, row), [row.field]: person });
        return [text, (await putBack(world, before)).size];
      };
      const foreign = await press(CECILIA.id);
      expect(foreign).toEqual(await press(gone(CECILIA.id)));
      expect(foreign).not.toContain(CECILIA.name);
    },
  );
});
