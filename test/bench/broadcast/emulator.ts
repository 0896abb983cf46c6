import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Azurite, startAzurite } from '../../support/azurite.js';
import { freePorts } from '../../support/free-ports.js';
import { startProgram } from '../../support/program.js';

/**
 * Azurite as the other tests have it, but with its queues in a process of their own that keeps them on disk: in memory it clears
 * up once a minute what was taken off them, in which time it answers nobody, its tables neither. That takes a time that grows with the square
 * of the messages of that minute: 2 s of processor at 30 a second, 5 s at 50, which no storage account does.
 */
export async function startEmulator(): Promise<Azurite> {
  const [port = 0] = await freePorts(1);
  const folder = await mkdtemp(join(tmpdir(), 'ubara-queues-'));
  const queues = await startProgram({
    name: 'azurite-queue',
    args: [
      createRequire(import.meta.url).resolve('azurite/dist/src/queue/main.js'),
      ...['--queuePort', String(port), '--location', folder],
      ...['--skipApiVersionCheck', '--disableTelemetry', '--silent'],
    ],
    ready: /Azurite Queue service successfully listens/,
  });
  const azurite = await startAzurite();
  return {
    ...azurite,
    connectionString: azurite.connectionString.replace(
      /QueueEndpoint=[^;]*/,
      `QueueEndpoint=http://127.0.0.1:${port}/devstoreaccount1`,
    ),
    async stop() {
      await Promise.all([azurite.stop(), queues.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
