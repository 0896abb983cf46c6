import type { Locale } from '../calendar/index.js';

/** What the people feature says, in both languages. Card headings stand in cards/people. */
export const peopleTexts = {
  sv: {
    unknown: (id: string) =>
      'Du finns inte i min personalkatalog ännu, så jag vet inte var du arbetar. Be HR på din förvaltning att lägga till dig ' +
      `(ditt id i Entra är ${id}). Frågor kan du ställa till mig redan nu.`,
    onlyInPersonalChat: 'Din profil visar jag bara i vår egen chatt. Öppna den och skriv "min profil" där.',
    languageChosen: 'Nu svarar jag på svenska i den här chatten. Skriv "english" för engelska.',
  },
  en: {
    unknown: (id: string) =>
      'You are not in my staff directory yet, so I do not know where you work. Ask HR in your administration to add you ' +
      `(your id in Entra is ${id}). You can ask me questions already.`,
    onlyInPersonalChat: 'I show your profile only in our own chat. Open it and type "my profile" there.',
    languageChosen: 'I answer in English in this chat from now on. Type "svenska" for Swedish.',
  },
} as const satisfies Record<Locale, PeopleTexts>;

interface PeopleTexts {
  unknown(id: string): string;
  readonly onlyInPersonalChat: string;
  readonly languageChosen: string;
}
