import type { Locale } from '../../calendar/index.js';
import { type Fault, LONGEST } from '../round/transitions.js';
import type { ActivityStatus, GoalStatus } from '../round/statuses.js';

/** A sign before each status, beside its word: nothing is said by a sign or a colour alone. */
export const STATUS_SIGNS: Readonly<Record<ActivityStatus | GoalStatus, string>> = {
  'ej påbörjad': '○',
  pågår: '▶',
  klar: '✓',
  försenad: '!',
  avvikelse: '△',
  avbruten: '✕',
  'uppfylls helt': '✓',
  'uppfylls delvis': '◐',
  'uppfylls inte': '✕',
};

type Words = Readonly<Record<ActivityStatus | GoalStatus, string>>;
type FaultTexts = Readonly<Record<Fault, string>>;

const tooLong = (field: string, most: number) =>
  `${field} får ha högst ${most} tecken. Korta texten; den står kvar här.`;
const tooLongEn = (field: string, most: number) =>
  `${field} may have at most ${most} characters. Shorten the text; it is still here.`;

const faultsSv: FaultTexts = {
  'status-missing': 'Välj en status.',
  'fulfilment-missing': 'Välj hur målet uppfylls.',
  'outcome-missing': 'Skriv utfallet.',
  'outcome-no-figure': 'Skriv utfallet som ett tal, till exempel 8,2. Förklaringen skriver du under Analys.',
  'outcomeWomen-no-figure': 'Skriv utfallet för kvinnor/flickor som ett tal, eller lämna fältet tomt.',
  'outcomeMen-no-figure': 'Skriv utfallet för män/pojkar som ett tal, eller lämna fältet tomt.',
  'reason-missing': 'Skriv en orsak. Den behövs för avvikelse och avbruten.',
  'due-unreadable': 'Det nya måldatumet går inte att läsa. Skriv det som 2026-09-30.',
  'due-past': 'Det nya måldatumet har redan varit. Välj i dag eller senare.',
  'comment-too-long': tooLong('Kommentaren', LONGEST.comment),
  'reason-too-long': tooLong('Orsaken', LONGEST.reason),
  'resources-too-long': tooLong('Resurser', LONGEST.resources),
  'outcome-too-long': tooLong('Utfallet', LONGEST.outcome),
  'outcomeWomen-too-long': tooLong('Utfallet för kvinnor/flickor', LONGEST.outcomeWomen),
  'outcomeMen-too-long': tooLong('Utfallet för män/pojkar', LONGEST.outcomeMen),
};

const faultsEn: FaultTexts = {
  'status-missing': 'Choose a status.',
  'fulfilment-missing': 'Choose how far the goal is met.',
  'outcome-missing': 'Write the outcome.',
  'outcome-no-figure': 'Write the outcome as a figure, for example 8.2. The explanation goes under Analysis.',
  'outcomeWomen-no-figure': 'Write the outcome of women/girls as a figure, or leave it empty.',
  'outcomeMen-no-figure': 'Write the outcome of men/boys as a figure, or leave it empty.',
  'reason-missing': 'Write a reason. It is needed for a deviation and for what was broken off.',
  'due-unreadable': 'The new target date cannot be read. Write it as 2026-09-30.',
  'due-past': 'The new target date has passed. Choose today or later.',
  'comment-too-long': tooLongEn('The comment', LONGEST.comment),
  'reason-too-long': tooLongEn('The reason', LONGEST.reason),
  'resources-too-long': tooLongEn('Resources', LONGEST.resources),
  'outcome-too-long': tooLongEn('The outcome', LONGEST.outcome),
  'outcomeWomen-too-long': tooLongEn('The outcome of women/girls', LONGEST.outcomeWomen),
  'outcomeMen-too-long': tooLongEn('The outcome of men/boys', LONGEST.outcomeMen),
};

const statusesSv: Words = {
  'ej påbörjad': 'Ej påbörjad',
  pågår: 'Pågår',
  klar: 'Klar',
  försenad: 'Försenad',
  avvikelse: 'Avvikelse',
  avbruten: 'Avbruten',
  'uppfylls helt': 'Uppfylls helt',
  'uppfylls delvis': 'Uppfylls delvis',
  'uppfylls inte': 'Uppfylls inte',
};
const statusesEn: Words = {
  'ej påbörjad': 'Not started',
  pågår: 'Under way',
  klar: 'Done',
  försenad: 'Delayed',
  avvikelse: 'Deviation',
  avbruten: 'Broken off',
  'uppfylls helt': 'Fully met',
  'uppfylls delvis': 'Partly met',
  'uppfylls inte': 'Not met',
};

