import restify from 'restify';
import { AppError } from '../errors.js';
import type { Logger } from '../log.js';
import { addFileRoutes, type FileDoor } from './files.js';
import { MAX_BODY_BYTES, type Refusal, refusalOf, refusalOfStatus, REFUSALS } from './refusal.js';

/** What /readyz asks: resolves when the bot can do its work, throws with the reason when not. */
export type ReadyCheck = () => Promise<void>;

/** The bot's handler of one activity: reads req.body, answers through res (botbuilder's CloudAdapter.process). */
export type ProcessActivity = (req: restify.Request, res: restify.Response) => Promise<void>;

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
  readonly processActivity: ProcessActivity;
  readonly ready: ReadyCheck;
  /** What GET /metrics shows as JSON; without it there is no /metrics. */
  readonly metrics?: () => object;
  /** Without it nothing lies below /files. */
  readonly files?: FileDoor;
}

export interface HttpServer {
  /** The port it listens on (useful with port 0). */
  readonly port: number;
  /** Takes no more requests and resolves when those under way are answered. */
  close(): Promise<void>;
}

/** A client that sends nothing more for this long is cut off. */
const REQUEST_TIMEOUT_MS = 30_000;

/**
 * Starts the HTTP edge: /api/messages, /healthz (the process lives), /readyz (storage answers), /files, /metrics.
 * Throws `port_in_use` when somebody else listens there.
 */
export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const { log } = options;
  // restify's own lines would hold whole requests, headers and all.
  const silent = log.child({}, { level: 'silent' }) as never;
  const server = restify.createServer({ name: 'ubara-assistenten', log: silent, handleUncaughtExceptions: false });
  server.server.requestTimeout = REQUEST_TIMEOUT_MS;
  let isClosing = false;
  server.pre((req, res, next) => {
    const refusal = isClosing ? REFUSALS.closing : refusalOf(req);
    if (!refusal) return next();
    // What is left of the body is not read: the connection ends with the answer.
    req.resume();
    res.header('connection', 'close');
    refuse(res, refusal);
    return next(false);
  });
  server.use(restify.plugins.jsonBodyParser({ maxBodySize: MAX_BODY_BYTES, mapParams: false } as object));
  addRoutes(server, options);
  server.on('restifyError', (_req, res: restify.Response, error: { statusCode?: number }, done: () => void) => {
    const refusal = refusalOfStatus(error.statusCode ?? 500);
    if (refusal === REFUSALS.fault) log.error({ error }, 'http request failed');
    if (!res.headersSent) refuse(res, refusal);
    done();
  });
  await listen(server, options);
  server.on('error', (error: unknown) => log.error({ error }, 'http server failed'));
  return {
    port: (server.address() as { port: number }).port,
    close: () =>
      new Promise((resolve) => {
        isClosing = true;
        // A kept connection would hold the server open for 5 s after its last answer.
        server.on('after', () => setImmediate(() => server.server.closeIdleConnections()));
        server.close(() => resolve());
      }),
  };
}

function addRoutes(server: restify.Server, { log, processActivity, ready, metrics, files }: HttpOptions): void {
  server.post('/api/messages', async (req, res) => {
    if (typeof req.body !== 'object' || req.body === null || Array.isArray(req.body)) return refuse(res, REFUSALS.body);
    try {
      await processActivity(req, res);
    } catch (error) {
      // Whatever status the error carries is that of a service behind the bot, and its message is not for the sender.
      log.error({ error }, 'http request failed');
      if (!res.headersSent) refuse(res, REFUSALS.fault);
    }
  });
  server.get('/healthz', async (_req, res) => void res.send(200, { status: 'ok' }));
  server.get('/readyz', async (_req, res) => {
    try {
      await ready();
      res.send(200, { status: 'ready' });
    } catch (error) {
      log.warn({ error }, 'not ready');
      res.send(503, { status: 'not ready' });
    }
  });
  if (files) addFileRoutes(server, files);
  if (metrics) server.get('/metrics', async (_req, res) => void res.send(200, metrics()));
}

function listen(server: restify.Server, { host, port }: HttpOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new AppError('port_in_use', `Port ${port} of ${host} is in use. Set another by PORT.`, { cause: error })
          : error,
      );
    server.once('error', fail);
    server.listen(port, host, () => {
      server.removeListener('error', fail);
      resolve();
    });
  });
}

function refuse(res: restify.Response, { status, code, message }: Refusal): void {
  res.send(status, { error: { code, message } });
}
