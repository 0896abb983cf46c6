import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * The log: one JSON line an event, with ids and counts, never what people wrote or who they are by name.
 * Errors are logged with code, message and stack of the whole cause chain; request bodies never.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: serialiseError },
  });
}

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

function serialiseError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  return {
    type: error.name,
    message: error.message,
    code: code ?? statusCode,
    stack: error.stack,
    cause: error.cause === undefined ? undefined : serialiseError(error.cause),
  };
}
