import { expect, it } from 'vitest';
import type { AuditEntry } from '../../../src/actions/index.js';
import { noteLimits } from '../../../src/exit/index.js';
import { openStorage, openSurveyLimits } from '../../../src/storage/index.js';

const now = new Date('2026-03-02T09:00:00Z');

it('a change of the thresholds is noted in the audit of each organisation, from which to which, and once', async () => {
  const audited: AuditEntry[] = [];
  const audit = { append: async (entry: AuditEntry) => void audited.push(entry) };
  const store = openSurveyLimits(openStorage({ kind: 'memory' }));
  async function* organisations() {
    yield* ['Älvsjö', 'Norra', 'Älvsjö'];
  }
  const start = (group: number) =>
    noteLimits({ store, audit }, { limits: { group, breakdown: 10, cell: 3 }, organisations, now });
  expect([await start(5), await start(5), await start(8), await start(8)]).toEqual([true, false, true, false]);
  expect(audited.map(({ organisation, action, subject }) => [organisation, action, subject?.group])).toEqual([
    ['Älvsjö', 'exit.limits', '5'],
    ['Norra', 'exit.limits', '5'],
    ['Älvsjö', 'exit.limits', '5 -> 8'],
    ['Norra', 'exit.limits', '5 -> 8'],
  ]);
});

it('is noted at the next start when the audit could not be written', async () => {
  const store = openSurveyLimits(openStorage({ kind: 'memory' }));
  async function* organisations() {
    yield 'Älvsjö';
  }
  const about = { limits: { group: 5, breakdown: 10, cell: 3 }, organisations, now };
  const fails = { append: () => Promise.reject(new Error('Storage does not answer.')) };
  await expect(noteLimits({ store, audit: fails }, about)).rejects.toThrow();
  expect(await noteLimits({ store, audit: { append: async () => undefined } }, about)).toBe(true);
});
