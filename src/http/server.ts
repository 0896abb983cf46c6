import restify from 'restify';
import type { Logger } from '../log.js';

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
}

export interface HttpServer {
  /** The port it listens on (useful with port 0). */
  readonly port: number;
  /** Takes no more requests and resolves when those under way are answered. */
  close(): Promise<void>;
}

/** Teams' own limit for a message is about 100 KB; a card submit with a long text stays far under this. */
export const MAX_BODY_BYTES = 256 * 1024;
/** A client that sends nothing more for this long is cut off. */
const REQUEST_TIMEOUT_MS = 30_000;

/** Starts the HTTP edge: /api/messages, /healthz (the process lives), /readyz (storage answers), /metrics. */
export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const server = restify.createServer({ name: 'ubara-assistenten', handleUncaughtExceptions: false });
  server.server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.pre((req, res, next) => {
    if (Number(req.headers['content-length'] ?? 0) <= MAX_BODY_BYTES) return next();
    req.resume();
    res.header('connection', 'close');
    res.send(413, problem('body_too_large', `The body is larger than ${MAX_BODY_BYTES} bytes.`));
    return next(false);
  });
  server.use(restify.plugins.bodyParser({ maxBodySize: MAX_BODY_BYTES, mapParams: false, rejectUnknown: true }));
  server.post('/api/messages', async (req, res) => {
    if (typeof req.body !== 'object' || req.body === null || Array.isArray(req.body))
      return void res.send(400, problem('body_invalid', 'The body must be one activity as JSON (content-type application/json).'));
    await options.processActivity(req, res);
  });
  server.get('/healthz', async (_req, res) => void res.send(200, { status: 'ok' }));
  server.get('/readyz', async (_req, res) => {
    try {
      await options.ready();
      res.send(200, { status: 'ready' });
    } catch (error) {
      options.log.warn({ error }, 'not ready');
      res.send(503, { status: 'not ready' });
    }
  });
  const { metrics } = options;
  if (metrics) server.get('/metrics', async (_req, res) => void res.send(200, metrics()));
  server.on('restifyError', (_req, res: restify.Response, error: { statusCode?: number; message: string }, done: () => void) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) options.log.error({ error }, 'http request failed');
    if (!res.headersSent) res.send(status, problem(status >= 500 ? 'internal' : 'request_invalid', status >= 500 ? 'Internal error.' : error.message));
    done();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as { port: number }).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeIdleConnections();
      }),
  };
}

function problem(code: string, message: string): object {
  return { error: { code, message } };
}
