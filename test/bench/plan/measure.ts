/** One step of bench:plan in a process of its own, so that its memory is its own. Sends the parent what it took. */
import { systemClock } from '../../../src/calendar/index.js';
import { createPlanReport } from '../../../src/plan/index.js';
import { openPlans, openRounds, openStorage } from '../../../src/storage/index.js';

const [connectionString = '', organisation = '', round = '', step = ''] = process.argv.slice(2);
const storage = openStorage({ kind: 'connection-string', connectionString });
const report = createPlanReport({
  rounds: openRounds(storage),
  plans: openPlans(storage),
  directory: { find: () => undefined },
});
const rss = () => process.memoryUsage().rss / 1024 ** 2;
// Connections and code are there before anything is measured.
await openRounds(storage).find(organisation, round);
const before = rss();
let peak = before;
const timer = setInterval(() => (peak = Math.max(peak, rss())), 20);
const started = performance.now();
const took = () => Math.round(performance.now() - started);

const summary = (await report.summary(organisation, round))!;
const result: Record<string, number> = { items: summary.all.items, summaryMs: took() };
const options = { locale: 'sv', now: systemClock() } as const;
if (step === 'summary') {
  // What the card shows beside the figures.
  result.deviations = (await report.deviations(summary)).length;
  result.cardMs = took();
}
if (step === 'docx') result.bytes = (await report.docx(summary, options)).length;
if (step === 'xlsx') {
  result.bytes = 0;
  for await (const part of report.xlsx(summary, options)) result.bytes += part.length;
}
clearInterval(timer);
peak = Math.max(peak, rss());
process.send?.({
  ...result,
  ms: took(),
  calls: storage.calls(),
  rssMb: { before: Math.round(before), peak: Math.round(peak) },
});
