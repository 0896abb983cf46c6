/** What may stand between and around a function without naming another one. */
const FILLERS = new Set(
  'alla samtliga varje respektive berörd berörda närmaste ansvarig ansvariga för inom på i vid den det de resp'.split(
    ' ',
  ),
);
const SHORT: Readonly<Record<string, string>> = {
  bitr: 'biträdande',
  ec: 'enhetschef',
  ac: 'avdelningschef',
  avdelningchef: 'avdelningschef',
  avdelningchefer: 'avdelningschefer',
  usk: 'undersköterska',
};
/** Rektor is the preschool head's title since July 2019; older plans and some directories have the one before. */
const SAME: readonly (readonly [string, string])[] = [['förskolechef', 'rektor']];
const ENDINGS = new Set([
  '',
  'n',
  'en',
  'et',
  't',
  'na',
  'er',
  'erna',
  'ar',
  'arna',
  'or',
  'orna',
  'a',
  'e',
  'r',
  'rna',
  's',
  'ns',
  'ens',
  'ers',
  'ernas',
  'nas',
]);

/** The words of a function, a unit or a department that say something: "samtliga HR-konsulter" -> hr, konsulter. */
export function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => SHORT[word] ?? word).filter((word) => !FILLERS.has(word));
}

/** Whether two words are forms of one: "enhetschefer" and "Enhetschef", "samordnarna" and "samordnare". */
export function isSameWord(one: string, other: string): boolean {
  const isForm = (word: string, base: string) =>
    [base, base.replace(/[ae]$/u, '')].some(
      (start) => start.length > 1 && word.startsWith(start) && ENDINGS.has(word.slice(start.length)),
    );
  if (isForm(one, other) || isForm(other, one)) return true;
  return SAME.some(
    ([old, now]) => (isForm(one, old) && isForm(other, now)) || (isForm(one, now) && isForm(other, old)),
  );
}

export function holdsWord(words: readonly string[], wanted: string): boolean {
  return words.some((word) => isSameWord(word, wanted));
}
