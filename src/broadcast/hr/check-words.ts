import type { Locale } from '../../calendar/index.js';
import { holdsPersonalNumber } from '../../privacy/index.js';
import type { Announcement } from '../announcement.js';
import { hrTexts } from './texts.js';
import { LONGEST, type Values } from './values.js';

export type TypedWords = Pick<Values, 'title' | 'text' | 'titleEn' | 'textEn'>;

/** What must be mended in the words before they may be sent. */
export function problemsOfWords(words: TypedWords, locale: Locale): string[] {
  const texts = hrTexts[locale];
  const { title, text, titleEn, textEn } = trimmed(words);
  const hasNumber = [title, text, titleEn, textEn].some(holdsPersonalNumber);
  return [
    ...(title === '' ? [texts.titleMissing] : []),
    ...(text === '' ? [texts.textMissing] : []),
    ...((titleEn === '') === (textEn === '') ? [] : [texts.englishIncomplete]),
    ...([title, titleEn].some(({ length }) => length > LONGEST.title) ? [texts.titleTooLong(LONGEST.title)] : []),
    ...([text, textEn].some(({ length }) => length > LONGEST.text) ? [texts.textTooLong(LONGEST.text)] : []),
    ...(hasNumber ? [texts.personalNumber] : []),
  ];
}

export function wordsOf(words: TypedWords): Pick<Announcement, 'sv' | 'en'> {
  const { title, text, titleEn, textEn } = trimmed(words);
  return { sv: { title, text }, ...(titleEn === '' ? {} : { en: { title: titleEn, text: textEn } }) };
}

export function typedWords({ sv, en }: Pick<Announcement, 'sv' | 'en'>): TypedWords {
  return { title: sv.title, text: sv.text, titleEn: en?.title ?? '', textEn: en?.text ?? '' };
}

function trimmed({ title, text, titleEn, textEn }: TypedWords): TypedWords {
  return { title: title.trim(), text: text.trim(), titleEn: titleEn.trim(), textEn: textEn.trim() };
}
