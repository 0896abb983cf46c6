import type { Token } from '../text/fold.js';
import type { Frame } from '../understand/frame.js';

const PREPOSITIONS = new Set([
  'per',
  'varje',
  'i',
  'på',
  'inom',
  'hos',
  'bland',
  'vid',
  'från',
  'in',
  'at',
  'among',
  'within',
  'from',
]);
const BETWEEN = new Set(['just', 'den', 'det', 'de', 'vår', 'våra', 'vårt', 'the', 'our', 'hela', 'alla', 'kommunala']);
const UNIT_WORD = /^(dag|dagar|år|veckor|vecka|månad|månader|timmar|days?|years?|weeks?|months?|hours?)$/;

/** A month of a span ("mellan januari och oktober 2024"), whose year stands with the other one. */
const MONTH =
  /^(januari|january|februari|february|mars|march|april|maj|may|juni|june|juli|july|augusti|august|september|oktober|october|november|december)$/;
const DAY_WORD = /^(dag|dagar|dagarna|days?|månad|vecka|år|nivå|steg)$/;

/**
 * What may narrow a question in a way that nobody here understands, so that a figure would be a guess: unexplained names,
 * unexplained words after "i", "på", "bland", a number of days or years, and things that no document holds.
 */
export function narrowingWords(frame: Frame): string[] {
  return [
    ...frame.unexplained
      .filter((token) => token.inQuestion && !MONTH.test(token.folded))
      .filter(
        (token) =>
          isName(token) ||
          followsPreposition(token, frame.tokens) ||
          (frame.words.has('share') && followsCopula(token, frame.tokens)),
      )
      .map(({ text }) => text),
    ...frame.numbers.flatMap(({ index, text }) => {
      const [before, after] = [frame.tokens[index - 1]?.text ?? '', frame.tokens[index + 1]?.text ?? ''];
      if (!frame.tokens[index]!.inQuestion) return [];
      if (DAY_WORD.test(before)) return [`${before} ${text}`];
      return UNIT_WORD.test(after) ? [`${text} ${after}`] : [];
    }),
    ...frame.notHeld.map(({ start, end }) =>
      frame.tokens
        .slice(Math.floor(start), Math.ceil(end))
        .map(({ text }) => text)
        .join(' '),
    ),
  ];
}

/** A capital inside a sentence. */
function isName({ isCapital, startsSentence }: Token): boolean {
  return isCapital && !startsSentence;
}

const COPULA = new Set(['är', 'var', 'som', 'varit', 'is', 'are', 'were', 'who']);

/** "Hur stor andel av personalen är legitimerade?": a share of those who are what nobody counted. */
function followsCopula({ index }: Token, tokens: readonly Token[]): boolean {
  return COPULA.has(tokens[index - 1]?.text ?? '');
}

function followsPreposition({ index }: Token, tokens: readonly Token[]): boolean {
  let before = index - 1;
  while (before >= 0 && BETWEEN.has(tokens[before]!.text)) before--;
  return before >= 0 && PREPOSITIONS.has(tokens[before]!.text);
}
