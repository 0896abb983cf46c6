import type { Locale } from '../../calendar/index.js';

/** What rounds say to HR beside the strings of their cards, in both languages. */
export const planHrTexts = {
  sv: {
    onlyInPersonalChat: 'Uppföljningar gör och visar jag bara i vår egen chatt. Öppna den och skriv samma sak där.',
    formTitle: 'Ny uppföljning',
    listTitle: 'Uppföljningar',
    below: 'Kommer nedanför.',
    noPlansTitle: 'Det finns ingen plan att följa upp',
    noPlansLine:
      'Ta in en plan först: ladda upp filen (Excel, Word eller CSV) i vår chatt, eller låt systemförvaltaren köra ”npm run -s plan -- import FIL”. Skriv sedan ”ny uppföljning” igen.',
    plansMissing: 'Välj minst en plan.',
    planGone: 'En plan som du valde finns inte längre. Välj på nytt.',
    departmentGone: 'En avdelning som du valde finns inte längre i personalkatalogen. Välj på nytt.',
    yearUnreadable: 'Välj år.',
    titleTooLong: (most: number) => `Namnet får ha högst ${most} tecken.`,
    titleTaken: (title: string) => `Det finns redan en uppföljning som heter ”${title}”. Ge den här ett annat namn.`,
    deadlineMissing: 'Ange sista dag att svara.',
    deadlineUnreadable: 'Sista dag går inte att läsa. Skriv den som 2026-04-30.',
    deadlinePast: (day: string, today: string) =>
      `Sista dag (${day}) har passerat; i dag är det ${today}. Välj en senare dag.`,
    messageTooLong: (most: number) => `Meddelandet får ha högst ${most} tecken.`,
    nothingToAsk:
      'Det finns inget att fråga om: planerna du valt har inga aktiviteter, eller ingen av dem gäller de avdelningar du valt.',
    tooLarge: (place: string, items: number) =>
      `${place} skulle få ${items} frågor, fler än en enhet kan svara på. Följ upp färre planer i taget.`,
    draftGone: 'Det utkastet finns inte längre. Skriv ”ny uppföljning” för ett nytt formulär.',
    draftChanged: 'Utkastet har ändrats sedan kortet visades. Så här ser det ut nu; granska och tryck igen.',
    stillOpen: (count: number) =>
      count === 1
        ? 'En funktion som ingen har återstår: välj vem som svarar innan du skickar.'
        : `${count} funktioner som ingen har återstår: välj vem som svarar för dem innan du skickar.`,
    nobodyAsked:
      'Ingen skulle få en fråga. Välj vem som svarar för minst en funktion, eller ändra planer och avdelningar.',
    sentDifferently: (title: string) =>
      `Det här formuläret har redan skickat ”${title}”. Vill du skicka även det här, granska och tryck på Skicka igen.`,
    sentTitle: 'Uppföljningen är på väg',
    sentLine:
      'Kortet som visar hur det går kommer nedanför och följer med av sig självt. Skriv ”uppföljningar” för att se alla.',
    closedTitle: 'Formuläret är stängt',
    closedLine: 'Utkastet är borttaget. Uppföljningar som redan skickats påverkas inte.',
    functionGone: 'Den funktionen behöver ingen ersättare längre. Så här ser det ut nu.',
    chooseSomebody: 'Välj en person eller ”Ingen svarar”, eller skriv en e-postadress.',
    emailUnknown: (email: string) => `Ingen i din organisation har adressen ${email}. Rätta den, eller välj i listan.`,
    personGone: 'Den personen finns inte längre i personalkatalogen. Välj på nytt.',
    nobody: 'Ingen svarar',
    undecided: 'inte bestämt',
    notThere: 'Den uppföljningen finns inte i din organisation.',
    statusTitle: (title: string) => `Uppföljningen ”${title}”`,
    statusGone: 'Uppföljningen finns inte längre.',
    reminded: (count: number) =>
      count === 0
        ? 'Ingen påminns nu: alla som har fått kortet har svarat eller är redan påminda i dag.'
        : `${count} får en påminnelse.`,
    remindedLater: (at: string) => `Påminnelsen går ut ${at}, på arbetstid.`,
    closeAsk: (waiting: number) =>
      waiting === 0
        ? 'Alla svar har kommit in. Efter stängningen går de inte att ändra. Du kan öppna uppföljningen igen.'
        : `${waiting} svar saknas. Efter stängningen går det inte att svara eller ändra. Du kan öppna uppföljningen igen.`,
    closedRoundTitle: 'Uppföljningen är stängd',
    closedRoundLine: 'Inga fler svar tas emot. Kortet som visar hur det går har knappen ”Öppna igen”.',
    unchangedTitle: 'Ingenting är ändrat',
    unchangedLine: 'Uppföljningen är som den var.',
    notOpen: 'Uppföljningen är inte öppen, så det går inte nu.',
    extendedTitle: 'Sista dag är flyttad',
    extendedLine: (day: string) =>
      `Nu är sista dag ${day}. Korten hos dem som ska svara byts ut, och påminnelserna följer den nya dagen.`,
    reopenNone: 'Det finns inget svar att öppna igen än.',
    reopenGone: 'Det som du valde finns inte längre. Välj på nytt.',
    itself: (department: string) => `${department} (avdelningen själv)`,
    reopenedTitle: 'Frågan är öppen igen',
    reopenedLine: (text: string, place: string) =>
      `”${text}” (${place}) är obesvarad igen. Det tidigare svaret finns kvar i historiken.`,
    people: (count: string) => `${count} personer`,
    goneFromDirectory: 'Person som inte längre finns i personalkatalogen',
    units: (count: number) => (count === 1 ? '1 enhet' : `${count} enheter`),
    of: (part: string, whole: string) => `${part} av ${whole}`,
    answers: (share: string, done: string, persons: string) => `${share} svar · ${done} av ${persons} personer klara`,
    asked: (items: string, persons: string) => `${items} svar av ${persons} ${persons === '1' ? 'person' : 'personer'}`,
    questions: (count: number) => (count === 1 ? '1 fråga' : `${count} frågor`),
  },
  en: {
    onlyInPersonalChat: 'I make and show follow-ups only in our own chat. Open it and type the same there.',
    formTitle: 'New follow-up',
    listTitle: 'Follow-ups',
    below: 'It follows below.',
    noPlansTitle: 'There is no plan to follow up',
    noPlansLine:
      'Bring in a plan first: upload the file (Excel, Word or CSV) in our chat, or let the administrator run “npm run -s plan -- import FILE”. Then type “new follow-up” again.',
    plansMissing: 'Choose at least one plan.',
    planGone: 'A plan that you chose is no longer there. Please choose again.',
    departmentGone: 'A department that you chose is no longer in the directory. Please choose again.',
    yearUnreadable: 'Choose a year.',
    titleTooLong: (most: number) => `The name may have at most ${most} characters.`,
    titleTaken: (title: string) => `There is a follow-up called “${title}” already. Give this one another name.`,
    deadlineMissing: 'Give the last day to answer.',
    deadlineUnreadable: 'The last day cannot be read. Write it as 2026-04-30.',
    deadlinePast: (day: string, today: string) =>
      `The last day (${day}) has passed; today is ${today}. Choose a later day.`,
    messageTooLong: (most: number) => `The message may have at most ${most} characters.`,
    nothingToAsk:
      'There is nothing to ask about: the plans that you chose have no activities, or none of them concerns the departments that you chose.',
    tooLarge: (place: string, items: number) =>
      `${place} would get ${items} questions, more than one unit can answer. Follow up fewer plans at a time.`,
    draftGone: 'That draft is no longer there. Type “new follow-up” for a new form.',
    draftChanged: 'The draft has changed since the card was shown. This is how it looks now; check it and press again.',
    stillOpen: (count: number) =>
      count === 1
        ? 'One function that nobody holds is left: choose who answers before you send.'
        : `${count} functions that nobody holds are left: choose who answers for them before you send.`,
    nobodyAsked:
      'Nobody would be asked. Choose who answers for at least one function, or change plans and departments.',
    sentDifferently: (title: string) =>
      `This form has sent “${title}” already. If you want to send this as well, check it and press Send again.`,
    sentTitle: 'The follow-up is on its way',
    sentLine:
      'The card that shows how it goes follows below and keeps itself up to date. Type “follow-ups” to see all.',
    closedTitle: 'The form is closed',
    closedLine: 'The draft is removed. Follow-ups that were sent already are not affected.',
    functionGone: 'That function needs nobody instead any more. This is how it looks now.',
    chooseSomebody: 'Choose a person or “Nobody answers”, or write an e-mail address.',
    emailUnknown: (email: string) =>
      `Nobody in your organisation has the address ${email}. Correct it, or choose from the list.`,
    personGone: 'That person is no longer in the directory. Please choose again.',
    nobody: 'Nobody answers',
    undecided: 'not decided',
    notThere: 'There is no such follow-up in your organisation.',
    statusTitle: (title: string) => `The follow-up “${title}”`,
    statusGone: 'The follow-up is no longer there.',
    reminded: (count: number) =>
      count === 0
        ? 'Nobody is reminded now: all who have the card have answered or were reminded today.'
        : `${count} get a reminder.`,
    remindedLater: (at: string) => `The reminder goes out ${at}, in working hours.`,
    closeAsk: (waiting: number) =>
      waiting === 0
        ? 'All answers are in. Once it is closed they cannot be changed. You can open the follow-up again.'
        : `${waiting} answers are missing. Once it is closed nobody can answer or change. You can open the follow-up again.`,
    closedRoundTitle: 'The follow-up is closed',
    closedRoundLine: 'No more answers are taken. The card that shows how it goes has the button “Open again”.',
    unchangedTitle: 'Nothing has changed',
    unchangedLine: 'The follow-up is as it was.',
    notOpen: 'The follow-up is not open, so that cannot be done now.',
    extendedTitle: 'The last day is moved',
    extendedLine: (day: string) =>
      `The last day is now ${day}. The cards of those who are to answer are replaced, and reminders follow the new day.`,
    reopenNone: 'There is no answer to open again yet.',
    reopenGone: 'What you chose is no longer there. Please choose again.',
    itself: (department: string) => `${department} (the department itself)`,
    reopenedTitle: 'The question is open again',
    reopenedLine: (text: string, place: string) =>
      `“${text}” (${place}) is unanswered again. The earlier answer stays in the history.`,
    people: (count: string) => `${count} people`,
    goneFromDirectory: 'Somebody who is no longer in the directory',
    units: (count: number) => (count === 1 ? '1 unit' : `${count} units`),
    of: (part: string, whole: string) => `${part} of ${whole}`,
    answers: (share: string, done: string, persons: string) => `${share} answers · ${done} of ${persons} people done`,
    asked: (items: string, persons: string) =>
      `${items} answers by ${persons} ${persons === '1' ? 'person' : 'people'}`,
    questions: (count: number) => (count === 1 ? '1 question' : `${count} questions`),
  },
} as const satisfies Record<Locale, object>;
