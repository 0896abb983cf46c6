import { createLog, type Logger } from '../../../src/log.js';

export type LogLine = Readonly<Record<string, unknown>>;

/** A log whose lines a test can read: made by the bot's own createLog, so with what production writes. */
export interface LogLines {
  readonly log: Logger;
  /** All that was written, as text. */
  text(): string;
  /** The lines with this message. */
  lines(msg: string): LogLine[];
  clear(): void;
}

export function createLogLines(): LogLines {
  let written: string[] = [];
  return {
    log: createLog('debug', { write: (line) => void written.push(line) }),
    text: () => written.join(''),
    lines: (msg) => written.map((line) => JSON.parse(line) as LogLine).filter((line) => line.msg === msg),
    clear: () => {
      written = [];
    },
  };
}
