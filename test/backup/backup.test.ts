import { appendFile, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { TableClient } from '@azure/data-tables';
import type { RawTables } from '../../src/backup/index.js';
import { runBackupCommand } from '../../src/cli/backup/command.js';
import { createBoxes, createSeal } from '../../src/exit/index.js';
import { LOCAL_SURVEY_KEY } from '../../src/config.js';
import {
  openAudit,
  openBoxes,
  openKeptFiles,
  openRawTables,
  openStorage,
  type Storage,
} from '../../src/storage/index.js';
import { once, startStorageProxy, type StorageProxy } from '../support/storage-proxy/index.js';
import { ORGANISATION } from '../bot/support/people.js';
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

/** Runs the command against an account. */
async function run(args: readonly string[], prefix = prefixOf('full'), tables?: RawTables) {
  said = [];
  const note = (line: string) => void said.push(line);
  const code = await runBackupCommand(args, {
    ...{ open: () => tables ?? openRawTables(location(), prefix), pathOf: (path: string) => join(root, path) },
    ...{ clock: () => NOW, print: note, complain: note },
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
  const client = TableClient.fromConnectionString(proxy.connectionString, `${prefixOf('full')}audit`, {
    allowInsecureConnection: true,
  });
  await client.createEntity({
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

describe('the command', () => {
  it.each([
    [[]],
    [['skapa']],
    [['verify']],
    [['restore', 'a', 'b']],
    [['restore', 'kopia', '--account']],
    [['create', '--x']],
  ])('says how it is used for %j', async (args) => {
    expect(await run(args)).toMatchObject({
      code: 2,
      text: expect.stringContaining('Usage') as string,
    });
  });
});
