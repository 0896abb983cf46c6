import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument, readTables } from '../../src/documents/index.js';
import { planImport } from '../../src/people/index.js';
import type { Round } from '../../src/plan/index.js';
import { auditTable, openPeople, openStorage } from '../../src/storage/index.js';
import { HR, itemsOf, ORGANISATION, storeRounds } from '../plan/report/some-report.js';
import { type Account, emptyAccount } from '../support/own-account.js';
import { overAzurite, runCommand } from './support/run-command.js';

let azurite: Account;
let folder: string;
let round: Round;
beforeAll(async () => {
  azurite = await emptyAccount();
  folder = await mkdtemp(join(tmpdir(), 'plan-report-'));
  const storage = openStorage({ kind: 'connection-string', connectionString: azurite.connectionString });
  await storage.prepare();
  const plan = planImport({ current: [], incoming: [HR], removeMissing: false });
  await openPeople(storage).apply(plan, { generation: undefined, now: new Date() });
  ({ round } = await storeRounds(storage));
}, 60_000);
afterAll(async () => {
  await azurite.stop();
  await rm(folder, { recursive: true });
});

const report = (...args: string[]) => runCommand('report', ['plan', ...args], overAzurite(azurite));

describe('npm run report -- plan, over Azurite', () => {
  it('prints the summary and writes both files', async () => {
    const [docx, xlsx] = [join(folder, 'r.docx'), join(folder, 'r.xlsx')];
    const { code, out } = await report('t1 2026', '--docx', docx, '--xlsx', xlsx);
    expect(code).toBe(0);
    expect(out).toContain('  Svar: 38 av 46 punkter (82 %) är besvarade. 1 av 9 enheter har inte svarat alls.');
    expect(await readDocument(docx, await readFile(docx))).toMatchObject({
      kind: 'read',
      document: { title: 'Uppföljning av kompetensförsörjningsplan, T1 2026' },
    });
    const read = await readTables(xlsx, await readFile(xlsx));
    expect(read.kind === 'read' && read.tables[0]?.rows).toHaveLength(1 + itemsOf(round.id).length);
    expect((await readdir(folder)).sort()).toEqual(['r.docx', 'r.xlsx']);
    const audit = openStorage({ kind: 'connection-string', connectionString: azurite.connectionString }).table(
      auditTable,
    );
    const lines = [];
    for await (const { row } of audit.list()) lines.push(row);
    expect(lines).toMatchObject([
      { personId: 'terminal', action: 'plan.report.file', organisation: ORGANISATION, subject: { round: round.id } },
    ]);
  }, 60_000);

  it('takes the id, and narrows to a department and a phase, in English', async () => {
    const { code, out } = await report(round.id, '--department', 'förskola', '--phase', 'Utveckla', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain(`${ORGANISATION}, Förskola`);
    expect(out).toContain('Answers: 8 of 10 items');
  }, 60_000);

  it.each([
    [['T3 2026'], 'Det finns / there is no such round; there are:\n  "T1 2026"'],
    [[], 'Ange vilken uppföljning / say which round:\n  "T1 2026"'],
    [['T1 2026', '--department', 'Stab'], 'Det är / the round has: Förskola, Äldreomsorg.'],
    [['T1 2026', '--plan', 'x'], 'Det gör / the round has: 2026-forskola, 2026-aldreomsorg.'],
    [['T1 2026', '--organisation', 'Norrmalm'], 'Organisationen "Norrmalm" finns inte'],
    [['T1 2026', '--docx', '/nowhere/at/all/r.docx'], '/nowhere/at/all/r.docx går inte att skriva'],
    [['T1', '2026'], 'Skriv omgångens namn inom citattecken'],
    [['T1 2026', '--phase', 'vila'], '--phase vila: en av / one of utveckla,'],
    [['T1 2026', '--xlsx', 'r.csv'], 'ska sluta på .xlsx'],
  ])(
    'ends with 2 for %j',
    async (args, message) => {
      const { code, errors } = await report(...args);
      expect(code).toBe(2);
      expect(errors).toContain(message);
      expect(errors).toContain('npm run -s report -- plan');
    },
    60_000,
  );
});
