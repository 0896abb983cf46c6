import type { Locale } from '../../calendar/index.js';
import type { Handover } from '../case/exit-case.js';
import { type Fault, LONGEST } from './check.js';
import { MOST_PARTS, type PartState } from './handover.js';

type ConfirmedBy = NonNullable<Handover['confirmedBy']>;
type FaultTexts = { readonly [Kind in Fault['kind']]: (fault: Extract<Fault, { kind: Kind }>) => string };

const faultsSv: FaultTexts = {
  'what-missing': () => 'Skriv vad som ska lämnas över.',
  'to-missing': () => 'Skriv till vem: en funktion eller ett namn.',
  'by-missing': () => 'Välj en dag då det senast ska vara överlämnat.',
  'what-too-long': () => `Vad får ha högst ${LONGEST} tecken. Korta texten; den står kvar här.`,
  'to-too-long': () => `Till vem får ha högst ${LONGEST} tecken. Korta texten; den står kvar här.`,
  'by-unreadable': () => 'Dagen går inte att läsa. Skriv den som 2026-09-30.',
  'by-past': () => 'Dagen har redan varit. Välj i dag eller senare.',
  'by-after-last': ({ last }) => `Dagen är efter den sista arbetsdagen, ${last}. Välj den dagen eller tidigare.`,
  'by-not-working': ({ near }) => `Dagen är ingen arbetsdag. Närmast ligger ${near}.`,
};
const faultsEn: FaultTexts = {
  'what-missing': () => 'Write what is to be handed over.',
  'to-missing': () => 'Write to whom: a function or a name.',
  'by-missing': () => 'Choose a day by which it is to be handed over.',
  'what-too-long': () => `What may have at most ${LONGEST} characters. Shorten the text; it is still here.`,
  'to-too-long': () => `To whom may have at most ${LONGEST} characters. Shorten the text; it is still here.`,
  'by-unreadable': () => 'The day cannot be read. Write it as 2026-09-30.',
  'by-past': () => 'The day has passed. Choose today or later.',
  'by-after-last': ({ last }) => `The day is after the last working day, ${last}. Choose that day or an earlier one.`,
  'by-not-working': ({ near }) => `The day is no working day. The nearest is ${near}.`,
};

/** A sign before each state, beside its words. */
const SIGNS: Readonly<Record<PartState | 'late', string>> = { open: '○', given: '▶', confirmed: '✓', late: '!' };

