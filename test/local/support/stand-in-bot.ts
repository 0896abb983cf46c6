/**
 * Stands in for the bot in the tests of the local world: ready at once, keeps the activities it got for GET /received,
 * ends by itself on GET /crash. With STAND_IN=refuses it does not start.
 */
import { createServer } from 'node:http';

if (process.env.STAND_IN === 'refuses') {
  process.stderr.write('the stand-in was told to refuse\n');
  process.exit(9);
}
const received: unknown[] = [];
createServer((request, response) => {
  if (request.url === '/readyz') return response.writeHead(200).end();
  if (request.url === '/received') return response.writeHead(200).end(JSON.stringify(received));
  if (request.url === '/crash') {
    process.stderr.write('the stand-in was told to crash\n');
    process.exit(7);
  }
  let body = '';
  request.setEncoding('utf8').on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    received.push(JSON.parse(body));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
}).listen(Number(process.env.PORT), process.env.HOST);
