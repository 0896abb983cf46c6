import {
  context,
  diag,
  DiagLogLevel,
  isSpanContextValid,
  type Link,
  metrics,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
} from '@opentelemetry/api';
import { AppError } from '../errors.js';
import type { Logger } from '../log.js';
import { OPERATION_NAME, toAttributes, wordOf } from './facts.js';
import { readTraceparent, writeTraceparent } from './traceparent.js';
import { type Counter, COUNTERS, type Facts, type Measure, MEASURES, type Telemetry, type Whole } from './telemetry.js';

const SCOPE = 'ubara-assistenten';

/** Telemetry over whatever OpenTelemetry is set up in this process. */
export function createOpenTelemetry({
  stop,
  log,
}: {
  readonly stop: () => Promise<void>;
  readonly log: Pick<Logger, 'warn'>;
}): Telemetry {
  listen(log);
  const tracer = trace.getTracer(SCOPE);
  const meter = metrics.getMeter(SCOPE);
  const counters = mapValues(COUNTERS, (description, name) => meter.createCounter(name, { description }));
  const measures = mapValues(MEASURES, (description, name) => meter.createGauge(name, { description }));
  const durations = meter.createHistogram('ubara.turn.duration', { description: 'of one turn', unit: 'ms' });

  return {
    follow(whole, work) {
      const name = wordOf(whole.name);
      const kind = whole.from === undefined ? SpanKind.SERVER : SpanKind.CONSUMER;
      const attributes = { ...toAttributes(whole.facts ?? {}), [OPERATION_NAME]: name };
      const options = { kind, attributes, links: linksTo(whole), root: true };
      return tracer.startActiveSpan(name, options, (span) => until(span, work));
    },
    step(name, facts, work) {
      if (!trace.getActiveSpan()?.isRecording()) return work();
      const options = { kind: SpanKind.CLIENT, attributes: { ...toAttributes(facts), ...databaseOf(facts) } };
      return tracer.startActiveSpan(wordOf(name), options, (span) => until(span, work));
    },
    note(facts, isFailed = false) {
      const span = trace.getActiveSpan();
      // What comes to its end later than what it was a part of adds nothing.
      if (!span?.isRecording()) return;
      span.setAttributes(toAttributes(facts));
      if (isFailed) span.setStatus({ code: SpanStatusCode.ERROR });
    },
    here() {
      const at = trace.getActiveSpan()?.spanContext();
      const isSent = at && isSpanContextValid(at) && (at.traceFlags & TraceFlags.SAMPLED) !== 0;
      return isSent ? writeTraceparent(at) : undefined;
    },
    apart: (work) => context.with(ROOT_CONTEXT, work),
    count: (counter, facts) => counters[counter].add(1, toAttributes(facts)),
    took: (ms, facts) => durations.record(ms, toAttributes(facts)),
    measure: (measure, value) => measures[measure].record(value),
    stop,
  };
}

/** What the packages complain of goes where our own complaints go; they would write to the console in lines of their own. */
function listen(log: Pick<Logger, 'warn'>): void {
  const warn = (message: string) => log.warn({ said: message.split('\n')[0]?.slice(0, 200) }, 'telemetry is not sent');
  const silent = () => undefined;
  diag.setLogger(
    { error: warn, warn, info: silent, debug: silent, verbose: silent },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
}

async function until<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // The code alone: a message may quote what somebody wrote, and names keys.
    span.setAttributes(toAttributes({ error: error instanceof AppError ? error.code : 'unexpected' }));
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

function linksTo({ from }: Whole): Link[] {
  const there = from === undefined ? undefined : readTraceparent(from);
  return there ? [{ context: there }] : [];
}

/** So that Application Insights shows storage as a dependency of its own. */
function databaseOf({ table, operation }: Facts): Record<string, string> {
  if (table === undefined) return {};
  return { 'db.system': 'storage', 'db.name': wordOf(table), 'db.operation': wordOf(operation ?? '') };
}

function mapValues<Name extends Counter | Measure, Made>(
  described: Readonly<Record<Name, string>>,
  make: (description: string, name: string) => Made,
): Record<Name, Made> {
  const entries = Object.entries<string>(described).map(([name, description]) => [name, make(description, name)]);
  return Object.fromEntries(entries) as Record<Name, Made>;
}
