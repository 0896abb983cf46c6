import type { Frame } from '../understand/frame.js';

/**
 * "Enligt hemtjänstens verksamhetsberättelse 2022" names a document, not what is measured or when: its place and year are
 * passed over where the question names others, its place also where it names none.
 */
export function withoutSourceMentions(frame: Frame): Frame {
  const documents = frame.tokens.filter(({ text }) => frame.lists.document.has(text)).map(({ index }) => index);
  if (documents.length === 0) return frame;
  const isOwner = ({ end }: { end: number }) => documents.some((at) => end === at);
  const isItsYear = ({ start }: { start: number }) => documents.some((at) => start === at + 1);
  const isNamed = frame.tokens.some(
    ({ text, index }) => frame.lists['according-to'].has(text) && documents.some((at) => at > index && at - index <= 5),
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
