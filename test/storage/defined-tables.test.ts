import { describe, expect, it } from 'vitest';
import { retentionsOf } from '../../src/privacy/index.js';
import { definedTables } from '../../src/storage/index.js';
import { keysOf } from '../../src/storage/define-table.js';
import { fromEntity, toEntity } from '../../src/storage/entity.js';
import { encodeKey } from '../../src/storage/keys.js';
import { samples } from './samples.js';

describe('the defined tables', () => {
  it('all have a sample row here', () => {
    expect(
      definedTables()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(samples).sort());
  });

  describe.each(definedTables().map((table) => [table.name, table] as const))('%s', (name, table) => {
    const row = samples[name]!;

    it('says what its keys serve, how long it keeps and what erasing does', () => {
      const { keys, retention, onErase } = table;
      expect(keys.serves.length).toBeGreaterThan(20);
      for (const rule of retentionsOf(retention))
        if ('reason' in rule) expect(rule.reason.length).toBeGreaterThan(10);
        else {
          expect(rule.count).toBeGreaterThan(0);
          if (rule.only?.is(row) ?? true) expect(row[rule.from]).toBeInstanceOf(Date);
        }
      if (onErase.do === 'keep') expect(onErase.reason.length).toBeGreaterThan(10);
    });

    it('begins its partition key with the organisation', () => {
      expect(keysOf(table, row).partitionKey.split('|')[0]).toBe(encodeKey(row.organisation as string));
      expect(keysOf(table, { ...row, organisation: 'Östra' }).partitionKey.split('|')[0]).toBe('~d6~stra');
    });

    it('holds a person id in each of its person columns', () => {
      for (const column of table.personKeys) expect(row[column]).toEqual(expect.any(String));
      if (table.personKeys.length === 0) expect(table.onErase.do).toBe('keep');
    });

    it('gives its row back from storage as it was', () => {
      expect(fromEntity(table, toEntity(table, row))).toEqual(row);
    });
  });
});
