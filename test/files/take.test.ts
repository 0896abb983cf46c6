import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../src/actions/index.js';
import { AppError } from '../../src/errors.js';
import { createFiles, createMayTake, type NewFile, OFFERED_MS } from '../../src/files/index.js';
import type { Person } from '../../src/people/index.js';
import { keptFilePartsTable, keptFilesTable, openKeptFiles, openStorage } from '../../src/storage/index.js';
import { breakable } from '../bot/support/breakable-storage.js';
import { KARIN } from '../bot/support/people.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const HR: Person = { ...KARIN, roles: ['hr'] };

/** A desk and a directory that may become another at any moment. */
function desk() {
  const audited: AuditEntry[] = [];
  const warned: string[] = [];
  let people: readonly Person[] = [HR];
  let refreshes = 0;
  const storage = breakable(openStorage({ kind: 'memory' }));
  let auditFails = false;
  const files = createFiles({
    store: openKeptFiles(storage),
    mayTake: createMayTake({
      find: (id) => people.find((person) => person.id === id),
      refresh: async () => ++refreshes > 0,
    }),
    audit: {
      async append(entry: AuditEntry) {
        if (auditFails) throw new AppError('storage_unavailable', 'The audit does not answer.');
        audited.push(entry);
      },
    },
    log: { warn: (_, message) => void warned.push(message) },
  });
  const file: Omit<NewFile, 'purpose' | 'bytes'> = {
    ...{ organisation: HR.organisation, person: HR.id, name: 'Rapport.docx', contentType: 'x' },
    ...{ right: { permission: 'plan.read', reach: 'organisation' }, keepMs: OFFERED_MS },
  };
  const keep = (purpose: 'offer' | 'plan.import', about: Partial<NewFile> = {}) =>
    files.keep({ ...file, purpose, bytes: new Uint8Array([1]), ...about }, NOW);
  return {
    ...{ files, keep, audited, warned, storage },
    breakAudit: (fails: boolean) => void (auditFails = fails),
    become: (...next: Person[]) => void (people = next),
    refreshes: () => refreshes,
  };
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
  expect(audited.map(({ action, personId, outcome }) => [personId, action, outcome])).toEqual([
    [HR.id, 'files.offer', 'done'],
    [HR.id, 'files.download', 'done'],
  ]);
  expect(JSON.stringify(audited)).not.toContain(token);
  expect(await files.take(String(audited[1]!.subject?.file), NOW)).toEqual({ kind: 'unknown' });
});

it('what somebody sent in cannot be fetched by an address', async () => {
  const { files, keep } = desk();
  expect(await files.take(await keep('plan.import'), NOW)).toEqual({ kind: 'unknown' });
});

describe('a file that could not be given', () => {
  it.each(['its bytes cannot be read', 'the audit cannot be written'])('can be asked for again: %s', async (why) => {
    const { files, keep, storage, breakAudit } = desk();
    const token = await keep('offer');
    if (why.startsWith('its')) storage.fails = (table) => table === keptFilePartsTable.name;
    else breakAudit(true);
    await expect(files.take(token, NOW)).rejects.toMatchObject({ code: 'storage_unavailable' });
    storage.fails = undefined;
    breakAudit(false);
    expect(await files.take(token, NOW)).toMatchObject({ kind: 'file', bytes: new Uint8Array([1]) });
    expect(await files.take(token, NOW)).toEqual({ kind: 'used' });
  });

  it('and cannot be set free either says why it was not given, and the log that it stays used', async () => {
    const { files, keep, storage, breakAudit, warned } = desk();
    const token = await keep('offer');
    let updates = 0;
    storage.fails = (table, call) => table === keptFilesTable.name && call === 'update' && (updates += 1) > 1;
    breakAudit(true);
    await expect(files.take(token, NOW)).rejects.toThrow('The audit does not answer.');
    expect(updates).toBe(2);
    expect(warned).toEqual(['a file that was not given stays marked as used']);
  });
});

describe('the right of whoever asked is asked again, of the directory as it is then', () => {
  it.each<[string, readonly Person[]]>([
    ['has left', []],
    ['is of HR no more', [{ ...HR, roles: ['medarbetare'] }]],
    ['may the same of the own line only', [{ ...HR, roles: ['chef'] }]],
    ['works for another board', [{ ...HR, organisation: 'Norra nämnden' }]],
  ])('who %s gets nothing', async (_, people) => {
    const { files, keep, audited, become } = desk();
    const token = await keep('offer');
    become(...people);
    expect(await files.look(token, NOW)).toEqual({ kind: 'denied' });
    expect(await files.take(token, NOW)).toEqual({ kind: 'denied' });
    expect(audited.at(-1)).toMatchObject({ personId: HR.id, action: 'files.download', outcome: 'denied' });
    become(HR);
    expect(await files.take(token, NOW), 'not used up').toMatchObject({ kind: 'file' });
  });

  it('at each look and taking the newest directory is asked for', async () => {
    const { files, keep, refreshes } = desk();
    const token = await keep('offer');
    await files.look(token, NOW);
    await files.take(token, NOW);
    expect(refreshes()).toBe(2);
  });

  it('who has more roles now than then still gets it', async () => {
    const { files, keep, become } = desk();
    const token = await keep('offer', { right: { permission: 'plan.read', reach: 'linje' } });
    become({ ...HR, roles: ['chef', 'hr'] });
    expect(await files.take(token, NOW)).toMatchObject({ kind: 'file' });
  });

  it('an offer without a right is nobody’s', async () => {
    const { files, keep } = desk();
    expect(await files.take(await keep('offer', { right: undefined }), NOW)).toEqual({ kind: 'denied' });
  });

  it('the address of somebody who was erased says no more than that', async () => {
    const { files, keep, storage, audited } = desk();
    const token = await keep('offer');
    await storage.table(keptFilesTable).remove([HR.organisation], [String(audited[0]!.subject?.file)]);
    expect(await files.take(token, NOW)).toEqual({ kind: 'denied' });
  });
});
