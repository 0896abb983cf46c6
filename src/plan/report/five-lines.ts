import type { Locale } from '../../calendar/index.js';
import { answeredOf, countOf, percentOf } from './counts.js';
import { DEVIATING } from './deviation.js';
import type { RoundSummary } from './summary.js';
import { reportTexts } from './texts.js';
import { numberIn, shareIn } from './wording.js';
import { phaseIn } from './words.js';

/**
 * The report in five lines, computed: who has answered, what goes well, what deviates, what needs a decision, what has changed
 * (domain page 3.4). One line when nothing of the filter is asked about.
 */
export function fiveLines(summary: RoundSummary, locale: Locale): readonly string[] {
  const { lines } = reportTexts[locale];
  if (summary.all.items === 0) return [lines.none];
  return [
    answered(summary, locale),
    well(summary, locale),
    deviates(summary, locale),
    decision(summary, locale),
    change(summary, locale),
  ];
}

function answered({ all, units }: RoundSummary, locale: Locale): string {
  const { lines } = reportTexts[locale];
  const part = answeredOf(all);
  return (
    lines.answered(numberIn(locale, part), numberIn(locale, all.items), percentOf(part, all.items)) +
    (units.silent > 0 ? lines.silentUnits(numberIn(locale, units.silent), numberIn(locale, units.all)) : lines.allUnits)
  );
}

function well({ activities, byPhase }: RoundSummary, locale: Locale): string {
  const { lines, noPhase } = reportTexts[locale];
  const done = countOf(activities, 'klar');
  const best = [...byPhase]
    .map(({ name, counts }) => ({ name, percent: percentOf(countOf(counts, 'klar'), counts.items) }))
    .sort((a, b) => b.percent - a.percent)[0];
  return (
    lines.well(shareIn(locale, done, activities.items), numberIn(locale, countOf(activities, 'pågår'))) +
    (best && best.percent > 0 && byPhase.length > 1
      ? lines.best(best.name === '' ? noPhase : phaseIn(locale, best.name), String(best.percent))
      : '')
  );
}

function deviates({ activities, byDepartment }: RoundSummary, locale: Locale): string {
  const { lines } = reportTexts[locale];
  const worst = byDepartment
    .map(({ name, counts }) => ({ name, count: countOf(counts, ...DEVIATING) }))
    .sort((a, b) => b.count - a.count)[0];
  return (
    lines.deviates(
      numberIn(locale, countOf(activities, 'försenad')),
      numberIn(locale, countOf(activities, 'avvikelse')),
    ) +
    (worst && worst.count > 0 && byDepartment.length > 1 ? lines.most(worst.name, numberIn(locale, worst.count)) : '')
  );
}

function decision({ activities, moved }: RoundSummary, locale: Locale): string {
  const { lines } = reportTexts[locale];
  const brokenOff = countOf(activities, 'avbruten');
  return (
    (brokenOff > 0 ? lines.brokenOff(numberIn(locale, brokenOff)) : lines.noneBrokenOff) +
    (moved.items > 0 ? lines.moved(numberIn(locale, moved.items), numberIn(locale, moved.moves)) : lines.noneMoved)
  );
}

function change({ activities, trend }: RoundSummary, locale: Locale): string {
  const { lines } = reportTexts[locale];
  const before = trend.at(-2);
  if (!before) return lines.first;
  const share = (counts: RoundSummary['activities']) => String(percentOf(countOf(counts, 'klar'), counts.items));
  return lines.since(before.title, share(before.counts), share(activities));
}
