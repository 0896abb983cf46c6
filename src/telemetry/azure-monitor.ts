import type { AzureMonitorOpenTelemetryOptions } from '@azure/monitor-opentelemetry';
import type { Logger } from '../log.js';
import { scrub } from './scrub.js';
import { createOpenTelemetry } from './open-telemetry.js';
import type { Telemetry } from './telemetry.js';

export interface AzureMonitorOptions {
  readonly connectionString: string;
  /** How many percent of the traces are sent; metrics are always whole. */
  readonly sampling: number;
  /** "ubara-bot", "ubara-worker": the role in Application Insights. */
  readonly role: string;
  /** Whose right it is to send; without it the connection string's key alone. */
  readonly credential?: Credential;
  readonly log: Pick<Logger, 'warn'>;
}

/** A token credential of the Azure packages. */
export type Credential = NonNullable<
  NonNullable<AzureMonitorOpenTelemetryOptions['azureMonitorExporterOptions']>['credential']
>;

/** What the package does beside sending our telemetry, all of it off; an operator's own setting wins. */
const QUIET = {
  // Figures about itself to Microsoft, also where a private network has no way there.
  APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
  APPLICATIONINSIGHTS_SDKSTATS_DISABLED: 'true',
  // Host, system and process attributes.
  OTEL_NODE_RESOURCE_DETECTORS: 'none',
  APPLICATIONINSIGHTS_OPENTELEMETRY_RESOURCE_METRIC_DISABLED: 'true',
  // It raises the level of all Azure packages to warnings, which name addresses.
  AZURE_LOG_LEVEL: 'error',
};

/** The package asks every endpoint by https; a stand-in on this very machine may do without. */
function withoutTls(connectionString: string) {
  const [, host] = /IngestionEndpoint=(http:\/\/(?:127\.0\.0\.1|localhost):\d+)/i.exec(connectionString) ?? [];
  return host === undefined ? {} : { host, allowInsecureConnection: true };
}

const OFF = { enabled: false };

/**
 * Sends traces and metrics to Application Insights. The package is loaded here and nowhere else. Only what we tell is sent: no
 * instrumentation, no live metrics, no counters of the package's own, and nothing is written to the disk, which may be read-only.
 */
export async function openAzureMonitor(options: AzureMonitorOptions): Promise<Telemetry> {
  for (const [name, value] of Object.entries({ ...QUIET, OTEL_SERVICE_NAME: options.role }))
    process.env[name] ??= value;
  const { useAzureMonitor, shutdownAzureMonitor } = await import('@azure/monitor-opentelemetry');
  useAzureMonitor({
    azureMonitorExporterOptions: {
      connectionString: options.connectionString,
      credential: options.credential,
      disableOfflineStorage: true,
      ...withoutTls(options.connectionString),
    },
    samplingRatio: options.sampling / 100,
    // 0: by the ratio alone.
    tracesPerSecond: 0,
    enableLiveMetrics: false,
    enableStandardMetrics: false,
    enablePerformanceCounters: false,
    instrumentationOptions: {
      ...{ http: OFF, azureSdk: OFF, mongoDb: OFF, mySql: OFF, postgreSql: OFF },
      ...{ redis: OFF, redis4: OFF, bunyan: OFF, winston: OFF },
    },
    spanProcessors: [scrub],
  });
  return createOpenTelemetry({ stop: async () => shutdownAzureMonitor(), log: options.log });
}
