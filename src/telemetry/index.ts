export { openTelemetry } from './open.js';
export {
  type Counter,
  COUNTERS,
  type Facts,
  type Measure,
  MEASURES,
  NO_TELEMETRY,
  type Telemetry,
} from './telemetry.js';
