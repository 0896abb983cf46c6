import type { Locale } from '../calendar/index.js';
import type { Answer } from './answer.js';

/** An answer of words alone. */
export function plainAnswer(kind: Answer['kind'], locale: Locale, title: string, text: string): Answer {
  return { kind, locale, title, text, facts: [], citations: [], assumptions: [], suggestions: [] };
}
