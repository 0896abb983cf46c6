/** What is set for every request to storage, and the policies that clients get beside the package's own. */

/**
 * How long one call may take, its tries again included. A turn makes at most two calls and Teams waits 15 s for an answer, so
 * the person is told of the fault while somebody still listens. The package itself would wait for ever.
 */
export const CALL_DEADLINE_MS = 5000;

/**
 * Three tries again after about 0.2, 0.4 and 0.8 s: enough for a connection that was cut or a server that moved, and storage
 * that refuses connections is told after 1.5 s (the package's own values: 5.6 s and more). Where storage asks to wait
 * (Retry-After), that is obeyed, up to the deadline.
 */
export const RETRY = { maxRetries: 3, retryDelayInMs: 200, maxRetryDelayInMs: 1000 };

/** The same for queues, whose package names it otherwise and counts the first try as well. */
export const QUEUE_RETRY = { maxTries: 4, retryDelayInMs: 200, maxRetryDelayInMs: 1000 };

interface Request {
  abortSignal?: unknown;
  body?: unknown;
  readonly headers: { set(name: string, value: string): void };
}
type Next<Req, Res> = (request: Req) => Promise<Res>;

/** Counts each request that is sent, each try again too: add it after the phase `Retry`. */
export function countRequests(count: () => void) {
  return {
    name: 'countRequests',
    sendRequest: <Req, Res>(request: Req, next: Next<Req, Res>): Promise<Res> => {
      count();
      return next(request);
    },
  };
}

/** Ends a call that takes longer than `ms`, unless the caller set an end of its own. */
export function endAfter(ms: number) {
  return {
    name: 'endAfter',
    sendRequest: <Req extends Request, Res>(request: Req, next: Next<Req, Res>): Promise<Res> => {
      request.abortSignal ??= AbortSignal.timeout(ms);
      return next(request);
    },
  };
}

/**
 * Writes JSON bodies in ASCII (å as \u00e5), for Azurite alone: it decodes the body of a row piece by piece, so that a letter
 * that falls between two pieces of a body over 64 KiB is stored as two replacement characters. Can go when
 * https://github.com/Azure/Azurite/issues/2670 is mended in the version that package.json names.
 */
export const asciiBodies = {
  name: 'asciiBodies',
  sendRequest: <Req extends Request, Res>(request: Req, next: Next<Req, Res>): Promise<Res> => {
    if (typeof request.body === 'string') {
      const ascii = request.body.replace(/[\u0080-\uffff]/g, escaped);
      request.body = ascii;
      // The package has measured the body already.
      request.headers.set('content-length', String(ascii.length));
    }
    return next(request);
  },
};

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
