import type { ServerResponse } from 'node:http';
import type { ConnectorRequest } from './recording.js';

/** Answered with this status instead of being carried out: the message does not exist afterwards. */
export interface StatusFault {
  readonly kind: 'status';
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; without it, an error body as Teams sends it. */
  readonly body?: unknown;
}

/** The connection is torn down without an answer. */
export interface ResetFault {
  readonly kind: 'reset';
}

/** Carried out at once and answered as usual, but `ms` milliseconds later. */
export interface DelayFault {
  readonly kind: 'delay';
  readonly ms: number;
}

/** Carried out, so the message is there, yet the sender is told of (or left with) a failure. */
export interface AcceptedThenFault {
  readonly kind: 'accepted-then';
  readonly fault: StatusFault | ResetFault;
}

export type Fault = StatusFault | ResetFault | DelayFault | AcceptedThenFault;

/** Asked for each request before it is carried out; undefined lets the request through. */
export type FaultRule = (request: ConnectorRequest) => Fault | undefined;

/** An answer that has not been written yet. */
export interface PlannedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What becomes of one request: whether it is carried out, and how it is answered. */
export interface Outcome {
  readonly accepted: boolean;
  readonly answer: PlannedAnswer | 'reset';
  readonly delayMs: number;
}

/** Decides the outcome. `carryOut` runs exactly when the fault lets the request take effect. */
export function applyFault(fault: Fault | undefined, carryOut: () => PlannedAnswer): Outcome {
  switch (fault?.kind) {
    case 'status':
      return { accepted: false, answer: statusAnswer(fault), delayMs: 0 };
    case 'reset':
      return { accepted: false, answer: 'reset', delayMs: 0 };
    case 'accepted-then': {
      const carriedOut = carryOut();
      const answer = fault.fault.kind === 'reset' ? 'reset' : statusAnswer(fault.fault);
      return { accepted: isSuccess(carriedOut), answer, delayMs: 0 };
    }
    case 'delay':
    case undefined: {
      const answer = carryOut();
      return { accepted: isSuccess(answer), answer, delayMs: fault?.ms ?? 0 };
    }
  }
}

/** An error body as the connector service writes it. */
export function errorAnswer(status: number, code: string, message: string): PlannedAnswer {
  return { status, body: { error: { code, message } } };
}

/** Writes the answer, or tears the connection down. */
export function writeAnswer(response: ServerResponse, answer: PlannedAnswer | 'reset'): void {
  if (answer === 'reset') {
    // resetAndDestroy sends RST, which the client sees as ECONNRESET; destroy() alone would close politely.
    response.socket?.resetAndDestroy();
    return;
  }
  const body = answer.body === undefined ? '' : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    ...answer.headers,
  });
  response.end(body);
}

function statusAnswer(fault: StatusFault): PlannedAnswer {
  const { body } = errorAnswer(fault.status, `Fault${fault.status}`, 'The stand-in connector was told to fail.');
  return { status: fault.status, headers: fault.headers, body: fault.body ?? body };
}

function isSuccess(answer: PlannedAnswer): boolean {
  return answer.status < 300;
}
