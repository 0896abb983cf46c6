import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the host got, with its body. */
export interface HostRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export type Answer = (response: ServerResponse, request: HostRequest) => void;

/** The stand-in for OneDrive: what files are fetched from and put to. */
export interface FileHost {
  /** "http://127.0.0.1:PORT" */
  readonly url: string;
  readonly requests: readonly HostRequest[];
  /** How it answers from now on. */
  answer: Answer;
  reset(): void;
  stop(): Promise<void>;
}

/** Starts the host on 127.0.0.1; it takes everything that is put and has nothing to fetch until told so. */
export async function startFileHost(): Promise<FileHost> {
  const requests: HostRequest[] = [];
  const usual: Answer = (response, { method }) => reply(response, method === 'PUT' ? 201 : 404);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const got = { method, path, headers, body: Buffer.concat(chunks) };
      requests.push(got);
      host.answer(response, got);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host: FileHost = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: usual,
    reset() {
      requests.length = 0;
      host.answer = usual;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return host;
}

/** In two steps: restify changes `writeHead` for the whole process, and then it returns nothing. */
export function reply(
  response: ServerResponse,
  status: number,
  { headers = {}, body }: { headers?: Record<string, string>; body?: Uint8Array | string } = {},
): void {
  response.writeHead(status, headers);
  response.end(body === undefined ? undefined : Buffer.from(body as string));
}

/** Answers with these bytes, as a file. */
export function serving(bytes: Uint8Array | string, contentType = 'application/octet-stream'): Answer {
  return (response) => reply(response, 200, { headers: { 'content-type': contentType }, body: bytes });
}
