import type { Frame } from '../understand/frame.js';
import type { Time } from './reading.js';

/** "Sjukare sedan 2023": whatever is said of it, it is a change. */
export function saysEverSince({ tokens, periods, lists }: Frame): boolean {
  return periods.some(({ start }) => lists['ever-since'].has(tokens[start - 1]?.text ?? ''));
}

const FAR = 5;

/** The years that a change is counted from, where the question names no other year after it. */
export function yearsSince({ tokens, periods, lists }: Frame): number[] {
  // "Vad var den 2023, och har den gått upp sedan dess?"
  const saysSinceThen =
    periods.length === 1 &&
    tokens.some(
      ({ text, index }) => lists['ever-since'].has(text) && lists['back-then'].has(tokens[index + 1]?.text ?? ''),
    );
  const isFrom = ({ start }: { start: number }) => {
    const [before, last] = [tokens[start - 2]?.text ?? '', tokens[start - 1]?.text ?? ''];
    // "Jmf med förra mätningen (juni 23)"
    const isAlone =
      periods.length === 1 &&
      tokens.slice(Math.max(0, start - FAR), start).some(({ text }) => lists.compared.has(text));
    return (
      isAlone ||
      saysSinceThen ||
      lists.since.has(last) ||
      (lists.compared.has(before) && lists['compared-with'].has(last))
    );
  };
  const years = periods.filter(isFrom).map(({ year }) => year);
  return years.filter((year) => !periods.some((other) => other.year < year));
}

/**
 * "Hur många jobbar där och hur många var de 2023?": the same asked twice, the second time of an earlier year, so the first time
 * is the latest figure. "Antal brukare och antal undersköterskor 2022" are two things of one year.
 */
export function yearsAskedBeside({ tokens, periods, lists, measures, breakdowns }: Frame): number[] {
  const asked = tokens.filter(({ text }) => lists['how-much'].has(text)).map(({ index }) => index);
  const [period] = periods;
  const isBeside = asked.length === 2 && periods.length === 1 && period!.start > asked[1]!;
  const [first] = measures;
  const isAnother = [...measures, ...breakdowns].some(
    (mention) => mention.start >= (asked[1] ?? 0) && !mention.ids.some((id) => first?.ids.includes(id)),
  );
  return isBeside && !isAnother && tokens.slice(asked[0], asked[1]).some(({ text }) => lists.and.has(text))
    ? [period!.year]
    : [];
}

/** "I år" and "förra året" are the calendar's, unless a change is asked for: then the figures' own periods are compared. */
export function namedTimes({ words, periods, tokens }: Frame, now: Date): Time[] {
  const isAskedFor = periods.some(({ start }) => tokens[start]!.inQuestion);
  const isRelative = words.has('change') || words.has('previous');
  const year = now.getUTCFullYear();
  const calendar = isRelative
    ? []
    : [
        ...(words.has('this-year') ? [year] : []),
        ...(words.has('last-year') ? [year - 1] : []),
        ...(words.has('next-year') ? [year + 1] : []),
      ];
  return [
    ...periods.map(({ year, month, isSpan, tertial, start }) => ({
      year,
      month,
      isSpan,
      tertial,
      ...(isAskedFor && !tokens[start]!.inQuestion && { isAside: true }),
    })),
    ...calendar.map((year) => ({ year })),
  ];
}
