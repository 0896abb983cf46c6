import type { Frame } from './frame.js';

const FIGURE_WORDS = ['figure', 'count', 'share', 'highest', 'lowest', 'best', 'worst', 'ranking', 'change', 'target'];
const FIGURE_WORDS_TOO = [
  'annual-target',
  'council-target',
  'forecast',
  'list',
  'conflict',
  'chart',
  'sum',
  'groups-gender',
];
/** A question this short that names a measure is telegraphic: "sjukfrv äldreoms 2024". */
const SHORT = 7;

/**
 * Whether a question asks for figures or for how something is done, by its words alone. Undecided questions try both.
 * "Vem", "hur gör", "varför" ask for a routine, unless a figure word stands beside ("hur många", "mål", a year).
 */
export function leaning(frame: Frame): 'figures' | 'routine' | 'undecided' {
  const saysFigure = [...FIGURE_WORDS, ...FIGURE_WORDS_TOO].some((word) => frame.words.has(word));
  const asksFigure = saysFigure || frame.periods.length > 0;
  const asksHow = frame.words.has('procedure') || frame.words.has('computed');
  // "Planen 2019" only names a document.
  if (asksHow && saysFigure) return 'undecided';
  if (asksHow) return 'routine';
  if (asksFigure) return 'figures';
  return frame.measures.length > 0 && frame.tokens.length <= SHORT ? 'figures' : 'undecided';
}
