/**
 * Swedish (and plain English) endings, longest first. Made for matching inflected words against a vocabulary, where both
 * sides pass the same function: what matters is that the forms of one word meet, not that the stem is a word. Verb endings are left alone: they would make "planerade" (planned) and "planerare" (planners) one
 * word. Snowball's Swedish stemmer leaves "förskolan" and "sjukfrånvaron" as they are, the very forms that managers type.
 */
const ENDINGS = [
  'heternas',
  'heterna',
  'heters',
  'heten',
  'heter',
  'arnas',
  'ornas',
  'ernas',
  'arens',
  'andet',
  'arna',
  'orna',
  'erna',
  'aren',
  'ares',
  'are',
  'ens',
  'ets',
  'ena',
  'ans',
  'ars',
  'ers',
  'ors',
  'nas',
  'or',
  'ar',
  'er',
  'en',
  'et',
  'an',
  'es',
  'as',
  'na',
  'ns',
  'ts',
  'a',
  'e',
  't',
  'n',
  's',
] as const;

const SHORTEST_STEM = 3;

/** The stem of a folded word: "forskolornas" -> "forskol", "sjukfranvaron" -> "sjukfranvaro". Figures stay. */
export function stem(folded: string): string {
  if (/^\d/.test(folded)) return folded;
  // "Verksamhet" meets "verksamheter"; "enhet" has nothing before its ending and stays, as "enheter" does.
  if (folded.endsWith('het')) return folded.length - 3 >= SHORTEST_STEM ? folded.slice(0, -3) : folded;
  for (const ending of ENDINGS)
    if (folded.length - ending.length >= SHORTEST_STEM && folded.endsWith(ending))
      return folded.slice(0, -ending.length);
  return folded;
}
