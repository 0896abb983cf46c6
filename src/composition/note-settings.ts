import { noteLimits } from '../exit/index.js';
import { openAudit, openPeople, openSurveyLimits } from '../storage/index.js';
import type { Foundation } from './foundation.js';

/** Notes in the audit what was changed in the settings since a process last started: the thresholds of the exit survey. */
export async function noteSettings({ storage, config, clock }: Pick<Foundation, 'storage' | 'config' | 'clock'>) {
  async function* organisations() {
    for await (const { organisation } of openPeople(storage).list()) yield organisation;
  }
  const stores = { store: openSurveyLimits(storage), audit: openAudit(storage) };
  await noteLimits(stores, { limits: config.survey.limits, organisations, now: clock() });
}
