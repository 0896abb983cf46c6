import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { portState, requireFreePorts } from '../../src/local/ports.js';
import { PORT_SETTINGS, readSettings } from '../../src/local/settings.js';
import { freePorts } from '../support/free-ports.js';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function occupy(port: number, host: string): Promise<void> {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

async function settingsOnFreePorts() {
  const ports = await freePorts(PORT_SETTINGS.length);
  return readSettings(
    Object.fromEntries(PORT_SETTINGS.map((setting, index) => [setting, String(ports[index])])),
    '/project',
  );
}

describe('portState', () => {
  it.each(['127.0.0.1', '0.0.0.0'])('sees that another program listens on %s', async (host) => {
    const [port = 0] = await freePorts(1);
    expect(await portState(port)).toBe('free');
    await occupy(port, host);
    expect(await portState(port)).toBe('in-use');
  });
});

describe('requireFreePorts', () => {
  it('lets free ports pass', async () => {
    await expect(requireFreePorts(await settingsOnFreePorts())).resolves.toBeUndefined();
  });

  it('names each taken port, its setting and another port', async () => {
    const settings = await settingsOnFreePorts();
    const { BOT_PORT: bot, PLAYGROUND_HR_PORT: hr } = settings.ports;
    await occupy(bot, '127.0.0.1');
    await occupy(hr, '127.0.0.1');
    await expect(requireFreePorts(settings)).rejects.toMatchObject({
      code: 'port_in_use',
      message: [
        `Port ${bot} (BOT_PORT) används redan. Stoppa det program som har den, eller välj en annan: BOT_PORT=${bot + 100} npm start`,
        `  Port ${bot} (BOT_PORT) is already in use. Stop the program that has it, or choose another port as above.`,
        `Port ${hr} (PLAYGROUND_HR_PORT) används redan. Stoppa det program som har den, eller välj en annan: PLAYGROUND_HR_PORT=${hr + 100} npm start`,
        `  Port ${hr} (PLAYGROUND_HR_PORT) is already in use. Stop the program that has it, or choose another port as above.`,
      ].join('\n'),
    });
  });
});
