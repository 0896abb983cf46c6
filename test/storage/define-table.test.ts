import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { definedTables, defineTable, type TableDefinition } from '../../src/storage/index.js';

function someTable(name: string): TableDefinition<{ organisation: string; id: string }> {
  return {
    name,
    schema: z.object({ organisation: z.string(), id: z.string() }),
    keys: { serves: 'a test', partition: (row) => [row.organisation], row: (row) => [row.id] },
    personKeys: [],
    retention: { keep: 'always', reason: 'a test' },
    onErase: { do: 'keep', reason: 'a test' },
  };
}

const refusal = (message: string) => expect.objectContaining({ code: 'row_invalid', message }) as Error;

describe('defineTable', () => {
  it('enters the table in the registry that purge and erase walk', () => {
    const table = defineTable(someTable('entered'));
    expect(definedTables()).toContain(table);
  });

  it('refuses a second table of the same name', () => {
    defineTable(someTable('twice'));
    expect(() => defineTable(someTable('twice'))).toThrow(refusal('Table twice is defined twice.'));
  });

  it.each(['', 'ab', 'Rounds', 'plan-rows', 'plan_rows', '1st', 'enkätsvar', 'x'.repeat(64)])(
    'refuses the name "%s"',
    (name) => {
      expect(() => defineTable(someTable(name))).toThrow(
        refusal(`Table name "${name}" must be 3-63 small letters and digits.`),
      );
      expect(definedTables().map((table) => table.name)).not.toContain(name);
    },
  );
});
