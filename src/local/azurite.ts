import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AZURITE_KEY } from '../config.js';
import type { Child } from './child.js';
import { bareEnvironment } from './environment.js';
import type { Family } from './family.js';
import { LOOPBACK } from './ports.js';
import type { Settings } from './settings.js';

const ACCOUNT = 'devstoreaccount1';
const READY_MS = 60_000;

/** Starts Azurite with its data on disk; resolves when it answers. It stops last: the bot may still write. */
export async function startAzurite(family: Family, settings: Settings, env: NodeJS.ProcessEnv): Promise<Child> {
  const { dataDir, ports } = settings;
  const location = join(dataDir, 'azurite');
  const azurite = family.start({
    name: 'azurite',
    args: [
      createRequire(import.meta.url).resolve('azurite/dist/src/azurite.js'),
      ...['--location', location],
      ...['--blobHost', LOOPBACK, '--blobPort', String(ports.AZURITE_BLOB_PORT)],
      ...['--queueHost', LOOPBACK, '--queuePort', String(ports.AZURITE_QUEUE_PORT)],
      ...['--tableHost', LOOPBACK, '--tablePort', String(ports.AZURITE_TABLE_PORT)],
      // The queue client is newer than Azurite knows; telemetry would leave this machine.
      ...['--silent', '--skipApiVersionCheck', '--disableTelemetry'],
    ],
    cwd: location,
    env: bareEnvironment(env),
    logFile: join(dataDir, 'logs', 'azurite.log'),
    stopLast: true,
  });
  // Blobs and queues come before tables.
  await azurite.waitForLine(/Azurite Table service is successfully listening/, READY_MS);
  return azurite;
}

/** How the bot and the seed reach Azurite. */
export function connectionString({ ports }: Settings): string {
  const endpoint = (service: string, port: number) => `${service}Endpoint=http://${LOOPBACK}:${port}/${ACCOUNT}`;
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${ACCOUNT}`,
    `AccountKey=${AZURITE_KEY}`,
    endpoint('Blob', ports.AZURITE_BLOB_PORT),
    endpoint('Queue', ports.AZURITE_QUEUE_PORT),
    endpoint('Table', ports.AZURITE_TABLE_PORT),
    '',
  ].join(';');
}
