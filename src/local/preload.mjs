// Loaded into every process of the local world before anything else (`node --import`). It sees to two things:
// 1. Nothing listens on other addresses than 127.0.0.1, whatever the program asks for (the Playground asks for all).
// 2. The process ends when the one that started it is gone, even when that one was killed and could tell nobody.
import net from 'node:net';
import { isMainThread } from 'node:worker_threads';

const LOOPBACK = '127.0.0.1';
/** How long the program may take to end by itself, in milliseconds. */
const GRACE_MS = 3000;

const { listen } = net.Server.prototype;
net.Server.prototype.listen = function listenOnLoopback(...args) {
  return listen.apply(this, onLoopback(args));
};

/** The arguments of listen() with the address replaced. Pipes, descriptors and handles have no address and stay. */
function onLoopback(args) {
  const [first] = args;
  if (typeof first === 'object' && first !== null) {
    return 'port' in first ? [{ ...first, host: LOOPBACK }, ...args.slice(1)] : args;
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return args;
  const port = typeof first === 'function' || first == null ? 0 : Number(first);
  const backlog = args.slice(1).find((value) => typeof value === 'number');
  const callback = args.find((value) => typeof value === 'function');
  return [{ port, host: LOOPBACK, backlog }, ...(callback ? [callback] : [])];
}

if (isMainThread) {
  // Loading this takes a moment, and the other side may be gone by then: the event has passed.
  if (!process.connected) process.exit(0);
  process.on('disconnect', () => {
    // Nobody reads what it writes any more; that must not cut its ending short.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
    // The program's own way to end first, so that what is in memory reaches the disk. Not process.kill(): a program
    // that listens once would be cut off by a second signal, and Windows knows no SIGTERM.
    if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(0);
    setTimeout(() => process.exit(1), GRACE_MS).unref();
  });
  // Waiting for the end must not be what keeps the process alive.
  process.channel.unref();
}
