import { type DestinationStream, type Logger, pino } from 'pino';
import { ZodError } from 'zod';

export type { Logger } from 'pino';

/** pino's number of the level. */
const WARN = 40;

/**
 * The log: one JSON line an event, with ids and counts, never what people wrote or who they are by name.
 * Errors are logged under `error` with code, message and stack of the whole cause chain, and nothing else that hangs on them:
 * an error of the Azure or Bot Framework packages carries the request, with its key and its body.
 * Lines go to standard output, or to `destination`. Warnings and errors name the trace that they belong to, where there is one.
 */
export function createLog(level: string, destination?: DestinationStream, trace?: () => string | undefined): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      errorKey: 'error',
      ...(trace && { mixin: (_line: object, level: number) => (level < WARN ? {} : { trace: trace() }) }),
      // pino's own serialiser of `err` copies every property of the error.
      serializers: { error: serialiseError, err: serialiseError },
    },
    destination,
  );
}

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/** Deeper is no cause that helps anybody, or a chain that bites its own tail. */
const MAX_CAUSES = 8;

export function serialiseError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: typeof error === 'string' ? error : '' };
  const message = messageWithoutInput(error);
  return {
    type: error.name,
    message,
    code: codeOf(error),
    stack: `${error.name}: ${message}\n${framesOf(error)}`,
    cause: error.cause === undefined || depth === MAX_CAUSES ? undefined : serialiseError(error.cause, depth + 1),
  };
}

/** zod and JSON.parse quote what they could not read, and that may be what somebody wrote. */
function messageWithoutInput(error: Error): string {
  if (error instanceof ZodError) return error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; ');
  return error instanceof SyntaxError ? 'unreadable input' : error.message;
}

function codeOf(error: Error): string | number | undefined {
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return [code, statusCode].find((value) => typeof value === 'string' || typeof value === 'number');
}

/** The lines of the stack that name places; the ones before repeat the message. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
