import type { Locale } from '../calendar/index.js';
import type { Verdict } from './guard.js';

const quoted = (texts: readonly string[]) => texts.map((text) => `”${text}”`).join(', ');

const guardTexts = {
  sv: {
    blocked: (numbers: readonly string[]) =>
      `Texten är inte skickad: den ser ut att innehålla ett personnummer eller samordningsnummer (${numbers.join(', ')}). Ta bort numret och skicka igen; resten av texten står kvar.`,
    words: (words: readonly string[]) =>
      `Texten är inte skickad än. Den kan säga något känsligt om någon: ${quoted(words)}. Ta bort det som inte behövs, eller tryck en gång till om det ska stå kvar.`,
    names: (names: readonly string[]) =>
      `Texten är inte skickad än. Den nämner någon vid namn: ${quoted(names)}. Skriv hellre funktionen, eller tryck en gång till om namnet ska stå kvar.`,
    both: (words: readonly string[], names: readonly string[]) =>
      `Texten är inte skickad än. Den kan säga något känsligt om någon (${quoted(words)}) och nämner någon vid namn (${quoted(names)}). Ta bort det som inte behövs, eller tryck en gång till om det ska stå kvar.`,
  },
  en: {
    blocked: (numbers: readonly string[]) =>
      `The text is not sent: it seems to hold a personal identity or coordination number (${numbers.join(', ')}). Remove the number and send again; the rest of the text is still there.`,
    words: (words: readonly string[]) =>
      `The text is not sent yet. It may say something sensitive about somebody: ${quoted(words)}. Remove what is not needed, or press once more if it is to stay.`,
    names: (names: readonly string[]) =>
      `The text is not sent yet. It names somebody: ${quoted(names)}. Rather write the function, or press once more if the name is to stay.`,
    both: (words: readonly string[], names: readonly string[]) =>
      `The text is not sent yet. It may say something sensitive about somebody (${quoted(words)}) and names somebody (${quoted(names)}). Remove what is not needed, or press once more if it is to stay.`,
  },
} as const satisfies Record<Locale, object>;

/** What the writer is told, in letters only, so that it may stand in a place that renders Markdown; undefined for a text that is free. */
export function verdictText(verdict: Verdict, locale: Locale): string | undefined {
  const texts = guardTexts[locale];
  switch (verdict.kind) {
    case 'free':
      return undefined;
    case 'blocked':
      return texts.blocked(verdict.numbers);
    case 'ask':
      if (verdict.names.length === 0) return texts.words(verdict.words);
      return verdict.words.length === 0 ? texts.names(verdict.names) : texts.both(verdict.words, verdict.names);
  }
}
