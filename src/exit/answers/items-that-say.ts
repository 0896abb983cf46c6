import { type Lexicon, stem, tokenise } from '../../ask/index.js';
import { type Locale, LOCALES } from '../../calendar/index.js';
import type { ChecklistItem } from '../checklist/item.js';

/** Ids of the items whose words say all of these deeds and hold all of these folded words; none where nothing is asked for. */
export type ItemsThatSay = (deeds: readonly string[], words: readonly string[]) => readonly string[];

/**
 * Reads what each item of the checklist says is done, by the same vocabulary as questions, and the stems of its words: so that HR
 * may add an item ("Lämna tillbaka arbetskläder") and need list no phrases by which it is asked for.
 */
export function createItemsThatSay(
  checklist: readonly ChecklistItem[],
  lexicons: Readonly<Record<Locale, Lexicon>>,
  isDeed: (id: string) => boolean,
): ItemsThatSay {
  const read = checklist.flatMap((item) =>
    LOCALES.map((locale) => {
      const tokens = tokenise(item[locale]);
      const deeds = lexicons[locale].find(tokens).flatMap(({ concepts }) => concepts.filter(isDeed));
      return { id: item.id, deeds: new Set(deeds), stems: new Set(tokens.map(({ folded }) => stem(folded))) };
    }),
  );
  return (deeds, words) => {
    if (deeds.length + words.length === 0) return [];
    const found = read.filter(
      (one) => deeds.every((deed) => one.deeds.has(deed)) && words.every((word) => one.stems.has(stem(word))),
    );
    return [...new Set(found.map(({ id }) => id))];
  };
}
