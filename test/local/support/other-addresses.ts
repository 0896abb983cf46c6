import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Every address of this machine but 127.0.0.1: those of its network cards, ::1, and on Linux another loopback one. */
export function otherAddresses(): string[] {
  const cards = Object.values(networkInterfaces())
    .flat()
    .filter((card) => card !== undefined)
    // A link-local address says nothing without its card's name.
    .map(({ address }) => address)
    .filter((address) => address !== '127.0.0.1' && !address.startsWith('fe80:'));
  return process.platform === 'linux' ? [...cards, '127.0.0.2'] : cards;
}

/** "connected", or the code of the error. */
export function tryToConnect(port: number, host: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 2000 });
    const end = (result: string) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => end('connected'));
    socket.once('timeout', () => end('timeout'));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
  });
}
