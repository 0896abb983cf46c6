import { findSecrets } from './secrets.js';

/**
 * Throws when telemetry of a whole run, as the stand-in for Application Insights got it, holds a name, an address or the id of anybody,
 * anything that was typed, or an address of anything. Throws as well when nothing was told: then there was nothing to look at.
 */
export function checkTold(bodies: readonly string[]): void {
  if (bodies.length === 0) throw new Error('No bot has told Application Insights anything.');
  const secretsIn = findSecrets(true);
  const faults = bodies.flatMap((body) => [...secretsIn(body), ...(/https?:[\w/.:-]+/.exec(body) ?? [])]);
  if (faults.length > 0) throw new Error(`Telemetry holds what it should not:\n${[...new Set(faults)].join('\n')}`);
}
