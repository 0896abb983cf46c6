import { detectLanguage, Lexicon, type Match, STOP_WORDS, tokenise } from '../../ask/index.js';
import { type Locale, LOCALES } from '../../calendar/index.js';
import type { ChecklistItem } from '../checklist/item.js';
import { namePartIn, type NameParts } from './names.js';
import { createItemsThatSay, type ItemsThatSay } from './items-that-say.js';
import { type ExitWord, type ExitWords, isExitWord } from './words.js';

/** What the words of a question say, before it is decided whether it is about an exit that is under way. */
export interface Reading {
  readonly locale: Locale | undefined;
  readonly length: number;
  readonly words: ReadonlySet<ExitWord>;
  /** Items of the checklist whose matters are named. */
  readonly items: readonly string[];
  /** One of these matters is asked about in no other sense. */
  readonly isTelling: boolean;
  /** Parts of people's names, folded. */
  readonly names: readonly string[];
  /** Items whose own words say what the question says is done ("lämna tillbaka"), and all of it that nothing else explains. */
  readonly said: readonly string[];
  /** Something that nothing explains. */
  readonly hasLoose: boolean;
}

export type Read = (question: string, names: NameParts) => Reading;

/** Builds the lexicons once; reading is pure. `speltRight` are words that misspell nothing; the checklist is read when first needed. */
export function createRead(
  entries: readonly ExitWords[],
  speltRight: ReadonlySet<string>,
  checklist: () => readonly ChecklistItem[],
): Read {
  const lexicons: Record<Locale, Lexicon> = { sv: new Lexicon(speltRight), en: new Lexicon(speltRight) };
  for (const { id, sv, en } of entries) {
    for (const form of sv) for (const locale of LOCALES) lexicons[locale].add(id, form);
    for (const form of en) lexicons.en.add(id, form);
  }
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const isDeed = (id: string) => byId.get(id)?.deed === true;
  let said: ItemsThatSay | undefined;
  const itemsThatSay: ItemsThatSay = (...wanted) =>
    (said ??= createItemsThatSay(checklist(), lexicons, isDeed))(...wanted);

  return (question, names) => {
    const tokens = tokenise(question);
    const locale = detectLanguage(tokens);
    const nameAt = new Map(tokens.map(({ index, folded }) => [index, namePartIn(folded, names)]));
    const isName = ({ start, end }: Match) =>
      [...nameAt].some(([index, name]) => name !== undefined && index < end && index + 1 > start);
    // A name is a name, also where it looks like a misspelt word of ours; and no guess makes a question another's.
    const isGuess = (match: Match) => match.concepts.includes('other') || isName(match);
    const matches = lexicons[locale ?? 'en'].find(tokens).filter((match) => match.quality >= SURE || !isGuess(match));
    const isExplained = (index: number) => matches.some(({ start, end }) => index < end && index + 1 > start);
    const named = tokens.flatMap(({ index }) => (isExplained(index) ? [] : (nameAt.get(index) ?? [])));
    const ids = matches.flatMap(({ concepts }) => concepts);
    const deeds = ids.filter(isDeed);
    const loose = tokens.filter(
      ({ index, text }) =>
        !isExplained(index) && nameAt.get(index) === undefined && text.length > 1 && !STOP_WORDS.has(text),
    );
    const matters = ids.flatMap((id) => (byId.get(id)?.items ? [byId.get(id)!] : []));
    return {
      locale,
      length: tokens.length,
      words: new Set<ExitWord>([...ids.filter(isExitWord), ...(deeds.length > 0 ? (['act'] as const) : [])]),
      items: [...new Set(matters.flatMap(({ items = [] }) => items))],
      isTelling: matters.some(({ own }) => own !== true),
      names: named,
      said: itemsThatSay(
        deeds,
        loose.map(({ folded }) => folded),
      ),
      hasLoose: loose.length > 0,
    };
  };
}

/** So sure is a word that is typed as it stands or inflected; less is a guess at a misspelling. */
const SURE = 0.95;
