import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** One thing that was told, as Application Insights takes it in. */
export interface Envelope {
  readonly name: string;
  readonly time: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly data: {
    readonly baseType: 'RequestData' | 'RemoteDependencyData' | 'MetricData' | 'MessageData' | 'ExceptionData';
    readonly baseData: {
      readonly id?: string;
      readonly name?: string;
      readonly success?: boolean;
      readonly properties?: Readonly<Record<string, string>>;
      readonly metrics?: readonly { readonly name: string; readonly value: number; readonly count?: number }[];
    };
  };
}

export interface Ingestion {
  readonly connectionString: string;
  /** Whatever came, as it came over the wire, unpacked. */
  readonly bodies: readonly string[];
  readonly envelopes: () => readonly Envelope[];
  readonly authorizations: readonly (string | undefined)[];
  /** Answers with this status from now on; 200 at first. Undefined: never. */
  respond: number | undefined;
  stop(): Promise<void>;
}

/** Stands for the ingestion endpoint of Application Insights: POST /v2.1/track takes a list of envelopes, packed by gzip. */
export async function startIngestion(): Promise<Ingestion> {
  const bodies: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const state: { respond: number | undefined } = { respond: 200 };
  const server = createServer((req, res) => {
    void bodyOf(req).then((body) => {
      // restify changes every response of the process, so no call hangs on another.
      res.statusCode = 404;
      if (req.method !== 'POST' || req.url !== '/v2.1/track') return res.end();
      if (state.respond === undefined) return undefined;
      if (state.respond === 200) {
        bodies.push(body);
        authorizations.push(req.headers.authorization);
      }
      const items = readEnvelopes(body).length;
      const answer = { itemsReceived: items, itemsAccepted: state.respond === 200 ? items : 0, errors: [] };
      res.statusCode = state.respond;
      res.setHeader('content-type', 'application/json');
      return res.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    connectionString: `InstrumentationKey=00000000-0000-4000-8000-000000000000;IngestionEndpoint=${endpoint}/;LiveEndpoint=${endpoint}/`,
    bodies,
    authorizations,
    envelopes: () => bodies.flatMap(readEnvelopes),
    get respond() {
      return state.respond;
    },
    set respond(status) {
      state.respond = status;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  const whole = Buffer.concat(parts);
  return (req.headers['content-encoding'] === 'gzip' ? gunzipSync(whole) : whole).toString('utf8');
}

function readEnvelopes(body: string): Envelope[] {
  const read = JSON.parse(body) as Envelope | Envelope[];
  return Array.isArray(read) ? read : [read];
}
