import { createServer } from 'node:net';
import { AppError } from '../errors.js';
import { PORT_SETTINGS, type PortSetting, type Settings } from './settings.js';

/** Everything of the local world listens here and nowhere else. */
export const LOOPBACK = '127.0.0.1';

export type PortState = 'free' | 'in-use' | 'not-allowed';

/** Whether a server of ours could listen on the port right now: tried by listening. */
export function portState(port: number): Promise<PortState> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('in-use');
      else if (error.code === 'EACCES') resolve('not-allowed');
      else reject(error);
    });
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => server.close(() => resolve('free')));
  });
}

/** Throws `port_in_use` naming every port that cannot be had, its setting and a way out. */
export async function requireFreePorts({ ports }: Settings): Promise<void> {
  const states = await Promise.all(
    PORT_SETTINGS.map(async (setting) => [setting, await portState(ports[setting])] as const),
  );
  const lines = states.flatMap(([setting, state]) =>
    state === 'free' ? [] : [portLine(setting, ports[setting], state)],
  );
  if (lines.length > 0) throw portsTaken(lines);
}

/** The error of a port that was free when it was checked and taken by another when it was needed. */
export function portTaken(setting: PortSetting, port: number): AppError {
  return portsTaken([portLine(setting, port, 'in-use')]);
}

function portsTaken(lines: readonly string[]): AppError {
  return new AppError('port_in_use', lines.join('\n'));
}

function portLine(setting: PortSetting, port: number, state: Exclude<PortState, 'free'>): string {
  const [sv, en] =
    state === 'in-use' ? ['används redan', 'is already in use'] : ['får inte användas', 'may not be used'];
  // A port that stays inside the valid range whatever was asked for.
  const other = port < 65_000 ? port + 100 : port - 100;
  return [
    `Port ${port} (${setting}) ${sv}. Stoppa det program som har den, eller välj en annan: ${setting}=${other} npm start`,
    `  Port ${port} (${setting}) ${en}. Stop the program that has it, or choose another port as above.`,
  ].join('\n');
}
