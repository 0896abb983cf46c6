import type { Frame } from './frame.js';

/** How many, what share, how large: an answer has to hold a number. */
export function asksAmount({ words, tokens, lists }: Frame): boolean {
  // A phrase of a measure may hold the words ("hur stor andel av cheferna").
  const saysHowMuch = tokens.some(
    ({ text, inQuestion }, at) =>
      inQuestion && lists.how.has(text) && lists['how-much'].has(tokens[at + 1]?.text ?? ''),
  );
  return (
    (saysHowMuch && !words.has('frequency')) ||
    ['count', 'share'].some((word) => words.has(word)) ||
    (words.has('figure') && !words.has('frequency') && tokens.some(({ text }) => lists.size.has(text)))
  );
}
