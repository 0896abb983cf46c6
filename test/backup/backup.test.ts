import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { TableClient } from '@azure/data-tables';
import type { RawTables } from '../../src/backup/index.js';
import { toLine } from '../../src/backup/line.js';
import { runBackupCommand } from '../../src/cli/backup/command.js';
import { makeKeeping } from '../../src/composition/keeping.js';
import { createDirectory } from '../../src/people/index.js';
import { createBoxes, createSeal } from '../../src/exit/index.js';
import { LOCAL_SURVEY_KEY } from '../../src/config.js';
import {
  openAudit,
  openBoxes,
  openExitCases,
  openHolds,
  openKeptFiles,
  openRawTables,
  openStorage,
  type Storage,
} from '../../src/storage/index.js';
import { once, startStorageProxy, type StorageProxy } from '../support/storage-proxy/index.js';
import { INGRID, KARIN, ORGANISATION, SARA } from '../bot/support/people.js';
import { someCase } from '../exit/case/some-case.js';
import { seedPeople } from '../bot/support/stage.js';

const NOW = new Date('2026-11-28T14:30:00Z');
const TERTIAL = '2026-3';
const SECRET = 'Behåll handledningen, ändra schemat.';
const seal = createSeal([Buffer.from(LOCAL_SURVEY_KEY, 'base64')]);

let proxy: StorageProxy;
let root: string;
let full: string;
let accounts = 0;
let said: string[];
const prefixOf = (name: string) => `b${inject('run')}${name}`;
const location = () => ({ kind: 'connection-string', connectionString: proxy.connectionString }) as const;
const storageOf = (prefix: string): Storage => openStorage(location(), prefix);
/** An account of its own, without a single table. */
const emptyAccount = () => prefixOf(`x${++accounts}`);

const keepingOf = (prefix: string) => makeKeeping({ storage: storageOf(prefix), directory: createDirectory([]) });

const auditClient = (prefix: string) =>
  TableClient.fromConnectionString(proxy.connectionString, `${prefix}audit`, { allowInsecureConnection: true });

/** Runs the command against an account. */
async function run(args: readonly string[], prefix = prefixOf('full'), tables?: RawTables) {
  said = [];
  const note = (line: string) => void said.push(line);
  const code = await runBackupCommand(args, {
    ...{ open: () => tables ?? openRawTables(location(), prefix), pathOf: (path: string) => join(root, path) },
    ...{ clock: () => NOW, print: note, complain: note },
    keeping: async () => keepingOf(prefix),
  });
  return { code, text: said.join('\n') };
}

/** An account with people, an audit, a file of two parts, sealed answers, and a row as no schema of ours knows it. */
beforeAll(async () => {
  proxy = await startStorageProxy(inject('azurite'));
  root = await mkdtemp(join(tmpdir(), 'ubara-backup-'));
  const storage = storageOf(prefixOf('full'));
  await seedPeople(storage);
  const line = { organisation: ORGANISATION, personId: 'p1', permission: 'ask.help', outcome: 'done' } as const;
  for (let n = 0; n < 230; n++)
    await openAudit(storage).append({ ...line, at: new Date(NOW.getTime() + n), action: 'ask' });
  const file = { organisation: ORGANISATION, id: 'f1', person: 'p1', purpose: 'offer', name: 'Rapport.docx' } as const;
  const bytes = new Uint8Array(700_000).map((_, at) => (at * 31) % 251);
  await openKeptFiles(storage).save(
    { ...file, contentType: 'x/y', size: bytes.length, createdAt: NOW, expiresAt: NOW },
    bytes,
  );
  const boxes = createBoxes({ store: openBoxes(storage), seal });
  await boxes.put(ORGANISATION, TERTIAL, {
    ticket: 'en-biljett-som-ingen-annan-har',
    chosen: { Q3: ['4'] },
    text: SECRET,
  });
  await auditClient(prefixOf('full')).createEntity({
    ...{ partitionKey: 'udda', rowKey: '1', text: 'rad\u2028skifte "å" \\', whole: 3, half: 0.5, isTrue: true },
    long: { type: 'Int64', value: '9007199254740993' },
    moment: { type: 'DateTime', value: '2026-01-01T00:00:00.1234567Z' },
  });
  full = 'kopia';
  expect(await run(['create', full])).toMatchObject({ code: 0 });
});
beforeEach(() => {
  proxy.rule = undefined;
});
afterAll(async () => {
  await proxy.close();
  await rm(root, { recursive: true, force: true });
});

