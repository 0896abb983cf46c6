import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Balancer {
  readonly url: string;
  /** Requests that each port has answered. */
  readonly answered: ReadonlyMap<number, number>;
  close(): Promise<void>;
}

/** Gives each request to the next of these ports of this machine, as a balancer without stickiness does. Listens on `port`, or a free one. */
export async function startBalancer(ports: readonly number[], port = 0): Promise<Balancer> {
  const answered = new Map(ports.map((port) => [port, 0]));
  let next = 0;
  const server = createServer((req, res) => {
    const chosen = ports[next++ % ports.length]!;
    const { method, url: path, headers } = req;
    const onward = send({ host: '127.0.0.1', port: chosen, method, path, headers }, (answer) => {
      answered.set(chosen, answered.get(chosen)! + 1);
      res.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(res);
    });
    onward.on('error', () => res.writeHead(502).end());
    req.pipe(onward);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answered,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
