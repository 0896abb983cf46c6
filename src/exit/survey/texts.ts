import type { IsoDate, Locale } from '../../calendar/index.js';

/** What the survey says beside its questions and the strings of its cards. */
export const surveyTexts = {
  sv: {
    title: 'Enkät till dig som slutar',
    summary: (day: IsoDate) => `Enkät till dig som slutar, frivillig, öppen till och med ${day}`,
    open: (day: IsoDate) => `Öppen till och med ${day}.`,
    reminder: (day: IsoDate) =>
      `Påminnelse: enkäten till dig som slutar är öppen till och med ${day}. Du hittar den i kortet ”Enkät till dig som slutar” längre upp i den här chatten. Har du redan svarat, bortse från det här: vi vet inte vilka som har svarat.`,
    reminderOver: 'Enkäten till dig som slutar är stängd.',
    closed: 'Enkäten är stängd. Den var öppen till och med sista arbetsdagen.',
    gone: 'Enkäten gäller inte längre.',
    notYours: 'Den här enkäten är inte din, eller så gäller den inte längre.',
    stored: 'Tack! Ditt svar är sparat, utan ditt namn. Ingen kan ändra eller ta fram just ditt svar.',
    already:
      'Det här kortet är redan skickat, och svaret är sparat. Det kan inte ändras, eftersom ingen vet vilket som är ditt.',
    empty:
      'Du har inte svarat på någon fråga än, så inget är skickat. Svara på det du vill, eller lämna enkäten som den är.',
    tooMany: (most: number) => `Du har valt fler än ${most}. Ta bort någon, så går det vidare.`,
    mainMissing: 'Det viktigaste skälet är inte bland de tre som du har valt. Välj ett av dem, eller ta bort ett skäl.',
    tooLong: (most: number, has: number) =>
      `Texten är ${has} tecken lång och får vara högst ${most}. Korta den; den står kvar här nedanför.`,
    tooLongToShow: 'Texten är för lång för kortet. Korta den och försök igen; den står kvar.',
    unreadable: 'Kortet gick inte att läsa. Öppna enkäten på nytt från det första kortet.',
    page: (page: number, pages: number) => `Sida ${page} av ${pages}. Hoppa över vad du vill.`,
    scale: ['1 Instämmer inte alls', '2', '3', '4', '5 Instämmer helt', 'Vet ej eller ej aktuellt'],
    contactAsked:
      'HR har fått veta att du vill bli kontaktad. Det sparas skilt från enkäten: ingen ser vad du har svarat.',
    contactTitle: 'Någon som slutar vill bli kontaktad',
    contact: (name: string, place: string) =>
      `${name}, ${place}, vill bli kontaktad av HR innan sista arbetsdagen. Fråga personen själv vad det gäller. Enkätsvaret är inte kopplat till personen.`,
    mineOpen: (day: IsoDate) =>
      `Enkäten till dig som slutar är öppen till och med ${day}. Du hittar den i kortet ”Enkät till dig som slutar” längre upp i den här chatten. Den är frivillig, och ingen ser vem som har svarat.`,
    mineComing: (day: IsoDate) =>
      `Enkäten till dig som slutar kommer hit som ett kort ${day}, och är öppen till och med din sista arbetsdag. Den är frivillig.`,
    mineNotAsked: 'Enkäten går till den som slutar efter minst sex månader, så du får ingen.',
    mineNone:
      'Du har ingen enkät: den kommer hit av sig själv till den som slutar, tre veckor före sista arbetsdagen. Vad enkäterna visar läser HR.',
    onlyInPersonalChat: 'Om enkäten talar vi bara i vår egen chatt. Öppna den och skriv samma sak där.',
    contactGone: 'Någon som slutar ville bli kontaktad, men finns inte längre i katalogen.',
  },
  en: {
    title: 'Survey for you who are leaving',
    summary: (day: IsoDate) => `Survey for you who are leaving, voluntary, open until ${day}`,
    open: (day: IsoDate) => `Open until ${day}.`,
    reminder: (day: IsoDate) =>
      `Reminder: the survey for you who are leaving is open until ${day}. You find it in the card “Survey for you who are leaving” further up in this chat. If you have answered already, disregard this: we do not know who has answered.`,
    reminderOver: 'The survey for you who are leaving is closed.',
    closed: 'The survey is closed. It was open until the last working day.',
    gone: 'The survey does not apply any more.',
    notYours: 'This survey is not yours, or it does not apply any more.',
    stored: 'Thank you! Your answer is stored, without your name. Nobody can change or find the answer that is yours.',
    already:
      'This card was sent already, and the answer is stored. It cannot be changed, since nobody knows which one is yours.',
    empty:
      'You have not answered any question yet, so nothing was sent. Answer what you like, or leave the survey as it is.',
    tooMany: (most: number) => `You have chosen more than ${most}. Remove one to go on.`,
    mainMissing: 'The main reason is not among the three that you have chosen. Choose one of them, or remove a reason.',
    tooLong: (most: number, has: number) =>
      `The text is ${has} characters long and may have ${most} at most. Shorten it; it is still there below.`,
    tooLongToShow: 'The text is too long for the card. Shorten it and try again; it is still there.',
    unreadable: 'The card could not be read. Open the survey anew from the first card.',
    page: (page: number, pages: number) => `Page ${page} of ${pages}. Skip what you like.`,
    scale: ['1 Do not agree at all', '2', '3', '4', '5 Fully agree', "Don't know or not relevant"],
    contactAsked:
      'HR has been told that you want to be contacted. It is stored apart from the survey: nobody sees what you answered.',
    contactTitle: 'Somebody who is leaving wants to be contacted',
    contact: (name: string, place: string) =>
      `${name}, ${place}, wants to be contacted by HR before the last working day. Ask what it is about. The answer to the survey is not linked to the person.`,
    mineOpen: (day: IsoDate) =>
      `The survey for you who are leaving is open until ${day}. You find it in the card “Survey for you who are leaving” further up in this chat. It is voluntary, and nobody sees who has answered.`,
    mineComing: (day: IsoDate) =>
      `The survey for you who are leaving comes here as a card on ${day}, and is open until your last working day. It is voluntary.`,
    mineNotAsked: 'The survey goes to those who leave after at least six months, so you do not get one.',
    mineNone:
      'You have no survey: it comes here by itself to whoever leaves, three weeks before the last working day. What the surveys show is read by HR.',
    onlyInPersonalChat: 'We speak of the survey only in our own chat. Open it and type the same there.',
    contactGone: 'Somebody who is leaving wanted to be contacted, but is no longer in the directory.',
  },
} as const satisfies Record<Locale, object>;
