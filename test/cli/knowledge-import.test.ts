import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_CONTEXT } from '../../src/ask/index.js';
import { openConfiguredStorage } from '../../src/cli/configured-storage.js';
import { importDocuments } from '../../src/cli/knowledge/import.js';
import { UsageError } from '../../src/cli/knowledge/subcommand.js';
import { openLiveEngine } from '../../src/cli/live.js';
import { parsePeopleCsv, planImport } from '../../src/people/index.js';
import { auditTable, openPeople } from '../../src/storage/index.js';
import { makeDocx, makePdf, scannedPage } from '../documents/support/make-files.js';
import { type Account, emptyAccount } from '../support/own-account.js';
import { overAzurite, runCommand } from './support/run-command.js';

const OWN = 'Hägersten-Älvsjö stadsdelsförvaltning';
const KARIN = 'karin.lindqvist@ubara.example';
let azurite: Account;
let folder: string;

beforeAll(async () => {
  azurite = await emptyAccount();
  folder = mkdtempSync(join(tmpdir(), 'ubara-import-'));
  mkdirSync(join(folder, 'rutiner'));
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  put('rutiner/Rutin för avslut.docx', await makeDocx());
  put('rutiner/~$Rutin för avslut.docx', 'lås');
  put(
    'Bisysslor.md',
    '# Bisysslor\n\nEn bisyssla ska anmälas till chefen på en blankett.\n\nAnna, 850709-9805, har anmält.\n',
  );
  put(
    'hemlig.pdf',
    await makePdf((pdf) => pdf.text('Hemligt'), { userPassword: 'a', ownerPassword: 'b', pdfVersion: '1.7' }),
  );
  put('skannad.pdf', await makePdf(scannedPage));
  put('fel.docx', 'inte en zip');
  put('löner.xlsx', 'PK');
  put('.dold', 'x');
}, 60_000);
afterAll(async () => {
  await azurite.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

/** The command over the real storage, in this process. */
async function knowledge(...args: string[]): Promise<Ran> {
  const out: string[] = [];
  const errors: string[] = [];
  const tools = {
    knowledgeDir: 'knowledge',
    now: new Date('2026-03-03T09:00:00Z'),
    folder,
    print: (line: string) => void out.push(`${line}\n`),
    complain: (line: string) => void errors.push(`${line}\n`),
    openStorage: () => openConfiguredStorage(overAzurite(azurite)),
  };
  try {
    const code = await importDocuments.run(args, tools);
    return { code, out: out.join(''), errors: errors.join('') };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { code: 2, out: out.join(''), errors: error.message };
  }
}

/** A command in a process of its own, as npm starts it. */
const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  runCommand(command, args, { ...overAzurite(azurite), INIT_CWD: folder, ...env });

const REFUSED = [
  /^fel\.docx: läses inte in: filen är skadad .+ \/ not imported: the file is damaged /m,
  /^hemlig\.pdf: läses inte in: filen är lösenordsskyddad.+ \/ not imported: the file is protected by a password/m,
  /^löner\.xlsx: läses inte in: filtypen går inte att läsa.+\.docx, \.pdf, \.md, \.txt/m,
  /^skannad\.pdf: läses inte in: dokumentet har ingen text.+ \/ not imported: the document holds no text/m,
];

describe('npm run knowledge -- import, over Azurite', () => {
  it('asks for people first, then for whose documents they are', async () => {
    const early = await knowledge('.');
    expect([early.code, early.errors]).toEqual([2, expect.stringContaining('Personalkatalogen är tom.')]);
    const { people } = parsePeopleCsv(readFileSync('src/local/demo/people.csv', 'utf8'));
    const plan = planImport({ current: [], incoming: people, removeMissing: false });
    await openPeople(await openConfiguredStorage(overAzurite(azurite))).apply(plan, {
      generation: undefined,
      now: new Date(),
    });
    const unclear = await knowledge('.');
    expect(unclear.code).toBe(2);
    expect(unclear.errors).toContain(`"${OWN}", "Norra innerstaden stadsdelsförvaltning"`);
    const wrong = await knowledge('.', '--organisation', 'Älvsjö');
    expect([wrong.code, wrong.errors]).toEqual([2, expect.stringContaining('Organisationen "Älvsjö" finns inte')]);
  }, 60_000);

  it('rehearses without changing anything', async () => {
    const { code, out, errors } = await knowledge('.', '--organisation', OWN);
    expect(code).toBe(2);
    expect(out).toContain('Rutin för avslut.docx: nytt / new: 3 stycken, 3 rubriker, 27 ord');
    expect(out).toContain('Detta var en genomgång: ingenting är ändrat.');
    expect(out).toContain('2 nya, 0 ändrade, 0 oförändrade, 4 inte inlästa');
    for (const line of REFUSED) expect(errors).toMatch(line);
    expect(errors).toContain('  personnummer: stycket utelämnas / passage left out: "Bisysslor"');
    expect(errors + out).not.toContain('9805');
    expect((await knowledge('--list')).out).toContain('Inga dokument är inlästa.');
  }, 60_000);

  it('imports what can be read, names what cannot, and finds the same files unchanged', async () => {
    const { code, out, errors } = await knowledge('.', '--organisation', OWN.toUpperCase(), '--yes');
    expect(code).toBe(2);
    expect(out).toContain('Klart: 2 nya, 0 ändrade, 0 oförändrade, 4 inte inlästa.');
    for (const line of REFUSED) expect(errors).toMatch(line);
    const list = await knowledge('--list');
    expect(list.out.split('\n').map((line) => line.split('  ').slice(0, 2).join('  '))).toEqual([
      `${OWN} (2)`,
      '  Bisysslor.md',
      '  Rutin för avslut.docx',
      '',
    ]);
    const again = await knowledge('rutiner', '--organisation', OWN, '--yes');
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('0 nya, 0 ändrade, 1 oförändrade')]);
    writeFileSync(
      join(folder, 'Bisysslor.md'),
      '# Bisysslor\n\nEn bisyssla ska anmälas till chefen på en ny blankett.\n',
    );
    const changed = await knowledge('Bisysslor.md', '--organisation', OWN, '--yes');
    expect([changed.code, changed.out]).toEqual([0, expect.stringContaining('Klart: 0 nya, 1 ändrade')]);
  }, 60_000);

  it('is asked by `ask --live` for the organisation of the person alone', async () => {
    const question = 'Hur ska en bisyssla anmälas?';
    const own = await run('ask', [question, '--live', '--as', KARIN]);
    expect(own).toMatchObject({ code: 0, errors: '' });
    expect(own.out).toContain('”En bisyssla ska anmälas till chefen på en ny blankett.”');
    expect(own.out).toContain('[1] Bisysslor.md');
    const nobody = await run('ask', [question, '--live']);
    expect([nobody.code, nobody.errors]).toEqual([2, expect.stringContaining('Ange --organisation')]);
    const offline = await run('ask', [question, '--as', KARIN], { STORAGE_CONNECTION_STRING: 'none' });
    expect([offline.code, offline.out]).toEqual([0, expect.not.stringContaining('Bisysslor.md')]);

    const engine = await openLiveEngine(overAzurite(azurite));
    const asked = async (organisation: string) => {
      const asker = await engine.askerOf(organisation);
      return (await engine.ask({ question, asker, now: new Date(), context: EMPTY_CONTEXT })).answer;
    };
    expect(await asked(OWN)).toMatchObject({
      kind: 'routine',
      quotation: { document: 'Bisysslor.md', section: 'Bisysslor', imported: '2026-03-03' },
      citations: [{ title: 'Bisysslor.md', section: 'Bisysslor' }],
    });
    expect((await asked('Norra innerstaden stadsdelsförvaltning')).quotation).toBeUndefined();
  }, 120_000);

  it('takes a document out, after a rehearsal', async () => {
    const args = ['--remove', 'Bisysslor.md', '--organisation', OWN];
    expect(await knowledge(...args)).toMatchObject({ code: 0, out: expect.stringContaining('genomgång') as string });
    expect((await knowledge('--list')).out).toContain('Bisysslor.md');
    expect(await knowledge(...args, '--yes')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Borttaget') as string,
    });
    expect((await knowledge('--list')).out).not.toContain('Bisysslor.md');
    const audit = (await openConfiguredStorage(overAzurite(azurite))).table(auditTable);
    const lines: string[] = [];
    for await (const { row } of audit.list())
      lines.push(`${row.personId} ${row.action} ${row.organisation} ${row.subject?.document}`);
    expect(lines.sort()).toEqual([
      // New, and changed.
      ...Array<string>(2).fill(`terminal knowledge.import ${OWN} Bisysslor.md`),
      `terminal knowledge.import ${OWN} Rutin för avslut.docx`,
      `terminal knowledge.remove ${OWN} Bisysslor.md`,
    ]);
    expect(await knowledge(...args)).toMatchObject({
      code: 2,
      errors: expect.stringContaining('Bisysslor.md') as string,
    });
  }, 60_000);

  it('shows in a dry run what would be kept, without storage', async () => {
    const env = { STORAGE_CONNECTION_STRING: '', AZURITE_TABLE_PORT: '1' };
    const { code, out, errors } = await run('knowledge', ['import', 'rutiner', '--dry-run'], env);
    expect([code, errors]).toEqual([0, '']);
    expect(out).toContain('  Rutin för avslut › Sista arbetsdagen (1, ');
    expect(out).toContain('ingenting är läst ur eller skrivet till lagringen');
    const live = await run('knowledge', ['import', 'rutiner', '--yes'], env);
    expect([live.code, live.errors]).toEqual([1, expect.stringContaining('Lagringen svarar inte.')]);
  }, 60_000);

  it.each([
    [[]],
    [['--list', '--yes']],
    [['a', 'b']],
    [['a', '--list']],
    [['a', '--yes', '--dry-run']],
    [['--nonsense']],
  ])('refuses the arguments %j', async (args) => expect(await knowledge(...args)).toMatchObject({ code: 2, out: '' }));

  it('names a path that is not there, and shows the usage', async () => {
    const { code, errors } = await run('knowledge', ['import', 'saknas', '--dry-run']);
    expect([code, errors]).toEqual([2, expect.stringContaining('saknas går inte att läsa')]);
    expect(errors).toContain('knowledge -- import FIL|MAPP');
  }, 60_000);
});
