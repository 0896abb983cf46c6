import type { Locale } from '../calendar/index.js';
import type { Verdict } from './guard.js';

const quoted = (texts: readonly string[]) => texts.map((text) => `”${text}”`).join(', ');
const listed = (parts: readonly string[], and: string) =>
  [parts.slice(0, -1).join(', '), parts.at(-1)].join(` ${and} `);
const KINDS = ['words', 'names', 'contacts'] as const;

const guardTexts = {
  sv: {
    blocked: (numbers: readonly string[]) =>
      `Texten är inte skickad: den ser ut att innehålla ett personnummer eller samordningsnummer (${numbers.join(', ')}). Ta bort numret och skicka igen; resten av texten står kvar.`,
    words: (words: readonly string[]) =>
      `Texten är inte skickad än. Den kan säga något känsligt om någon: ${quoted(words)}. Ta bort det som inte behövs, eller tryck en gång till om det ska stå kvar.`,
    names: (names: readonly string[]) =>
      `Texten är inte skickad än. Den nämner någon vid namn: ${quoted(names)}. Skriv hellre funktionen, eller tryck en gång till om namnet ska stå kvar.`,
    contacts: (contacts: readonly string[]) =>
      `Texten är inte skickad än. Den innehåller ett telefonnummer eller en e-postadress: ${quoted(contacts)}. Ta bort det som inte behövs, eller tryck en gång till om det ska stå kvar.`,
    several: (found: readonly string[]) =>
      `Texten är inte skickad än. Den ${listed(found, 'och')}. Ta bort det som inte behövs, eller tryck en gång till om det ska stå kvar.`,
    found: {
      words: (words: string) => `kan säga något känsligt om någon (${words})`,
      names: (names: string) => `nämner någon vid namn (${names})`,
      contacts: (contacts: string) => `innehåller ett telefonnummer eller en e-postadress (${contacts})`,
    },
  },
  en: {
    blocked: (numbers: readonly string[]) =>
      `The text is not sent: it seems to hold a personal identity or coordination number (${numbers.join(', ')}). Remove the number and send again; the rest of the text is still there.`,
    words: (words: readonly string[]) =>
      `The text is not sent yet. It may say something sensitive about somebody: ${quoted(words)}. Remove what is not needed, or press once more if it is to stay.`,
    names: (names: readonly string[]) =>
      `The text is not sent yet. It names somebody: ${quoted(names)}. Rather write the function, or press once more if the name is to stay.`,
    contacts: (contacts: readonly string[]) =>
      `The text is not sent yet. It holds a telephone number or an e-mail address: ${quoted(contacts)}. Remove what is not needed, or press once more if it is to stay.`,
    several: (found: readonly string[]) =>
      `The text is not sent yet. It ${listed(found, 'and')}. Remove what is not needed, or press once more if it is to stay.`,
    found: {
      words: (words: string) => `may say something sensitive about somebody (${words})`,
      names: (names: string) => `names somebody (${names})`,
      contacts: (contacts: string) => `holds a telephone number or an e-mail address (${contacts})`,
    },
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
    case 'ask': {
      const found = KINDS.filter((kind) => verdict[kind].length > 0);
      const [only] = found;
      if (only && found.length === 1) return texts[only](verdict[only]);
      return texts.several(found.map((kind) => texts.found[kind](quoted(verdict[kind]))));
    }
  }
}
