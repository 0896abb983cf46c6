import type { AzureMonitorOptions } from './azure-monitor.js';
import { NO_TELEMETRY, type Telemetry } from './telemetry.js';

/**
 * Telemetry to Application Insights where a connection string says where that is, and none at all otherwise: then nothing of
 * OpenTelemetry is loaded, and the log is all that there is.
 */
export async function openTelemetry(options: AzureMonitorOptions | undefined): Promise<Telemetry> {
  if (options === undefined) return NO_TELEMETRY;
  return (await import('./azure-monitor.js')).openAzureMonitor(options);
}
