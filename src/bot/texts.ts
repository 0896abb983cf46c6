import type { Locale } from '../calendar/index.js';

/** All sentences that the edge itself says, so that they can be read and reviewed as a whole. */
export const texts = {
  sv: {
    errorTitle: 'Något gick fel hos mig',
    error: (reference: string) =>
      `Jag kunde inte göra klart det du bad om, och felet är noterat. Försök igen om en stund. Hjälper inte det: kontakta HR och uppge felnummer ${reference}.`,
    storageTitle: 'Jag kommer inte åt det jag har sparat',
    pressAgain: (reference: string) =>
      `Jag kunde inte spara just nu. Det du skrev står kvar: tryck på samma knapp igen om en stund. Hann det ändå sparas märker jag det, så inget sparas två gånger. Hjälper inte det: kontakta HR och uppge felnummer ${reference}.`,
    writeAgain: (reference: string) =>
      `Jag kommer inte åt det jag har sparat just nu. Skriv samma sak igen om en stund. Hjälper inte det: kontakta HR och uppge felnummer ${reference}.`,
    notKeptTitle: 'Jag kunde inte spara vårt samtal',
    notKept: (reference: string) =>
      `Det jag skrev ovanför gäller, men jag minns det inte till din nästa fråga. Skriv den därför i sin helhet. Händer det igen: kontakta HR och uppge felnummer ${reference}.`,
    denied: 'Det här får din roll inte göra. Fråga HR om du tror att det är fel.',
    guest: 'Den här assistenten är bara för anställda i organisationen, så jag kan inte svara dig.',
    unknownVerb:
      'Knappen hör till en äldre version av kortet och fungerar inte längre. Skriv "hjälp" för att få ett nytt.',
    unknownSearch: 'Sökningen hör till en äldre version av appen. Uppdatera appen i Teams.',
    invalid: (fields: string) =>
      `Kortets uppgifter gick inte att läsa (${fields}). Inget har ändrats. Öppna kortet på nytt och försök igen.`,
    tooMany: 'Nu går det fortare än jag hinner med. Vänta en liten stund och försök igen; inget har ändrats.',
    empty: 'Jag läser bara text. Skriv en fråga, eller "hjälp" för att se vad jag kan.',
    tooLong: (max: number) => `Frågan är för lång för mig (högst ${max} tecken). Korta ner den och fråga igen.`,
    asked: (question: string) => `Din fråga: ${question}`,
    posted: 'Svaret kommer nedanför.',
    done: 'Klart.',
  },
  en: {
    errorTitle: 'Something went wrong on my side',
    error: (reference: string) =>
      `I could not finish what you asked for, and the fault has been noted. Please try again in a moment. If that does not help, contact HR and give reference ${reference}.`,
    storageTitle: 'I cannot reach what I have saved',
    pressAgain: (reference: string) =>
      `I could not save just now. What you typed is still there: press the same button again in a moment. If it was saved after all I will notice, so nothing is saved twice. If that does not help, contact HR and give reference ${reference}.`,
    writeAgain: (reference: string) =>
      `I cannot reach what I have saved just now. Please write the same again in a moment. If that does not help, contact HR and give reference ${reference}.`,
    notKeptTitle: 'I could not save our conversation',
    notKept: (reference: string) =>
      `What I wrote above holds, but I will not remember it for your next question, so please write that one out in full. If this happens again, contact HR and give reference ${reference}.`,
    denied: 'Your role may not do this. Ask HR if you think that is wrong.',
    guest: 'This assistant is only for employees of the organisation, so I cannot answer you.',
    unknownVerb: 'The button belongs to an older version of the card and no longer works. Type "help" for a new one.',
    unknownSearch: 'The search belongs to an older version of the app. Update the app in Teams.',
    invalid: (fields: string) =>
      `The data of the card could not be read (${fields}). Nothing has changed. Open the card again and retry.`,
    tooMany: 'That is faster than I can manage. Please wait a moment and try again; nothing has changed.',
    empty: 'I only read text. Type a question, or "help" to see what I can do.',
    tooLong: (max: number) =>
      `The question is too long for me (at most ${max} characters). Please shorten it and ask again.`,
    asked: (question: string) => `Your question: ${question}`,
    posted: 'The answer follows below.',
    done: 'Done.',
  },
} as const satisfies Record<Locale, object>;
