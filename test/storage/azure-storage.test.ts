import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { openAzureStorage } from '../../src/storage/azure-storage.js';
import { conversationsTable, openStorage, type Storage } from '../../src/storage/index.js';
import { freePorts } from '../support/free-ports.js';
import { tablePrefix, preparedStorage } from '../support/test-storage.js';
import { all, looseTable, thing, thingsTable } from './table-contract.js';

const servers: { close: () => void; closeAllConnections?: () => void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections?.();
  }
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Storage at a port where something else than Azurite stands. */
function storageAt(port: number, deadlineMs?: number): Storage {
  const connectionString = inject('azurite').replace(
    /TableEndpoint=http:\/\/127.0.0.1:\d+/,
    `TableEndpoint=http://127.0.0.1:${port}`,
  );
  return openAzureStorage({ connectionString }, '', deadlineMs);
}

const storageAnswering = async (answer: RequestListener, deadlineMs?: number) =>
  storageAt(await listen(createServer(answer)), deadlineMs);

const find = (storage: Storage) => storage.table(thingsTable).find(['Älvsjö'], ['a', '1']);

/** How long it takes until `call` fails, in ms, and with what. */
async function failureOf(call: Promise<unknown>): Promise<{ ms: number; code: string; message: string }> {
  const started = performance.now();
  const error = (await call.then(
    () => new Error('it did not fail'),
    (thrown: unknown) => thrown,
  )) as Error & { code: string };
  return { ms: performance.now() - started, code: error.code, message: error.message };
}

describe('storage in Azure Tables', () => {
  const names = [
    'å/ä\\ö',
    '#?',
    '\u0000\t\u007f\u009f',
    '🙂',
    '~7e~',
    '~',
    '|',
    'a|b',
    "'",
    'a%2Fb',
    ' ',
    '29:1-a_b',
    '.',
    '..',
    '+',
    '&',
    '=',
  ];

  it('stores and finds rows under keys of any letters', async () => {
    const table = (await preparedStorage()).table(looseTable);
    for (const id of names) await table.insert({ organisation: id, id, n: names.indexOf(id) });
    for (const id of names) {
      expect((await table.find([id], [id]))?.row.n).toBe(names.indexOf(id));
      expect(await all(table.list({ partition: [id] }))).toEqual([{ organisation: id, id, n: names.indexOf(id) }]);
    }
    expect((await all(table.list())).length).toBe(names.length);
    for (const id of names) await table.remove([id], [id]);
    expect(await all(table.list())).toEqual([]);
  });

  it('prepares its tables once, also when two processes start at once', async () => {
    const location = { kind: 'connection-string', connectionString: inject('azurite') } as const;
    const [one, other] = [openStorage(location, tablePrefix()), openStorage(location, tablePrefix())];
    await Promise.all([one.prepare(), other.prepare()]);
    await one.table(thingsTable).insert(thing('1'));
    await other.prepare();
    expect((await find(other))?.row).toEqual(thing('1'));
  });

  it('counts each request of its tables once', async () => {
    const storage = await preparedStorage();
    expect(storage.calls()).toBe(0);
    const table = storage.table(thingsTable);
    await find(storage);
    await table.insert(thing('1'));
    await table.transact([{ upsert: thing('1') }, { insert: thing('2') }, { insert: thing('3') }]);
    await all(table.list());
    await table.remove(['Älvsjö'], ['a', '1']);
    await storage.ping();
    expect(storage.calls()).toBe(5);
  });

  it('tries again when storage falters, and counts each try', async () => {
    let asked = 0;
    const storage = await storageAnswering((_req, res) => res.writeHead(++asked < 3 ? 500 : 404).end());
    expect(await find(storage)).toBeUndefined();
    expect([asked, storage.calls()]).toEqual([3, 3]);
  });

  it('says within 3 s that storage refuses connections', async () => {
    const [port = 0] = await freePorts(1);
    const storage = storageAt(port);
    const failure = await failureOf(find(storage));
    expect(failure).toMatchObject({
      code: 'storage_unavailable',
      message: `Storage does not answer (things): connect ECONNREFUSED 127.0.0.1:${port}`,
    });
    expect(failure.ms).toBeLessThan(3000);
    expect(storage.calls()).toBe(4);
    expect(await failureOf(storage.ping())).toMatchObject({ code: 'storage_unavailable' });
    expect(await failureOf(storage.prepare())).toMatchObject({ code: 'storage_unavailable' });
  });

  it('gives up a call that gets no answer', async () => {
    const silent = await listen(createTcpServer());
    const failure = await failureOf(find(storageAt(silent, 300)));
    expect(failure).toMatchObject({
      code: 'storage_unavailable',
      message: expect.stringContaining('aborted') as string,
    });
    expect(failure.ms).toBeLessThan(2000);
    expect(await failureOf(storageAt(silent, 300).ping())).toMatchObject({ code: 'storage_unavailable' });
    expect(await failureOf(all(storageAt(silent, 300).table(thingsTable).list()))).toMatchObject({
      code: 'storage_unavailable',
    });
    expect(
      await failureOf(
        storageAt(silent, 300)
          .table(thingsTable)
          .transact([{ insert: thing('1') }]),
      ),
    ).toMatchObject({
      code: 'storage_unavailable',
    });
  });

  it('waits as storage asks, but not past the deadline of a call', async () => {
    let asked = 0;
    const storage = await storageAnswering((_req, res) => {
      asked++;
      res.writeHead(503, { 'retry-after': '60' }).end();
    }, 300);
    const failure = await failureOf(find(storage));
    expect(failure.code).toBe('storage_unavailable');
    expect(failure.ms).toBeLessThan(2000);
    expect(asked).toBe(1);
  });

  it('names the status when storage refuses a request', async () => {
    const connectionString = inject('azurite').replace(/AccountKey=[^;]+/, 'AccountKey=AAAA');
    const refused = openStorage({ kind: 'connection-string', connectionString });
    expect(await failureOf(find(refused))).toMatchObject({
      code: 'storage_unavailable',
      message: expect.stringMatching(/^Storage refused a request \(things, status 403\): /) as string,
    });
  });

  it('keeps Swedish letters in a row that is sent in pieces', async () => {
    const table = (await preparedStorage()).table(conversationsTable);
    const texts = [0, 1].map((shift) => `${'x'.repeat(shift)}${'åäö€🙂'.repeat(5000)}`);
    for (const [n, reference] of texts.entries()) {
      await table.insert({
        organisation: 'o',
        key: `${n}`,
        reference,
        context: { a: 'ö'.repeat(20_000) },
        contextAt: new Date(0),
      });
      expect((await table.find(['o'], [`${n}`]))?.row).toMatchObject({ reference, context: { a: 'ö'.repeat(20_000) } });
    }
  });
});
