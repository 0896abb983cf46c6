import { NgramIndex } from '../routines/ngram-index.js';
import { bestPossible } from '../routines/ranker.js';
import type { PassageIndex, QuotablePassage } from './passage-source.js';

/** The headings tell what a passage is about, often in the very words of the question. */
const HEADING_WEIGHT = 0.5;

/** Indexes passages by character 4-grams of text and headings. Takes a whole organisation's at once and is never changed. */
export function createPassageIndex(passages: readonly QuotablePassage[]): PassageIndex {
  const texts = new NgramIndex(passages.map(({ text }) => text));
  const headings = new NgramIndex(passages.map(({ document, heading }) => `${heading} ${document}`));
  return {
    search(question, count) {
      const inText = texts.scores(question);
      const inHeading = headings.scores(question);
      const total = (at: number) => inText[at]! + HEADING_WEIGHT * inHeading[at]!;
      const most = bestPossible(question, passages.length);
      return [...passages.keys()]
        .filter((at) => total(at) > 0)
        .sort((a, b) => total(b) - total(a) || a - b)
        .slice(0, count)
        .map((at) => ({ id: passages[at]!.id, confidence: Math.min(1, total(at) / most) }));
    },
  };
}
