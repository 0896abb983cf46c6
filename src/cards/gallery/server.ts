import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { AppError, messageOf } from '../../errors.js';
import { galleryData } from './gallery-data.js';

const require = createRequire(import.meta.url);
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Everything the page loads comes from this machine: our own files, and the browser builds inside node_modules. */
const FILES: Readonly<Record<string, { readonly path: string; readonly type: string }>> = {
  '/': { path: here('./index.html'), type: 'text/html' },
  '/gallery.css': { path: here('./gallery.css'), type: 'text/css' },
  '/gallery.js': { path: here('./gallery.js'), type: 'text/javascript' },
  '/host-config.js': { path: here('./host-config.js'), type: 'text/javascript' },
  '/lib/adaptivecards.js': {
    path: require.resolve('adaptivecards/dist/adaptivecards.min.js'),
    type: 'text/javascript',
  },
  '/lib/markdown-it.js': { path: require.resolve('markdown-it/dist/markdown-it.min.js'), type: 'text/javascript' },
};

/**
 * Serves the gallery of the folder's templates on this machine only. Port 0 takes a free one; the address is the
 * server's. Throws `port_in_use` naming the port and the setting.
 */
export async function serveGallery(options: { directory: string; port: number }): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://gallery');
    const file = FILES[pathname];
    if (pathname === '/gallery.json') return sendData(response, options.directory);
    if (file) return send(response, 200, file.type, readFileSync(file.path));
    return send(response, 404, 'text/plain', 'There is nothing here.');
  });
  server.listen(options.port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw listenFault(error, options.port);
  }
  return server;
}

function sendData(response: ServerResponse, directory: string): void {
  try {
    send(response, 200, 'application/json', JSON.stringify(galleryData(directory)));
  } catch (error) {
    // A broken file is what the page is for: it shows the message.
    send(response, 200, 'application/json', JSON.stringify({ error: messageOf(error) }));
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'self'; img-src 'self' data:",
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

function listenFault(error: unknown, port: number): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error;
  return new AppError('port_in_use', `Port ${port} is in use. Stop what uses it, or set CARDS_PORT to another port.`, {
    cause: error,
    facts: { port },
  });
}
