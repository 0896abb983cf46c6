import { describe, expect, inject, it } from 'vitest';
import type { AuditEntry } from '../../src/actions/index.js';
import { auditTable, openAudit, openAuditReader, openStorage } from '../../src/storage/index.js';
import { once, startStorageProxy } from '../support/storage-proxy/index.js';
import { tablePrefix, preparedStorage } from '../support/test-storage.js';
import { all } from './table-contract.js';

function entry(at: string, more: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: new Date(at),
    organisation: 'Älvsjö',
    personId: 'p1',
    permission: 'ask.help',
    action: 'ask.help',
    outcome: 'done',
    ...more,
  };
}

describe('openAudit', () => {
  it('lists an organisation and month newest first', async () => {
    const storage = await preparedStorage();
    const audit = openAudit(storage);
    await audit.append(entry('2025-03-03T09:00:00.000Z', { action: 'first' }));
    await audit.append(entry('2025-03-03T09:00:00.001Z', { action: 'second', subject: { routine: 'avslutssamtal' } }));
    await audit.append(entry('2025-04-01T00:00:00.000Z', { action: 'april' }));
    await audit.append(entry('2025-03-03T09:00:00.000Z', { action: 'elsewhere', organisation: 'Östra' }));
    const march = await all(storage.table(auditTable).list({ partition: ['Älvsjö', '2025-03'] }));
    expect(march.map(({ action }) => action)).toEqual(['second', 'first']);
    expect(march[0]).toEqual({
      ...entry('2025-03-03T09:00:00.001Z', { action: 'second', subject: { routine: 'avslutssamtal' } }),
      id: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
    });
  });

  it('can be added to and read, and nothing else', () => {
    const storage = openStorage({ kind: 'memory' });
    expect([Object.keys(openAudit(storage)), Object.keys(openAuditReader(storage))]).toEqual([['append'], ['list']]);
  });

  it('keeps two equal entries of one moment', async () => {
    const storage = await preparedStorage();
    const audit = openAudit(storage);
    await Promise.all([audit.append(entry('2025-03-03T09:00:00Z')), audit.append(entry('2025-03-03T09:00:00Z'))]);
    expect((await all(storage.table(auditTable).list())).length).toBe(2);
  });

  it('writes one line when the receipt of storage was lost', async () => {
    const direct = await preparedStorage();
    const proxy = await startStorageProxy(inject('azurite'));
    const storage = openStorage({ kind: 'connection-string', connectionString: proxy.connectionString }, tablePrefix());
    proxy.rule = once({ kind: 'carried-out-then', blow: { kind: 'cut' } });
    await openAudit(storage).append(entry('2025-03-03T09:00:00Z'));
    expect(storage.calls()).toBe(2);
    expect((await all(direct.table(auditTable).list())).length).toBe(1);
    await proxy.close();
  });
});