describe('a back-up', () => {
  it('holds every table with its count and hash, for its owner alone', async () => {
    const { code, text } = await run(['verify', full, '--account']);
    expect(code, text).toBe(0);
    expect(text).toMatch(/audit +231 {2}[0-9a-f]{16}/);
    expect(text).toContain('The back-up is whole, and the account holds the same.');
    const files = await readdir(join(root, full));
    const tables = openRawTables(location(), 'x').names;
    expect(files.sort()).toEqual([...tables.map((name) => `${name}.jsonl`), 'manifest.json'].sort());
    expect((await stat(join(root, full, 'audit.jsonl'))).mode & 0o077).toBe(0);
  });

  it('holds what is sealed as it is: nothing of an answer can be read in it', async () => {
    for (const file of await readdir(join(root, full)))
      expect(await readFile(join(root, full, file), 'utf8')).not.toContain('handledningen');
  });

  it('is never half there: a folder that holds something is refused, a run that fails leaves none', async () => {
    expect(await run(['create', full])).toMatchObject({
      code: 1,
      text: expect.stringContaining('is not empty') as string,
    });
    proxy.rule = ({ path }) => (path.includes('people') ? { kind: 'status', status: 403 } : undefined);
    expect(await run(['create', 'halv'])).toMatchObject({
      code: 1,
      text: expect.stringContaining('Storage') as string,
    });
    expect((await readdir(root)).sort()).toEqual([full]);
  });
});

describe('a restore', () => {
  it('into an empty account gives the same rows, which the bot reads as before', async () => {
    const account = emptyAccount();
    const { code, text } = await run(['restore', full], account);
    expect(code, text).toBe(0);
    expect(text).toContain('verified row by row');
    expect(text).toContain('0 erased again');
    expect(await run(['verify', full, '--account'], account)).toMatchObject({ code: 0 });
    const storage = storageOf(account);
    const boxes = createBoxes({ store: openBoxes(storage), seal });
    expect(await boxes.read(ORGANISATION, TERTIAL)).toMatchObject([{ text: SECRET }]);
    const found = await openKeptFiles(storage).find(ORGANISATION, 'f1');
    expect((await openKeptFiles(storage).bytes(found!.file)).length).toBe(700_000);
  });

  it('that was cut off at any write is gone on with by the same command', async () => {
    const account = emptyAccount();
    let writes = 0;
    for (const stopAt of [1, 4]) {
      writes = 0;
      proxy.rule = ({ path, method }) =>
        method === 'POST' && path.startsWith('/$batch') && ++writes >= stopAt
          ? { kind: 'status', status: 403 }
          : undefined;
      expect(await run(['restore', full], account)).toMatchObject({ code: 1 });
    }
    // Done, and the answer lost: done again to the same effect.
    proxy.rule = once({ kind: 'carried-out-then', blow: { kind: 'cut' } });
    const { code, text } = await run(['restore', full], account);
    expect(code, text).toBe(0);
    expect(await run(['verify', full, '--account'], account)).toMatchObject({ code: 0 });
  });

  it('is refused by an account with other rows, in which nothing is changed', async () => {
    const account = emptyAccount();
    const storage = storageOf(account);
    await storage.prepare();
    await openAudit(storage).append({
      ...{
        organisation: ORGANISATION,
        personId: 'p2',
        permission: 'ask.help',
        outcome: 'done',
        at: NOW,
        action: 'ask',
      },
    });
    const { code, text } = await run(['restore', full], account);
    expect(code).toBe(1);
    expect(text).toContain('the account is not empty: audit har 1 rader');
    const rows = [];
    for await (const row of openRawTables(location(), account).rows('people')) rows.push(row);
    expect(rows).toEqual([]);
  });

  it.each([
    [
      'a byte was changed',
      (file: string) => readFile(file, 'utf8').then((text) => writeFile(file, text.replace('p1', 'p2'))),
    ],
    [
      'a row is missing',
      (file: string) => readFile(file, 'utf8').then((text) => writeFile(file, text.slice(text.indexOf('\n') + 1))),
    ],
    ['something was added', (file: string) => appendFile(file, '{}\n')],
    ['a file is gone', (file: string) => rm(file)],
  ])('is refused where %s, as verify tells', async (_what, damage) => {
    const copy = `skadad${accounts}`;
    await cp(join(root, full), join(root, copy), { recursive: true });
    await damage(join(root, copy, 'audit.jsonl'));
    expect(await run(['verify', copy])).toMatchObject({
      code: 1,
      text: expect.stringContaining('audit har') as string,
    });
    const { code, text } = await run(['restore', copy], emptyAccount());
    expect([code, text]).toEqual([1, expect.stringContaining('damaged in: audit.jsonl')]);
    await rm(join(root, copy), { recursive: true });
  });

  it('of a newer version, or of what is no back-up, is refused', async () => {
    expect(await run(['restore', 'saknas'])).toMatchObject({
      code: 1,
      text: expect.stringContaining('is no back-up') as string,
    });
    const manifest = JSON.parse(await readFile(join(root, full, 'manifest.json'), 'utf8')) as {
      tables: { name: string }[];
    };
    const fewer = openRawTables(location(), emptyAccount());
    const known = { ...fewer, names: fewer.names.filter((name) => name !== 'audit') };
    const { code, text } = await run(['restore', full], '', known);
    expect([code, text]).toEqual([1, expect.stringContaining('tables unknown here: audit')]);
    expect(manifest.tables.some(({ name }) => name === 'audit')).toBe(true);
  });
});

