/**
 * Is a report there in two seconds, and is memory flat, however large the round? Seeds a round into Azurite, then reads its figures,
 * writes its Word document and its workbook, each in a process of its own. Prints one JSON line.
 *
 *   npm run -s bench:plan [-- --units 150 --activities 300]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { openStorage } from '../../src/storage/index.js';
import { startAzurite } from '../support/azurite.js';
import { seed } from './plan/seed.js';

const { values } = parseArgs({
  options: { units: { type: 'string', default: '150' }, activities: { type: 'string', default: '300' } },
});
const whole = (name: keyof typeof values, least: number): number => {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`--${name} ${values[name]}: a whole number from ${least} is needed.`);
  return value;
};
const size = { units: whole('units', 1), activities: whole('activities', 25) };

const azurite = await startAzurite();
try {
  const { connectionString } = azurite;
  const started = performance.now();
  const { organisation, id } = await seed(openStorage({ kind: 'connection-string', connectionString }), size);
  const seedSeconds = Math.round((performance.now() - started) / 1000);
  const measure = async (step: string): Promise<unknown> => {
    const child = fork('bin/run.mjs', ['test/bench/plan/measure.ts', connectionString, organisation, id, step]);
    const [message] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`Measuring ${step} ended with ${String(code)}.`);
      }),
    ])) as [unknown];
    return message;
  };
  const summary = await measure('summary');
  const docx = await measure('docx');
  const xlsx = await measure('xlsx');
  console.log(JSON.stringify({ bench: 'plan', ...size, seedSeconds, summary, docx, xlsx }));
} finally {
  await azurite.stop();
}
