import type { Locale } from '../calendar/index.js';

/** What feedback says beside the strings of its cards, in both languages. */
export const feedbackTexts = {
  sv: {
    thanks: 'Tack, ditt omdöme är sparat utan ditt namn.',
    cardTooOld:
      'Kortet hör till en äldre version, så omdömet gick inte att spara. Ställ frågan igen och använd tummarna där.',
    whichAnswer:
      'Jag vet inte längre vilket svar din tumme gäller, så den är inte sparad. Använd knapparna 👍 och 👎 på svarets kort i stället.',
    questionTooLong: (max: number) =>
      `Frågan är inte skickad: den är längre än ${max} tecken. Korta den och skicka igen.`,
    questionWithNumber:
      'Frågan är inte skickad: den ser ut att innehålla ett personnummer eller samordningsnummer. Ta bort numret och skicka igen; resten av texten står kvar.',
    questionEmpty: 'Skriv din fråga först.',
    alreadySent: (question: string) =>
      `Du har redan skickat en fråga från det här formuläret: ”${question}”. Tryck på Skicka om du vill skicka texten nedan som en fråga till.`,
    onlyInPersonalChat:
      'Frågorna visar jag bara i vår egen chatt, eftersom namn står i dem. Öppna den och skriv "frågor" där.',
    sendInPersonalChat: 'Ställ frågan i vår egen chatt, så kan du skicka den till HR därifrån.',
    formTitle: 'Skicka frågan till HR',
    formBelow: 'Formuläret kommer nedanför.',
    listTitle: 'Frågor till assistenten',
    leftDirectory: 'någon som inte längre finns i katalogen',
  },
  en: {
    thanks: 'Thank you, your rating is saved without your name.',
    cardTooOld:
      'The card belongs to an older version, so the rating could not be saved. Ask the question again and use the thumbs there.',
    whichAnswer:
      'I no longer know which answer your thumb is about, so it is not saved. Please use the buttons 👍 and 👎 on the card of the answer instead.',
    questionTooLong: (max: number) =>
      `The question is not sent: it is longer than ${max} characters. Shorten it and send again.`,
    questionWithNumber:
      'The question is not sent: it seems to hold a personal identity or coordination number. Remove the number and send again; the rest of the text is still there.',
    questionEmpty: 'Write your question first.',
    alreadySent: (question: string) =>
      `You have sent a question with this form already: “${question}”. Press Send if you want to send the text below as another question.`,
    onlyInPersonalChat:
      'I show the questions only in our own chat, since names stand in them. Open it and type "questions" there.',
    sendInPersonalChat: 'Ask the question in our own chat, and you can send it to HR from there.',
    formTitle: 'Send the question to HR',
    formBelow: 'The form follows below.',
    listTitle: 'Questions to the assistant',
    leftDirectory: 'somebody who is no longer in the directory',
  },
} as const satisfies Record<Locale, object>;
