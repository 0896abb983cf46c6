import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PORT_SETTINGS, readSettings } from '../../../src/local/settings.js';
import { seedDemo } from '../../../src/local/seed.js';
import { startWorld, type World } from '../../../src/local/world.js';
import { systemClock } from '../../../src/calendar/index.js';
import { freePorts } from '../../support/free-ports.js';

/** The whole local world on free ports and a data folder of its own, as `npm start` brings it up. */
export async function startTestWorld(env: NodeJS.ProcessEnv = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'ubara-e2e-'));
  const ports = await freePorts(PORT_SETTINGS.length);
  const settings = readSettings(
    { DATA_DIR: folder, ...Object.fromEntries(PORT_SETTINGS.map((name, index) => [name, String(ports[index])])) },
    '/',
  );
  const world = await startWorld({
    settings,
    env: { ...process.env, ...env },
    seed: ({ connectionString }) => seedDemo({ connectionString, now: systemClock() }),
    log: () => undefined,
  });
  return {
    ...world,
    async stop() {
      await world.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
