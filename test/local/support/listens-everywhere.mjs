// Listens in every way that a program may ask for, prints the addresses and ends.
import http from 'node:http';
import net from 'node:net';
import { once } from 'node:events';

const ways = [
  (server) => server.listen(),
  (server) => server.listen(0),
  (server) => server.listen('0'),
  (server) => server.listen(0, '0.0.0.0'),
  (server) => server.listen(0, '::', 511),
  (server) => server.listen({ port: 0 }),
  (server) => server.listen({ port: 0, host: '0.0.0.0' }),
  (server) => new Promise((resolve) => server.listen(resolve)),
  (server) => new Promise((resolve) => server.listen(0, '0.0.0.0', resolve)),
  (server) => new Promise((resolve) => server.listen({ port: 0, host: '::' }, resolve)),
];
const addresses = [];
for (const way of ways) {
  for (const server of [net.createServer(), http.createServer()]) {
    await way(server);
    if (!server.listening || !server.address()) await once(server, 'listening');
    addresses.push(server.address().address);
    server.close();
  }
}
const pipe = net.createServer().listen(process.argv[2]);
await once(pipe, 'listening');
addresses.push(pipe.address() === process.argv[2] ? 'pipe' : 'no pipe');
pipe.close();
process.stdout.write(`${addresses.join(' ')}\n`);