describe('who was erased after the back-up', () => {
  const later = 'senare';
  const erased = async (account: string) => {
    const texts: string[] = [];
    const tables = openRawTables(location(), account);
    for (const name of tables.names) for await (const row of tables.rows(name)) texts.push(toLine(row));
    return ![SARA.id, SARA.email, SARA.name].some((trace) => texts.some((line) => line.includes(trace)));
  };

  /** An account that goes on after its back-up: Sara is erased, and another back-up made. */
  beforeAll(async () => {
    const account = emptyAccount();
    expect(await run(['restore', full], account)).toMatchObject({ code: 0 });
    // The row that no schema knows stops whoever reads rows, an erasure as well.
    await auditClient(account).deleteEntity('udda', '1');
    const about = { organisation: ORGANISATION, employee: SARA.id, manager: KARIN.id, startedBy: INGRID.id };
    await openExitCases(storageOf(account)).create(someCase({ ...about, id: 'case-17' }));
    expect(await run(['create', 'mitt'], account)).toMatchObject({ code: 0 });
    const { id, email, name } = SARA;
    const at = new Date(NOW.getTime() + 1000);
    await keepingOf(account).erase.run({ id, email, name, organisation: ORGANISATION }, at);
    await mkdir(join(root, 'annan'));
    expect(await run(['create', `annan/${later}`], account)).toMatchObject({ code: 0 });
  });

  it('is erased again by the restore, by what a newer back-up knows', async () => {
    const account = emptyAccount();
    const { code, text } = await run(['restore', 'mitt', '--erasures', `annan/${later}`], account);
    expect(code, text).toBe(0);
    expect(text).toContain('1 erased again');
    expect(await erased(account)).toBe(true);
    expect(await openExitCases(storageOf(account)).find(ORGANISATION, 'case-17')).toBeUndefined();
  });

  it('also by back-ups that stand beside it, without being asked', async () => {
    await cp(join(root, 'mitt'), join(root, 'annan', 'mitt'), { recursive: true });
    const account = emptyAccount();
    expect((await run(['restore', 'annan/mitt'], account)).text).toContain('1 erased again');
    expect(await erased(account)).toBe(true);
  });

  it('stays, and it is said until when erasures are known, where no newer back-up is', async () => {
    const account = emptyAccount();
    const { text } = await run(['restore', 'mitt'], account);
    expect(text).toContain('0 erased again');
    expect(text).toContain(`Raderingar är kända till ${NOW.toISOString()}`);
    expect(await erased(account)).toBe(false);
    expect((await run(['erase-again', 'mitt', '--erasures', `annan/${later}`], account)).text).toContain('1 erased');
    expect(await erased(account)).toBe(true);
  });

  it('waits where a held case names the person, and is tried again each night', async () => {
    const account = emptyAccount();
    await run(['restore', 'mitt'], account);
    const hold = { organisation: ORGANISATION, case: 'case-17', reference: '1.3-17/2026', at: NOW };
    await openHolds(storageOf(account)).set(hold);
    const { code, text } = await run(['erase-again', 'mitt', '--erasures', `annan/${later}`], account);
    expect([code, text]).toEqual([1, expect.stringContaining('tried again each night: case-17')]);
    await openHolds(storageOf(account)).release(ORGANISATION, 'case-17');
    expect(await keepingOf(account).erase.goOn(NOW)).toBe(1);
    expect(await erased(account)).toBe(true);
  });
});

describe('the command', () => {
  it.each([
    [[]],
    [['skapa']],
    [['verify']],
    [['restore', 'a', 'b']],
    [['restore', 'kopia', '--account']],
    [['create', '--x']],
    [['verify', 'kopia', '--erasures', 'x']],
  ])('says how it is used for %j', async (args) => {
    expect(await run(args)).toMatchObject({
      code: 2,
      text: expect.stringContaining('Usage') as string,
    });
  });
});
