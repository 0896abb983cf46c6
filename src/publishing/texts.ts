import type { Locale } from '../calendar/index.js';

/** What publishing says beside the strings of its cards, in both languages. */
export const publishingTexts = {
  sv: {
    formTitle: 'Förhandsgranska rutinen',
    formBelow: 'Förhandsgranskningen kommer nedanför.',
    notAnswered: 'Bara en besvarad fråga kan bli en rutin.',
    gone: 'Frågan finns inte längre.',
    listTitle: 'Publicerade svar',
    onlyInPersonalChat: 'Publicerade svar visar jag bara i vår egen chatt. Öppna den och skriv "publicerade svar" där.',
    titleEmpty: 'Skriv en rubrik.',
    textEmpty: 'Skriv svaret.',
    phaseEmpty: 'Välj vilken del av UBARA det gäller.',
    wordingsEmpty: 'Skriv minst ett sätt att ställa frågan.',
    tooLong: (what: string, max: number) => `Rutinen är inte publicerad: ${what} är för lång (högst ${max} tecken).`,
    tooMany: (max: number) => `Rutinen är inte publicerad: högst ${max} sätt att fråga, ett på varje rad.`,
    changed: (name: string, version: number) =>
      `${name} har ändrat rutinen under tiden (version ${version}). Din text står kvar här nedanför; tryck en gång till om den ska ersätta den nya.`,
    somebody: 'Någon annan',
    everybody: 'Alla i organisationen',
    line: (day: string, version: number, name: string) => `${day}, version ${version}, ${name}`,
    left: 'någon som inte längre finns i katalogen',
  },
  en: {
    formTitle: 'Preview of the routine',
    formBelow: 'The preview follows below.',
    notAnswered: 'Only an answered question can become a routine.',
    gone: 'The question is no longer there.',
    listTitle: 'Published answers',
    onlyInPersonalChat: 'I show published answers only in our own chat. Open it and type "published answers" there.',
    titleEmpty: 'Write a title.',
    textEmpty: 'Write the answer.',
    phaseEmpty: 'Choose which part of UBARA it is about.',
    wordingsEmpty: 'Write at least one way to ask the question.',
    tooLong: (what: string, max: number) =>
      `The routine is not published: ${what} is too long (at most ${max} characters).`,
    tooMany: (max: number) => `The routine is not published: at most ${max} ways to ask, one on each line.`,
    changed: (name: string, version: number) =>
      `${name} has changed the routine meanwhile (version ${version}). Your text is still below; press once more if it is to replace the new one.`,
    somebody: 'Somebody else',
    everybody: 'Everybody in the organisation',
    line: (day: string, version: number, name: string) => `${day}, version ${version}, ${name}`,
    left: 'somebody who is no longer in the directory',
  },
} as const satisfies Record<Locale, object>;
