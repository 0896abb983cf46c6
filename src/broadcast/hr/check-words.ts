import type { Locale } from '../../calendar/index.js';
import { type GuardText, judge, verdictText } from '../../privacy/index.js';
import type { Announcement } from '../announcement.js';
import { hrTexts } from './texts.js';
import { LONGEST, type Values } from './values.js';

export type TypedWords = Pick<Values, 'title' | 'text' | 'titleEn' | 'textEn'>;

export interface CheckedWords {
  /** What must be mended, or meant, before the words may be sent; none when they may. */
  readonly problems: readonly string[];
  /** What the form carries from now on of what its writer was asked about. */
  readonly shown: string;
}

/** Checks the words as they were typed; `shown` is what the form carries of what was asked about before. Pure. */
export function checkWords(
  words: TypedWords & { readonly shown: string },
  { guard, locale }: { readonly guard: GuardText; readonly locale: Locale },
): CheckedWords {
  const texts = hrTexts[locale];
  const { title, text, titleEn, textEn } = trimmed(words);
  const verdict = judge(guard([title, text, titleEn, textEn].join('\n')), words.shown);
  const problems = [
    ...(title === '' ? [texts.titleMissing] : []),
    ...(text === '' ? [texts.textMissing] : []),
    ...((titleEn === '') === (textEn === '') ? [] : [texts.englishIncomplete]),
    ...([title, titleEn].some(({ length }) => length > LONGEST.title) ? [texts.titleTooLong(LONGEST.title)] : []),
    ...([text, textEn].some(({ length }) => length > LONGEST.text) ? [texts.textTooLong(LONGEST.text)] : []),
  ];
  const said = verdictText(verdict, locale);
  return {
    problems: said === undefined ? problems : [...problems, said],
    shown: verdict.kind === 'ask' ? verdict.shown : words.shown,
  };
}

/** What of words that were sent once was asked about then: whoever corrects them is asked about new ones alone. */
export function askedAbout({ title, text, titleEn, textEn }: TypedWords, guard: GuardText): string {
  const verdict = judge(guard([title, text, titleEn, textEn].join('\n')));
  return verdict.kind === 'ask' ? verdict.shown : '';
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
