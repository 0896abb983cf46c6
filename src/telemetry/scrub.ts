import type { AzureMonitorOpenTelemetryOptions } from '@azure/monitor-opentelemetry';
import { keepOurs, wordOf } from './facts.js';

type SpanProcessor = NonNullable<AzureMonitorOpenTelemetryOptions['spanProcessors']>[number];
type EndedSpan = Parameters<SpanProcessor['onEnd']>[0];

/** The parts of a span that can hold what somebody wrote; typed as constant, but the exporter reads what stands here. */
interface Writable {
  name: string;
  readonly attributes: Record<string, unknown>;
  readonly events: unknown[];
  readonly links: { attributes?: object }[];
  status: { code: number; message?: string };
}

/**
 * The last look before a span leaves: whoever made it, only our attributes stay, and neither events (an exception's message and
 * stack) nor the words of its status. No instrumentation of HTTP or of the Azure packages is switched on, since their spans name
 * addresses with row keys in them; should one be some day, this takes its addresses away.
 */
export const scrub: SpanProcessor = {
  onStart: () => undefined,
  onEnd(span: EndedSpan) {
    const open = span as unknown as Writable;
    open.name = wordOf(open.name);
    keepOurs(open.attributes);
    open.events.length = 0;
    for (const link of open.links) delete link.attributes;
    open.status = { code: open.status.code };
  },
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};
