import { randomInt } from 'node:crypto';
import { portState } from '../../../src/local/ports.js';
import { PORT_SETTINGS } from '../../../src/local/settings.js';

/** The variables of a local world of its own: free ports and the given data folder. */
export async function environmentOf(dataDir: string): Promise<Record<string, string>> {
  const ports = await quietPorts(PORT_SETTINGS.length);
  return {
    DATA_DIR: dataDir,
    ...Object.fromEntries(PORT_SETTINGS.map((setting, index) => [setting, String(ports[index])])),
  };
}

/**
 * Free ports that the system hands out to nobody: from below the range of those. A world of these tests stops and
 * starts again on the same ports, and meanwhile every outgoing connection and every "port 0" takes one of that range.
 */
async function quietPorts(count: number): Promise<number[]> {
  const first = randomInt(12_000, 32_000 - count);
  const ports = Array.from({ length: count }, (_, index) => first + index);
  const states = await Promise.all(ports.map(portState));
  return states.every((state) => state === 'free') ? ports : quietPorts(count);
}
