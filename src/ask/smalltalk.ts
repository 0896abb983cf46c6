import type { Locale } from '../calendar/index.js';
import type { Answer } from './answer.js';
import { EXAMPLES } from './phrase/examples.js';
import { askTexts } from './phrase/texts.js';
import { plainAnswer } from './plain-answer.js';
import type { Frame } from './understand/frame.js';

/** Greetings, thanks, farewells and "what can you do?"; undefined for anything that asks for more. */
export function smalltalk(frame: Frame, locale: Locale): Answer | undefined {
  const texts = askTexts[locale];
  const asksNothing = frame.measures.length + frame.populations.length + frame.notHeld.length === 0;
  const asksMore = ['procedure', 'computed', 'figure', 'count'].some((word) => frame.words.has(word));
  if (!asksNothing || (asksMore && frame.unexplained.length > 0)) return undefined;
  if (frame.words.has('help') && !frame.words.has('thanks'))
    return { ...plainAnswer('smalltalk', locale, texts.greetingTitle, texts.greeting), suggestions: EXAMPLES[locale] };
  if (frame.words.has('farewell') && frame.unexplained.length <= 2)
    return plainAnswer(
      'smalltalk',
      locale,
      texts.farewellTitle,
      `${frame.words.has('thanks') ? `${texts.thanks} ` : ''}${texts.farewell}`,
    );
  if (frame.words.has('thanks') && frame.unexplained.length <= 6)
    return plainAnswer('smalltalk', locale, texts.thanksTitle, texts.thanks);
  if (frame.words.has('greeting') && frame.unexplained.length <= (frame.tokens.length <= 6 ? 2 : 0))
    return { ...plainAnswer('smalltalk', locale, texts.greetingTitle, texts.greeting), suggestions: EXAMPLES[locale] };
  return undefined;
}
