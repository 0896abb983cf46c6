import type { SpanContext } from '@opentelemetry/api';

const VERSION_0 = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** A traceparent of W3C Trace Context, https://www.w3.org/TR/trace-context/#traceparent-header. */
export function writeTraceparent({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}

/** Undefined for what is none. */
export function readTraceparent(written: string): SpanContext | undefined {
  const [, traceId, spanId, flags] = VERSION_0.exec(written) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}
