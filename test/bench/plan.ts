/**
 * Is a report there in two seconds, and is memory flat, however large the round? Seeds a round into Azurite, then reads its figures,
 * writes its Word document and its workbook, each in a process of its own; the same for a round of a tenth of the units, beside which
 * the peaks of memory are held. Prints one JSON line. Ends with 1, and says why, when the figures take too long or a peak grows too much.
 *
 *   npm run -s bench:plan [-- --units 150 --activities 300 --most-ms 2000 --most-growth 1.5]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { openStorage } from '../../src/storage/index.js';
import { startAzurite } from '../support/azurite.js';
import { growthOf, judge, type Measured, STEPS, type Step } from './plan/judge.js';
import { seed, type Size } from './plan/seed.js';

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '150' },
    activities: { type: 'string', default: '300' },
    'most-ms': { type: 'string', default: '2000' },
    'most-growth': { type: 'string', default: '1.5' },
  },
});
type Option = keyof typeof values;
const whole = (name: Option, least: number): number => {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`--${name} ${values[name]}: a whole number from ${least} is needed.`);
  return value;
};
const above = (name: Option, least: number): number => {
  const value = Number(values[name]);
  if (!(value > least)) throw new Error(`--${name} ${values[name]}: a number above ${least} is needed.`);
  return value;
};
const TENTH = 10;
const size = { units: whole('units', TENTH), activities: whole('activities', 25) };
const limits = { ms: above('most-ms', 0), growth: above('most-growth', 1) };

const small = await measureRound({ ...size, units: Math.round(size.units / TENTH) });
const large = await measureRound(size);
const faults = judge(small, large, limits);
console.log(JSON.stringify({ bench: 'plan', large, small, peakGrowth: growthOf(small, large), limits, faults }));
if (faults.length > 0) process.exitCode = 1;

/** Each size has an Azurite of its own, empty at the start. */
async function measureRound(about: Size): Promise<Size & { readonly seedSeconds: number } & Measured> {
  const azurite = await startAzurite();
  try {
    const { connectionString } = azurite;
    const started = performance.now();
    const round = await seed(openStorage({ kind: 'connection-string', connectionString }), about);
    const seedSeconds = Math.round((performance.now() - started) / 1000);
    const steps: Partial<Record<Step, Measured[Step]>> = {};
    for (const step of STEPS) steps[step] = await measure(step, [connectionString, round.organisation, round.id]);
    return { ...about, seedSeconds, ...(steps as Measured) };
  } finally {
    await azurite.stop();
  }
}

async function measure(step: Step, where: readonly string[]): Promise<Measured[Step]> {
  const child = fork('bin/run.mjs', ['test/bench/plan/measure.ts', ...where, step]);
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`Measuring ${step} ended with ${String(code)}.`);
    }),
  ])) as [Measured[Step]];
  return message;
}
