import type { Frame } from '../understand/frame.js';

/** "According to the home care annual report": so many words on, at most. */
const FARTHEST_NAMED = 6;

/**
 * "Enligt hemtjänstens verksamhetsberättelse 2022" names a document, not what is measured or when: its place and year are
 * passed over where the question names others, its place also where it names none.
 */
export function withoutSourceMentions(frame: Frame): Frame {
  const documents = frame.tokens.filter(({ text }) => frame.lists.document.has(text)).map(({ index }) => index);
  if (documents.length === 0) return frame;
  // "The home care annual report"
  const isOwner = ({ end }: { end: number }) => documents.some((at) => end === at || end + 1 === at);
  const isItsYear = ({ start }: { start: number }) => documents.some((at) => start === at + 1);
  const isNamed = frame.tokens.some(
    ({ text, index }) =>
      frame.lists['according-to'].has(text) && documents.some((at) => at > index && at - index <= FARTHEST_NAMED),
  );
  // "(hemtjänstens vb 2022)"
  const namesDocument = isNamed || frame.periods.some(isItsYear);
  const otherYears = frame.periods.filter((period) => !isItsYear(period));
  return {
    ...frame,
    populations: namesDocument ? frame.populations.filter((mention) => !isOwner(mention)) : frame.populations,
    periods: otherYears.length > 0 ? otherYears : frame.periods,
  };
}
