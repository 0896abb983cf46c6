import { createRequire } from 'node:module';
import { AZURITE_KEY } from '../../src/config.js';
import { freePorts } from './free-ports.js';
import { type Program, startProgram } from './program.js';

export interface Azurite extends Program {
  readonly connectionString: string;
}

/** Starts an Azurite of its own on free ports, in memory: empty at the start, gone at the end. */
export async function startAzurite(): Promise<Azurite> {
  const [blob = 0, queue = 0, table = 0] = await freePorts(3);
  const program = await startProgram({
    name: 'azurite',
    args: [
      createRequire(import.meta.url).resolve('azurite/dist/src/azurite.js'),
      ...['--blobPort', String(blob), '--queuePort', String(queue), '--tablePort', String(table)],
      ...['--inMemoryPersistence', '--skipApiVersionCheck', '--disableTelemetry', '--silent'],
    ],
    // Blobs and queues come before tables.
    ready: /Azurite Table service is successfully listening/,
  });
  const endpoint = (service: string, port: number) => `${service}Endpoint=http://127.0.0.1:${port}/devstoreaccount1`;
  const connectionString = [
    'DefaultEndpointsProtocol=http',
    'AccountName=devstoreaccount1',
    `AccountKey=${AZURITE_KEY}`,
    endpoint('Blob', blob),
    endpoint('Queue', queue),
    endpoint('Table', table),
    '',
  ].join(';');
  return { ...program, connectionString };
}
