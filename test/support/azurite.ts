import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { AZURITE_KEY } from '../../src/config.js';
import { freePorts } from './free-ports.js';
import { type Program, startProgram } from './program.js';

export interface Azurite extends Program {
  readonly connectionString: string;
}

const ACCOUNT = 'devstoreaccount1';

/** Starts an Azurite of its own on free ports, in memory: empty at the start, gone at the end. `more` are accounts beside the usual one. */
export async function startAzurite(more: readonly string[] = []): Promise<Azurite> {
  const [blob = 0, queue = 0, table = 0] = await freePorts(3);
  const program = await startProgram({
    name: 'azurite',
    args: [
      createRequire(import.meta.url).resolve('azurite/dist/src/azurite.js'),
      ...['--blobPort', String(blob), '--queuePort', String(queue), '--tablePort', String(table)],
      ...['--inMemoryPersistence', '--skipApiVersionCheck', '--disableTelemetry', '--silent'],
    ],
    env: { AZURITE_ACCOUNTS: [ACCOUNT, ...more].map((name) => `${name}:${AZURITE_KEY}`).join(';') },
    // Blobs and queues come before tables.
    ready: /Azurite Table service is successfully listening/,
  });
  const endpoint = (service: string, port: number) => `${service}Endpoint=http://127.0.0.1:${port}/${ACCOUNT}`;
  const connectionString = [
    'DefaultEndpointsProtocol=http',
    `AccountName=${ACCOUNT}`,
    `AccountKey=${AZURITE_KEY}`,
    endpoint('Blob', blob),
    endpoint('Queue', queue),
    endpoint('Table', table),
    '',
  ].join(';');
  return { ...program, connectionString };
}

/** The same Azurite's other account. */
export function inAccount(connectionString: string, account: string): string {
  return connectionString.replaceAll(ACCOUNT, account);
}

/** What the account of a test file is called: letters and digits, 24 at the most. */
export function accountOf(testPath: string): string {
  return `t${createHash('sha256').update(testPath).digest('hex').slice(0, 20)}`;
}
