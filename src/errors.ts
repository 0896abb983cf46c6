/** A failure that the user or operator can act on. `code` is stable; `facts` hold what is needed to act, never what people wrote. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; facts?: Record<string, string | number> } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.facts = options.facts ?? {};
  }
}

export type ErrorCode =
  | 'config_invalid'
  | 'demo_people'
  | 'not_found'
  | 'storage_conflict'
  | 'storage_unavailable'
  | 'key_invalid'
  | 'row_invalid'
  | 'card_invalid'
  | 'knowledge_invalid'
  | 'registry_invalid'
  | 'import_refused'
  | 'round_refused'
  | 'port_in_use'
  | 'child_failed'
  | 'recipient_unreachable'
  | 'seal_unreadable'
  | 'record_broken'
  | 'backup_refused'
  | 'backup_unreadable';

/** Whether somebody else wrote first: read again and decide anew. */
export function isConflict(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'storage_conflict';
}

/** Whether the same may succeed a moment later: storage did not answer, or somebody else wrote first. */
export function isPassing(error: unknown): error is AppError {
  return isConflict(error) || (error instanceof AppError && error.code === 'storage_unavailable');
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
