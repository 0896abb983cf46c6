import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inject } from 'vitest';

export interface CuttingProxy {
  readonly connectionString: string;
  /** The next request reaches Azurite and is carried out; its answer is cut off on the way back. */
  loseNextReceipt(): void;
  close(): Promise<void>;
}

/** A way to the run's Azurite that can lose an answer, as networks do. */
export async function startCuttingProxy(): Promise<CuttingProxy> {
  const target = new URL(/TableEndpoint=([^;]+)/.exec(inject('azurite'))![1]!);
  let lose = false;
  const server = createServer((req, res) => {
    const { method, url: path, headers } = req;
    const onward = send({ host: target.hostname, port: target.port, method, path, headers }, (answer) => {
      if (lose) {
        lose = false;
        answer.resume().once('end', () => req.socket.destroy());
        return;
      }
      res.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(res);
    });
    req.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    connectionString: inject('azurite').replace(target.host, `127.0.0.1:${port}`),
    loseNextReceipt: () => void (lose = true),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
