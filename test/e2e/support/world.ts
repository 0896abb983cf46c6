import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBot } from '../../../src/local/bot.js';
import { createFamily } from '../../../src/local/family.js';
import { COLLEAGUES } from '../../../src/local/personas.js';
import { playgroundUrl, startPlayground } from '../../../src/local/playground.js';
import { PORT_SETTINGS, readSettings } from '../../../src/local/settings.js';
import { seedDemo } from '../../../src/local/seed.js';
import { type Seed, startWorld, type World, type WorldOptions } from '../../../src/local/world.js';
import { systemClock } from '../../../src/calendar/index.js';
import { checkLogs } from './logs.js';
import { createReplicas, readReplicas } from './replicas.js';
import { checkTold } from './told.js';
import { freePorts } from '../../support/free-ports.js';
import { startIngestion } from '../../support/ingestion.js';

export interface TestWorld extends World {
  /** One more Playground, for the deputy of the manager who has one already; gives what to open. */
  openForDeputy(): Promise<string>;
  /** Stops it all and starts it again over the same data, on the same ports, with this more in its environment: at another time. */
  restart(env: NodeJS.ProcessEnv): Promise<void>;
}

/**
 * The whole local world on free ports and a data folder of its own, as `npm start` brings it up, or with another seed. With REPLICAS=2 in the
 * environment two bots serve it, turn by turn. When it stops, what the bots have logged and told Application Insights is looked through.
 */
export async function startTestWorld(env: NodeJS.ProcessEnv = {}, seed: Seed = seedNow): Promise<TestWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'ubara-e2e-'));
  const ports = await freePorts(PORT_SETTINGS.length);
  const settings = readSettings(
    { DATA_DIR: folder, ...Object.fromEntries(PORT_SETTINGS.map((name, index) => [name, String(ports[index])])) },
    '/',
  );
  const count = readReplicas(process.env);
  const replicas = createReplicas(count);
  const ingestion = await startIngestion();
  // The bots alone: the Playgrounds would tell of themselves where the same variable says.
  const startBots: NonNullable<WorldOptions['startBots']> = async (family, options) => {
    const told = { ...options.env, APPLICATIONINSIGHTS_CONNECTION_STRING: ingestion.connectionString };
    const watched = { ...options, env: told };
    return count > 1 ? replicas.start(family, watched) : [await startBot(family, watched)];
  };
  const start = (more: NodeJS.ProcessEnv) =>
    startWorld({ settings, env: { ...process.env, ...env, ...more }, seed, startBots, log: () => undefined });
  let world = await start({});
  const more = createFamily();
  return {
    ...world,
    async openForDeputy() {
      const [port] = await freePorts(1);
      const persona = { ...COLLEAGUES[2]!, key: 'manager' as const, role: 'biträdande enhetschef' };
      const own = {
        ...settings,
        dataDir: join(folder, 'deputy'),
        ports: { ...settings.ports, PLAYGROUND_MANAGER_PORT: port! },
      };
      mkdirSync(join(own.dataDir, 'logs'), { recursive: true });
      await startPlayground(more, persona, own, process.env);
      return playgroundUrl(persona, own);
    },
    async restart(at) {
      await world.stop();
      await replicas.stop();
      // Each start begins its log anew.
      checkLogs(folder);
      world = await start(at);
    },
    async restartBots(at) {
      // Each start begins its log anew.
      checkLogs(folder);
      await world.restartBots(at);
    },
    async stop() {
      await more.stop();
      await world.stop();
      await replicas.stop();
      await ingestion.stop();
      checkLogs(folder);
      checkTold(ingestion.bodies);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const seedNow: Seed = ({ connectionString }) => seedDemo({ connectionString, now: systemClock() });