/** What the manager's cards say beside the strings of their templates, in both languages. */
export const respondTexts = {
  sv: {
    statuses: statusesSv,
    faults: faultsSv,
    silent: 'Obesvarad',
    outcome: (outcome: string) => `Utfall ${outcome}`,
    from: (organisation: string) => `HR, ${organisation}`,
    summary: (title: string, left: number) =>
      left === 0 ? `${title}: allt är besvarat` : `${title}: ${left} att följa upp`,
    progress: (done: number, all: number) => `${done} av ${all} besvarade`,
    place: (number: number, all: number) => `${number} av ${all}`,
    open: (number: number) => `Svara på ${number}`,
    change: (number: number) => `Ändra ${number}`,
    look: (number: number) => `Visa ${number}`,
    begin: 'Börja svara',
    goOn: 'Fortsätt',
    department: 'Avdelningen',
    saved: 'Svaret är sparat.',
    savedAlready: 'Det svaret var redan sparat.',
    savedLate: (deadline: string) => `Svaret är sparat. Sista dag var ${deadline}, så det räknas som sent.`,
    allDone: 'Allt är besvarat, tack! Du kan ändra till dess att HR stänger uppföljningen.',
    closed:
      'HR har stängt uppföljningen, så svaret är inte sparat. Texten står kvar här. Hör av dig till HR om den behöver öppnas.',
    closedNote: 'Uppföljningen är stängd. Du ser vad som svarades.',
    unsaved: 'Du har ändrat något som inte är sparat. Spara, eller tryck en gång till för att lämna utan att spara.',
    conflict: (who: string) =>
      `${who} har svarat medan du skrev. Behåll det svaret, eller spara ditt ovanpå; historiken har kvar båda.`,
    notYours: 'Den här aktiviteten är inte din att svara på. Ingenting är sparat.',
    gone: 'Aktiviteten eller uppföljningen finns inte längre. Ingenting är sparat.',
    somebody: 'Någon',
    none: 'Du har inga aktiviteter att följa upp just nu.',
    onlyInPersonalChat: 'Dina aktiviteter visar jag bara i vår egen chatt. Öppna den och skriv samma sak där.',
    delegated: (name: string) => `${name} får kortet och kan nu också svara. Du kan fortfarande svara själv.`,
    delegatedAlready: (name: string) => `${name} kan redan svara.`,
    choosePerson: 'Välj en person eller skriv en e-postadress.',
    noSuchPerson: 'Ingen i din organisation har den e-postadressen.',
    yourself: 'Det är du själv. Välj någon annan.',
    notResponsible: 'Bara den som är ansvarig kan lämna över. Du kan svara själv.',
    tooLongToShow: 'Texten är för lång för att visas igen här. Den står kvar i kortet; korta den och spara på nytt.',
    ongoing: 'löpande',
    moved: (times: number) => (times === 1 ? 'flyttat 1 gång' : `flyttat ${times} gånger`),
  },
  en: {
    statuses: statusesEn,
    faults: faultsEn,
    silent: 'Not answered',
    outcome: (outcome: string) => `Outcome ${outcome}`,
    from: (organisation: string) => `HR, ${organisation}`,
    summary: (title: string, left: number) =>
      left === 0 ? `${title}: all is answered` : `${title}: ${left} to follow up`,
    progress: (done: number, all: number) => `${done} of ${all} answered`,
    place: (number: number, all: number) => `${number} of ${all}`,
    open: (number: number) => `Answer ${number}`,
    change: (number: number) => `Change ${number}`,
    look: (number: number) => `Show ${number}`,
    begin: 'Start answering',
    goOn: 'Go on',
    department: 'The department',
    saved: 'The answer is saved.',
    savedAlready: 'That answer was saved already.',
    savedLate: (deadline: string) => `The answer is saved. The last day was ${deadline}, so it counts as late.`,
    allDone: 'All is answered, thank you! You can change it until HR closes the follow-up.',
    closed:
      'HR has closed the follow-up, so the answer is not saved. The text is still here. Contact HR if it has to be opened.',
    closedNote: 'The follow-up is closed. You see what was answered.',
    unsaved: 'You have changed something that is not saved. Save, or press once more to leave without saving.',
    conflict: (who: string) =>
      `${who} answered while you were writing. Keep that answer, or save yours on top; the history keeps both.`,
    notYours: 'This activity is not yours to answer. Nothing is saved.',
    gone: 'The activity or the follow-up is no longer there. Nothing is saved.',
    somebody: 'Somebody',
    none: 'You have no activities to follow up just now.',
    onlyInPersonalChat: 'I show your activities only in our own chat. Open it and type the same there.',
    delegated: (name: string) => `${name} gets the card and can answer now, too. You still can answer yourself.`,
    delegatedAlready: (name: string) => `${name} can answer already.`,
    choosePerson: 'Choose a person or write an e-mail address.',
    noSuchPerson: 'Nobody in your organisation has that e-mail address.',
    yourself: 'That is you. Choose somebody else.',
    notResponsible: 'Only whoever is responsible can hand over. You can answer yourself.',
    tooLongToShow: 'The text is too long to be shown here again. It is still in the card; shorten it and save anew.',
    ongoing: 'ongoing',
    moved: (times: number) => (times === 1 ? 'moved once' : `moved ${times} times`),
  },
} as const satisfies Record<Locale, object>;
