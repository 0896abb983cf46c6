import type { Token } from '../text/fold.js';
import { stem } from '../text/stem.js';
import { STOP_WORDS } from '../text/stop-words.js';
import type { Frame } from './frame.js';

/** The stems of the words that say what is asked about: no places, times, figures or small words, each once. */
export function contentStems({ tokens, populations, periods }: Frame, isMeant: (token: Token) => boolean): string[] {
  const isCovered = (at: number) =>
    populations.some(({ start, end }) => at < end && at + 1 > start) ||
    periods.some(({ start, end }) => at >= start && at < end);
  const content = tokens.filter(
    (token) =>
      token.text.length > 2 &&
      !/^\d/.test(token.text) &&
      !STOP_WORDS.has(token.text) &&
      !isCovered(token.index) &&
      isMeant(token),
  );
  return [...new Set(content.map(({ folded }) => stem(folded)))];
}

/** Whether a question goes on about something that it does not name: "och året före?", "och 2023?", "fler eller färre då?". */
export function isBare(frame: Frame): boolean {
  const { words, notHeld, measures, lists, periods } = frame;
  const isOpen =
    (words.has('previous') || words.has('change') || periods.length > 0) &&
    notHeld.length === 0 &&
    measures.length === 0;
  return (
    isOpen && frame.populations.length === 0 && contentStems(frame, ({ text }) => !lists.carrier.has(text)).length === 0
  );
}
