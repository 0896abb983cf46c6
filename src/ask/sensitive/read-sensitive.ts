import type { Locale } from '../../calendar/index.js';
import { detectLanguage } from '../text/language.js';
import { tokenise } from '../text/fold.js';
import { type Sentence, sentencesOf } from './clauses.js';
import { isCase } from './is-case.js';
import { type FormId, FORMS, type SensitiveKnowledge, type Topic } from './knowledge.js';
import { endsOf, findPersons } from './persons.js';
import { createFinder, type Finder } from './phrase.js';

/** Whether a message tells of a delicate case, asks how such things are worked with, or neither; in the language of the words. */
export type Sensitive =
  { readonly kind: 'tells' | 'asks-about'; readonly topic: Topic; readonly locale: Locale } | { readonly kind: 'no' };

type Found = Exclude<Sensitive, { kind: 'no' }>;

interface TopicWords {
  readonly topic: Topic;
  readonly acts: Finder;
  readonly subjects: Finder;
  readonly harmless: Finder;
}

interface Language {
  readonly locale: Locale;
  readonly forms: Readonly<Record<FormId, Finder>>;
  readonly topics: readonly TopicWords[];
}

/** Reads all words once; the function it returns is pure. Telling wins over asking, the topic that stands first wins. */
export function createReadSensitive({ topics, forms }: SensitiveKnowledge): (text: string) => Sensitive {
  const languages: Record<Locale, Language> = {
    sv: {
      locale: 'sv',
      forms: formsOf(forms.map(({ id, sv }) => [id, sv])),
      topics: topics.map((topic) => wordsOf(topic, [topic.acts, topic.subjects, topic.harmless])),
    },
    en: {
      locale: 'en',
      forms: formsOf(forms.map(({ id, en }) => [id, en])),
      topics: topics.map((topic) => wordsOf(topic, [topic.actsEn, topic.subjectsEn, topic.harmlessEn])),
    },
  };
  return (text) => {
    const sentences = sentencesOf(text);
    const read = (language: Locale) => sentences.flatMap((sentence) => readSentence(sentence, languages[language]));
    const locale = detectLanguage(tokenise(text));
    if (locale === undefined) return [...read('sv'), ...read('en')].sort(tellingFirst)[0] ?? { kind: 'no' };
    // The language is a guess ("for" may be "för"), so a case is looked for in the other one too; "hot" alone is none there.
    const other = read(locale === 'sv' ? 'en' : 'sv').filter(({ kind }) => kind === 'tells');
    return [...read(locale), ...other].sort(tellingFirst)[0] ?? { kind: 'no' };
  };
}

function tellingFirst(a: Found, b: Found): number {
  return Number(b.kind === 'tells') - Number(a.kind === 'tells');
}

function formsOf(forms: readonly (readonly [FormId, readonly string[]])[]): Readonly<Record<FormId, Finder>> {
  const entries = new Map(forms);
  return Object.fromEntries(FORMS.map((id) => [id, createFinder(entries.get(id) ?? [])])) as Record<FormId, Finder>;
}

function wordsOf(topic: Topic, [acts, subjects, harmless]: [string[], string[], string[]]): TopicWords {
  return {
    topic,
    acts: createFinder(acts, true),
    subjects: createFinder(subjects, true),
    harmless: createFinder(harmless),
  };
}

/** What the sentence says of each topic that it has words of. */
function readSentence(sentence: Sentence, { locale, forms, topics }: Language): Found[] {
  const { words } = sentence;
  const persons = findPersons(words, forms);
  const ends = endsOf(persons);
  return topics.flatMap(({ topic, acts, subjects, harmless }) => {
    const hits = [
      ...acts(words, ends).map((span) => ({ ...span, isAct: true })),
      ...subjects(words, ends).map((span) => ({ ...span, isAct: false })),
    ];
    const innocent = hits.length === 0 ? [] : harmless(words, ends);
    const meant = hits.filter((hit) => !innocent.some(({ start, end }) => hit.start < end && hit.end > start));
    if (meant.length === 0) return [];
    const tells = meant.some((hit) => isCase(hit, { sentence, persons, forms }));
    return [{ kind: tells ? 'tells' : 'asks-about', topic, locale } as const];
  });
}
