import { expect, it } from 'vitest';
import type { AuditEntry } from '../../src/actions/index.js';
import { createFiles, OFFERED_MS } from '../../src/files/index.js';
import { openKeptFiles, openStorage } from '../../src/storage/index.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);

function desk() {
  const audited: AuditEntry[] = [];
  const audit = { append: async (entry: AuditEntry) => void audited.push(entry) };
  const files = createFiles({ store: openKeptFiles(openStorage({ kind: 'memory' })), audit, log: { warn: () => {} } });
  const file = {
    organisation: 'Norra nämnden',
    person: 'karin',
    name: 'Rapport.docx',
    contentType: 'x',
    keepMs: OFFERED_MS,
  };
  const keep = (purpose: 'offer' | 'plan.import') => files.keep({ ...file, purpose, bytes: new Uint8Array([1]) }, NOW);
  return { files, keep, audited };
}

it('an address is good for ten minutes and not a moment longer', async () => {
  const { files, keep } = desk();
  expect(OFFERED_MS).toBe(600_000);
  const [early, late] = [await keep('offer'), await keep('offer')];
  expect(await files.take(early, after(OFFERED_MS - 1))).toMatchObject({ kind: 'file' });
  expect(await files.take(late, after(OFFERED_MS))).toEqual({ kind: 'expired' });
});

it('each taking is audited for whom it was offered to, by an id that opens nothing', async () => {
  const { files, keep, audited } = desk();
  const token = await keep('offer');
  await files.take(token, NOW);
  expect(audited.map(({ action, personId }) => `${personId} ${action}`)).toEqual([
    'karin files.offer',
    'karin files.download',
  ]);
  expect(JSON.stringify(audited)).not.toContain(token);
  expect(await files.take(String(audited[1]!.subject?.file), NOW)).toEqual({ kind: 'unknown' });
});

it('what somebody sent in cannot be fetched by an address', async () => {
  const { files, keep } = desk();
  expect(await files.take(await keep('plan.import'), NOW)).toEqual({ kind: 'unknown' });
});
