import type { Locale } from '../calendar/index.js';

/** What questions to HR say beside the strings of their cards, in both languages. */
export const questionTexts = {
  sv: {
    tooLong: (max: number) => `Texten är inte skickad: den är längre än ${max} tecken. Korta den och skicka igen.`,
    questionEmpty: 'Skriv din fråga först.',
    answerEmpty: 'Skriv ditt svar först.',
    reasonEmpty: 'Skriv först varför frågan stängs utan svar; den som frågade läser det.',
    alreadySent: (question: string) =>
      `Du har redan skickat en fråga från det här formuläret: ”${question}”. Tryck på Skicka om du vill skicka texten nedan som en fråga till.`,
    onlyInPersonalChat:
      'Frågorna visar jag bara i vår egen chatt, eftersom namn står i dem. Öppna den och skriv "frågor" där.',
    sendInPersonalChat: 'Ställ frågan i vår egen chatt, så kan du skicka den till HR därifrån.',
    formTitle: 'Skicka frågan till HR',
    formBelow: 'Formuläret kommer nedanför.',
    cardBelow: 'Frågan kommer nedanför.',
    listTitle: 'Frågor till HR',
    newQuestion: 'Ny fråga till HR',
    yourQuestion: 'Din fråga till HR',
    answered: 'HR har svarat på din fråga',
    closed: 'HR har stängt din fråga',
    leftDirectory: 'någon som inte längre finns i katalogen',
    hr: 'HR',
    gone: 'Frågan finns inte längre.',
    channel: {
      title: 'Frågor till HR i den här kanalen',
      whereToType: 'Skriv "frågor hit" i den kanal där HR vill ha frågorna, med mig nämnd: @UBARA frågor hit.',
      removed: 'Frågorna till HR kommer i era egna chattar med mig från och med nu.',
    },
    by: (name: string, at: string) => `${name}, ${at}`,
    waits: 'Väntar på att någon på HR tar den',
    isMine: (at: string) => `Du har den sedan ${at}`,
    isTheirs: (name: string, at: string) => `${name} har den sedan ${at}`,
    wasAnswered: (name: string, at: string) => `Besvarad av ${name} ${at}`,
    wasClosed: (name: string, at: string) => `Stängd utan svar av ${name} ${at}`,
    refused: {
      claimed: (name: string) => `${name} hann före och har redan frågan.`,
      answered: (name: string) => `${name} har redan svarat på frågan.`,
      closed: (name: string) => `${name} har redan stängt frågan.`,
    },
    reach: {
      left: 'Den som frågade finns inte längre i katalogen, så ett svar når inte fram hit i chatten.',
      'no-chat':
        'Den som frågade har ingen chatt med mig nu, så ett svar når inte fram. Kontakta personen på annat sätt.',
      'on-its-way': 'Svaret är på väg till den som frågade.',
      delivered: 'Svaret har kommit fram i chatten.',
      failed: 'Svaret kom inte fram. Kontakta personen på annat sätt.',
      uncertain: 'Teams sade inte om svaret kom fram. Hör gärna av dig till personen.',
    },
    status: {
      sent: 'Skickad. Någon på HR tar hand om den, och du får svaret här.',
      claimed: (who: string) => `HR (${who}) arbetar med din fråga.`,
      answered: (who: string, at: string) => `Besvarad av ${who} på HR ${at}. Svaret står i ett eget meddelande.`,
      closed: (who: string, at: string) => `Stängd utan svar av ${who} på HR ${at}. Varför står i ett eget meddelande.`,
    },
    answeredBy: (who: string, organisation: string, at: string) => `${who}, HR på ${organisation}, ${at}`,
  },
  en: {
    tooLong: (max: number) => `The text is not sent: it is longer than ${max} characters. Shorten it and send again.`,
    questionEmpty: 'Write your question first.',
    answerEmpty: 'Write your answer first.',
    reasonEmpty: 'First write why the question is closed without an answer; whoever asked reads it.',
    alreadySent: (question: string) =>
      `You have sent a question with this form already: “${question}”. Press Send if you want to send the text below as another question.`,
    onlyInPersonalChat:
      'I show the questions only in our own chat, since names stand in them. Open it and type "questions" there.',
    sendInPersonalChat: 'Ask the question in our own chat, and you can send it to HR from there.',
    formTitle: 'Send the question to HR',
    formBelow: 'The form follows below.',
    cardBelow: 'The question follows below.',
    listTitle: 'Questions to HR',
    newQuestion: 'New question to HR',
    yourQuestion: 'Your question to HR',
    answered: 'HR has answered your question',
    closed: 'HR has closed your question',
    leftDirectory: 'somebody who is no longer in the directory',
    hr: 'HR',
    gone: 'The question is no longer there.',
    channel: {
      title: 'Questions to HR in this channel',
      whereToType:
        'Type "questions here" in the channel where HR wants the questions, mentioning me: @UBARA questions here.',
      removed: 'Questions to HR come in your own chats with me from now on.',
    },
    by: (name: string, at: string) => `${name}, ${at}`,
    waits: 'Waits for somebody of HR to take it',
    isMine: (at: string) => `You have had it since ${at}`,
    isTheirs: (name: string, at: string) => `${name} has had it since ${at}`,
    wasAnswered: (name: string, at: string) => `Answered by ${name} ${at}`,
    wasClosed: (name: string, at: string) => `Closed without an answer by ${name} ${at}`,
    refused: {
      claimed: (name: string) => `${name} was first and has the question already.`,
      answered: (name: string) => `${name} has answered the question already.`,
      closed: (name: string) => `${name} has closed the question already.`,
    },
    reach: {
      left: 'Whoever asked is no longer in the directory, so an answer does not arrive in the chat.',
      'no-chat': 'Whoever asked has no chat with me now, so an answer does not arrive. Contact the person another way.',
      'on-its-way': 'The answer is on its way to whoever asked.',
      delivered: 'The answer has arrived in the chat.',
      failed: 'The answer did not arrive. Contact the person another way.',
      uncertain: 'Teams did not say whether the answer arrived. Please get in touch with the person.',
    },
    status: {
      sent: 'Sent. Somebody of HR takes care of it, and you get the answer here.',
      claimed: (who: string) => `HR (${who}) is working on your question.`,
      answered: (who: string, at: string) => `Answered by ${who} of HR ${at}. The answer is a message of its own.`,
      closed: (who: string, at: string) =>
        `Closed without an answer by ${who} of HR ${at}. Why is a message of its own.`,
    },
    answeredBy: (who: string, organisation: string, at: string) => `${who}, HR at ${organisation}, ${at}`,
  },
} as const satisfies Record<Locale, object>;