export const handoverTexts = {
  sv: {
    faults: faultsSv,
    title: (name: string) => `Överlämning: ${name}`,
    titleFrom: (name: string) => `Överlämnat till dig från ${name}`,
    own: 'Min överlämning',
    leaver: 'Den som slutar',
    about: (unit: string, day: string) => [unit, `sista arbetsdag ${day}`].filter((part) => part !== '').join(' · '),
    progress: (given: number, confirmed: number, all: number) =>
      `${given} av ${all} överlämnade, ${confirmed} ${confirmed === 1 ? 'bekräftad' : 'bekräftade'}`,
    receiver: (to: string, by: string) => `Till ${to}, senast ${by}`,
    state: {
      open: `${SIGNS.open} Inte överlämnat`,
      late: `${SIGNS.late} Försenat, inte överlämnat`,
      given: (day: string) => `${SIGNS.given} Överlämnat ${day}, inte bekräftat`,
      confirmed: (day: string, by: ConfirmedBy) =>
        `${SIGNS.confirmed} Mottaget, bekräftat ${by === 'mottagare' ? 'av mottagaren ' : ''}${day}`,
    },
    mark: {
      given: (number: number) => `Överlämnat ${number}`,
      notGiven: (number: number) => `Ångra överlämnat ${number}`,
      confirmed: (number: number) => `Bekräfta mottaget ${number}`,
      notConfirmed: (number: number) => `Ångra bekräftat ${number}`,
    },
    change: (number: number) => `Ändra ${number}`,
    place: (number: number, all: number) => `Sida ${number} av ${all}`,
    saved: 'Sparat. Både den som slutar och chefen ser det.',
    already: 'Det var redan sparat.',
    removed: 'Borttaget.',
    removedAlready: 'Det var redan borttaget.',
    marked: {
      given: 'Markerat som överlämnat. Mottagaren eller chefen bekräftar när det är mottaget.',
      givenTo: 'Markerat som överlämnat. Mottagaren får ett kort här och kan bekräfta, liksom chefen.',
      notGiven: 'Inte längre markerat som överlämnat.',
      confirmed: 'Bekräftat som mottaget.',
      notConfirmed: 'Inte längre bekräftat.',
    },
    full: `Planen har ${MOST_PARTS} delar, och fler får inte plats. Ta bort eller slå ihop några.`,
    locked: 'Den delen är redan överlämnad, så den kan inte ändras. Ångra överlämningen först.',
    confirmedBy: {
      chef: 'Chefen har bekräftat den delen, så det är chefen som kan ångra.',
      mottagare: 'Mottagaren har bekräftat den delen, så det är mottagaren eller chefen som kan ångra.',
    } satisfies Record<ConfirmedBy, string>,
    conflict: 'Någon annan har ändrat samma del medan du skrev. Spara ditt ovanpå, eller gå tillbaka och behåll det.',
    gonePart: 'Den delen är borttagen. Ingenting är sparat; texten står kvar i kortet.',
    gone: 'Det avslutet hittar jag inte bland dina. Ingenting är sparat; det du skrev står kvar i kortet.',
    closed: 'Avslutet pågår inte längre, så planen kan inte ändras. Det du skrev står kvar i kortet.',
    readOnly: 'Avslutet pågår inte längre. Planen går att läsa men inte att ändra.',
    readOnlyHr: 'Du läser som HR. Chefen och den som slutar fyller i.',
    mayNot: 'Det kan bara den andra sidan göra: den som slutar lämnar över, mottagaren eller chefen bekräftar.',
    notYours: 'Här är inget överlämnat till dig längre.',
    over: 'Avslutet pågår inte längre, så här lämnas inget över.',
    sure: 'Ska delen tas bort? Tryck en gång till.',
    tooLong: 'Texten är för lång för att visas igen. Den står kvar i kortet; korta den och spara på nytt.',
    none: 'Du har ingen överlämningsplan: inget avslut pågår där du är den som slutar, chef eller har fått något överlämnat. Undrar du hur en överlämning går till, så fråga: ”Hur går överlämningen till när någon slutar?”',
    onlyInPersonalChat: 'Överlämningen visar jag bara i vår egen chatt. Öppna den och skriv samma sak där.',
    file: 'Överlämningsplan',
    fileBelow: 'Överlämningsplanen som Word',
    noParts: 'Inget är inskrivet än.',
  },
  en: {
    faults: faultsEn,
    title: (name: string) => `Handover: ${name}`,
    titleFrom: (name: string) => `Handed over to you by ${name}`,
    own: 'My handover',
    leaver: 'The leaver',
    about: (unit: string, day: string) => [unit, `last working day ${day}`].filter((part) => part !== '').join(' · '),
    progress: (given: number, confirmed: number, all: number) =>
      `${given} of ${all} handed over, ${confirmed} confirmed`,
    receiver: (to: string, by: string) => `To ${to}, by ${by}`,
    state: {
      open: `${SIGNS.open} Not handed over`,
      late: `${SIGNS.late} Late, not handed over`,
      given: (day: string) => `${SIGNS.given} Handed over ${day}, not confirmed`,
      confirmed: (day: string, by: ConfirmedBy) =>
        `${SIGNS.confirmed} Received, confirmed ${by === 'mottagare' ? 'by the receiver ' : ''}${day}`,
    },
    mark: {
      given: (number: number) => `Handed over ${number}`,
      notGiven: (number: number) => `Undo handed over ${number}`,
      confirmed: (number: number) => `Confirm received ${number}`,
      notConfirmed: (number: number) => `Undo confirmed ${number}`,
    },
    change: (number: number) => `Change ${number}`,
    place: (number: number, all: number) => `Page ${number} of ${all}`,
    saved: 'Saved. Both the leaver and the manager see it.',
    already: 'That was saved already.',
    removed: 'Removed.',
    removedAlready: 'That was removed already.',
    marked: {
      given: 'Marked as handed over. The receiver or the manager confirms when it is received.',
      givenTo: 'Marked as handed over. The receiver gets a card here and can confirm, as can the manager.',
      notGiven: 'No longer marked as handed over.',
      confirmed: 'Confirmed as received.',
      notConfirmed: 'No longer confirmed.',
    },
    full: `The plan has ${MOST_PARTS} parts, and there is no room for more. Remove or join some.`,
    locked: 'That part is handed over already, so it cannot be changed. Undo the handover first.',
    confirmedBy: {
      chef: 'The manager has confirmed that part, so it is the manager who can undo it.',
      mottagare: 'The receiver has confirmed that part, so it is the receiver or the manager who can undo it.',
    } satisfies Record<ConfirmedBy, string>,
    conflict: 'Somebody else changed the same part while you were writing. Save yours on top, or go back and keep it.',
    gonePart: 'That part was removed. Nothing is saved; the text is still on the card.',
    gone: 'I do not find that exit among yours. Nothing is saved; what you wrote is still on the card.',
    closed: 'The exit is over, so the plan cannot be changed. What you wrote is still on the card.',
    readOnly: 'The exit is over. The plan can be read but not changed.',
    readOnlyHr: 'You read as HR. The manager and the leaver fill it in.',
    mayNot: 'Only the other side can do that: the leaver hands over, the receiver or the manager confirms.',
    notYours: 'Nothing is handed over to you here any more.',
    over: 'The exit is over, so nothing is handed over here.',
    sure: 'Remove this part? Press once more.',
    tooLong: 'The text is too long to be shown again. It is still on the card; shorten it and save anew.',
    none: 'You have no handover plan: no exit is under way in which you leave, lead or were handed something over. To learn how a handover goes, ask: “How is knowledge handed over when somebody leaves?”',
    onlyInPersonalChat: 'I show the handover only in our own chat. Open it and type the same there.',
    file: 'Handover plan',
    fileBelow: 'The handover plan as Word',
    noParts: 'Nothing is written yet.',
  },
} as const satisfies Record<Locale, object>;

export function faultText(fault: Fault, locale: Locale): string {
  const say = handoverTexts[locale].faults[fault.kind] as (fault: Fault) => string;
  return say(fault);
}
