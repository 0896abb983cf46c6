import type { AuditLog } from '../../actions/index.js';
import type { Limits } from '../survey/settings.js';

/** The thresholds that were set when a process last looked; provided by storage/. */
export interface LimitsStore {
  find(): Promise<Limits | undefined>;
  save(limits: Limits, since: Date): Promise<void>;
}

/** In the audit, in the place of a person: whoever sets the bot's settings. */
const BY_SETTINGS = 'settings';

/**
 * Notes a change of the survey's thresholds in the audit of each organisation (domain page P10): from which to which. They are settings, so a
 * change is met at the next start. True when something was noted. Cut off in the middle, it is noted once more at the next start.
 */
export async function noteLimits(
  { store, audit }: { readonly store: LimitsStore; readonly audit: AuditLog },
  { limits, organisations, now }: { limits: Limits; organisations: () => AsyncIterable<string>; now: Date },
): Promise<boolean> {
  const before = await store.find();
  if (before && NAMES.every((name) => before[name] === limits[name])) return false;
  const subject = Object.fromEntries(
    NAMES.map((name) => [name, before ? `${before[name]} -> ${limits[name]}` : `${limits[name]}`]),
  );
  const all = new Set<string>();
  for await (const organisation of organisations()) all.add(organisation);
  for (const organisation of all)
    await audit.append({
      ...{ at: now, organisation, personId: BY_SETTINGS, permission: 'exit.picture', action: 'exit.limits' },
      ...{ outcome: 'done', subject },
    });
  await store.save(limits, now);
  return true;
}

const NAMES = ['group', 'breakdown', 'cell'] as const;
