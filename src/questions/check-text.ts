import type { Locale } from '../calendar/index.js';
import { type GuardText, judge, verdictText } from '../privacy/index.js';
import { questionTexts } from './texts.js';

export interface TextLimits {
  /** What is said of an empty text. */
  readonly empty: string;
  /** The longest it may be, in characters. */
  readonly max: number;
  /** What the writer was asked about before. */
  readonly shown: string;
  /** People who should not be named. */
  readonly names?: readonly string[];
}

/** What keeps a text from being sent, and what the form carries from now on; undefined when nothing does. */
export function checkText(
  text: string,
  guard: GuardText,
  { empty, max, shown, names }: TextLimits,
  locale: Locale,
): { readonly problem: string; readonly shown: string } | undefined {
  if (text === '') return { problem: empty, shown };
  if (text.length > max) return { problem: questionTexts[locale].tooLong(max), shown };
  const verdict = judge(guard(text, { names }), shown);
  const problem = verdictText(verdict, locale);
  return problem === undefined ? undefined : { problem, shown: verdict.kind === 'ask' ? verdict.shown : shown };
}
