import { createServer, type IncomingMessage, request as send, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Blow, StorageFaultRule, StorageRequest } from './faults.js';

/** A way to Azurite on which things go wrong as the rule says. */
export interface StorageProxy {
  /** Azurite's, with this way in place of the straight one for tables and queues. */
  readonly connectionString: string;
  /** Decides what becomes of each request; undefined lets all through. May be changed at any time. */
  rule: StorageFaultRule | undefined;
  /** How many requests came in since the start. */
  readonly requests: number;
  close(): Promise<void>;
}

const SERVICES = { table: 'TableEndpoint', queue: 'QueueEndpoint' } as const;

/** Starts it on free ports of 127.0.0.1. Bodies are held whole: a fault decides before Azurite sees anything of a request. */
export async function startStorageProxy(connectionString: string): Promise<StorageProxy> {
  let requests = 0;
  const servers: Server[] = [];
  let own = connectionString;
  const proxy: StorageProxy = {
    rule: undefined,
    get connectionString() {
      return own;
    },
    get requests() {
      return requests;
    },
    async close() {
      await Promise.all(
        servers.map(
          (server) =>
            new Promise((resolve) => {
              server.close(resolve);
              server.closeAllConnections();
            }),
        ),
      );
    },
  };

  for (const service of ['table', 'queue'] as const) {
    const target = new URL(new RegExp(`${SERVICES[service]}=([^;]+)`).exec(connectionString)![1]!);
    const server = createServer((req, res) => {
      handle(req, res, { service, target }).catch(() => res.destroy());
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    own = own.replace(target.host, `127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  async function handle(
    req: IncomingMessage,
    res: ServerResponse,
    { service, target }: { service: StorageRequest['service']; target: URL },
  ): Promise<void> {
    const body = await bytesOf(req);
    const { method = 'GET', url = '/', headers } = req;
    const path = url.replace(target.pathname, '');
    const isTransaction = path.startsWith('/$batch');
    const canConflict = isTransaction
      ? VERSION_IN_BATCH.test(body.toString('latin1'))
      : headers['if-match'] !== undefined;
    const fault = proxy.rule?.({ n: ++requests, service, method, path, canConflict });
    const onward = () => passOn({ host: target.hostname, port: target.port, method, path: url, headers }, body);
    if (!fault) return answer(res, await onward());
    switch (fault.kind) {
      case 'late':
        await pause(fault.ms);
        return answer(res, await onward());
      case 'conflict':
        return answer(res, isTransaction ? TRANSACTION_CONFLICT : CONFLICT);
      case 'carried-out-then':
        await onward();
        return strike(res, fault.blow);
      default:
        return strike(res, fault);
    }
  }
  return proxy;
}

interface Answer {
  readonly status: number;
  readonly headers?: IncomingMessage['headers'];
  readonly body: Buffer;
}

const VERSION_IN_BATCH = /^if-match: (?!\*)/im;
const SOMEBODY_ELSE =
  '{"odata.error":{"code":"UpdateConditionNotSatisfied","message":{"lang":"en-US","value":"Somebody else was first."}}}';

const CONFLICT: Answer = {
  status: 412,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(SOMEBODY_ELSE),
};

/** A transaction is taken (202), and what became of it stands inside. */
const TRANSACTION_CONFLICT: Answer = {
  status: 202,
  headers: { 'content-type': 'multipart/mixed; boundary=batchresponse_1' },
  body: Buffer.from(
    [
      '--batchresponse_1',
      'Content-Type: multipart/mixed; boundary=changesetresponse_1',
      '',
      '--changesetresponse_1',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      'HTTP/1.1 412 Precondition Failed',
      'Content-Type: application/json',
      '',
      SOMEBODY_ELSE,
      '--changesetresponse_1--',
      '--batchresponse_1--',
      '',
    ].join('\r\n'),
  ),
};

function passOn(to: Parameters<typeof send>[1] & object, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = send(to, (from) => {
      bytesOf(from).then(
        (bytes) => resolve({ status: from.statusCode ?? 502, headers: from.headers, body: bytes }),
        reject,
      );
    });
    onward.once('error', reject);
    onward.end(body);
  });
}

function answer(res: ServerResponse, { status, headers = {}, body }: Answer): void {
  const { 'transfer-encoding': _chunked, connection: _connection, ...kept } = headers;
  res.writeHead(status, { ...kept, 'content-length': body.length });
  res.end(body);
}

function strike(res: ServerResponse, blow: Blow): void {
  if (blow.kind === 'cut') res.socket?.resetAndDestroy();
  if (blow.kind === 'status') answer(res, { status: blow.status, body: Buffer.alloc(0) });
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
