import type { Locale, Tertial } from '../../calendar/index.js';
import { SMALLEST_TOLD, type Told } from './hide-small.js';
import type { CaseStanding, TalkState } from './standing.js';

interface HrTexts {
  readonly title: string;
  readonly leaver: string;
  readonly noDepartment: string;
  readonly count: (shown: number) => string;
  readonly place: (page: number, pages: number) => string;
  readonly days: (working: string) => string;
  readonly standing: (standing: CaseStanding) => string;
  readonly talk: Readonly<Record<TalkState, string>>;
  readonly buttons: Readonly<Record<'lead' | 'list' | 'handover', (number: number) => string>>;
  readonly onlyInPersonalChat: string;
  readonly figures: string;
  readonly noFigures: string;
  readonly tertial: (tertial: Tertial, isOver: boolean) => string;
  readonly period: (tertial: Tertial) => string;
  readonly cells: Readonly<Record<Told, string>>;
  readonly part: (count: number, of: number) => string;
  readonly itemsOnTime: string;
  readonly survey: string;
  readonly surveyUntold: Readonly<Record<'together' | 'later', string>>;
  readonly whole: string;
  readonly themes: string;
  readonly notDivided: (why: 'running' | 'one') => string;
  readonly definitions: readonly string[];
  readonly sheet: {
    readonly name: string;
    readonly below: string;
    readonly period: string;
    readonly department: string;
  };
}

const percentOf = (count: number, of: number) => Math.round((100 * count) / of);

/** What HR's cards of exits say beside the strings of their templates. */
export const hrTexts: Readonly<Record<Locale, HrTexts>> = {
  sv: {
    title: 'Avslut som pågår',
    leaver: 'Finns inte i katalogen',
    noDepartment: 'Okänd avdelning',
    count: (shown) => (shown === 1 ? '1 avslut pågår' : `${shown} avslut pågår`),
    place: (page, pages) => `sida ${page} av ${pages}`,
    days: (working) => `Sista arbetsdag ${working}`,
    standing: ({ done, all, overdue, contradicted }) =>
      [
        `${done} av ${all} klara`,
        ...(overdue > 0 ? [`! ${overdue} ${overdue === 1 ? 'försenad' : 'försenade'}`] : []),
        ...(contradicted > 0 ? [`≠ ${contradicted} sagt olika`] : []),
      ].join(' · '),
    talk: {
      held: 'Samtal: ✓ hållet',
      declined: 'Samtal: avböjt',
      notHeld: 'Samtal: inte hållet',
      booked: 'Samtal: bokat',
      none: 'Samtal: inte bokat',
    },
    buttons: {
      lead: (number) => `Öppna ${number}`,
      list: (number) => `Checklista ${number}`,
      handover: (number) => `Överlämning ${number}`,
    },
    onlyInPersonalChat: 'Avsluten visar jag bara i vår egen chatt. Öppna den och skriv samma sak där.',
    figures: 'Så går avsluten',
    noFigures: 'Inget avslut har nått sin sista anställningsdag än, så det finns inget att räkna.',
    tertial: ({ year, tertial }, isOver) => `Tertial ${tertial} ${year}${isOver ? '' : ', pågår'}`,
    period: ({ from, to }) => `Sista anställningsdag ${from}–${to}`,
    cells: {
      exits: 'Avslut',
      talks: 'Avslut med samtal på listan',
      offered: 'Samtal erbjudet',
      held: 'Samtal hållet',
      declined: 'Samtal avböjt',
      notHeld: 'Samtal inte hållet',
      notNoted: 'Samtal inte noterat',
      onTime: 'Checklistan klar i tid',
    },
    part: (count, of) => (of === 0 ? 'inga' : `${count} av ${of} (${percentOf(count, of)} %)`),
    itemsOnTime: 'Punkter klara på sin dag',
    survey: 'Enkäten besvarad',
    surveyUntold: {
      together: 'räknas ihop med ett annat tertial',
      later: 'visas när tertialet är slut och tillräckligt många har svarat',
    },
    whole: 'Hela förvaltningen',
    themes: 'Det samtalen handlade om',
    notDivided: (why) =>
      why === 'running'
        ? 'Per avdelning visas när tertialet är slut.'
        : 'Alla som slutade kom från samma avdelning, så det finns inget att dela upp.',
    definitions: [
      'Avslut: ärenden vars sista anställningsdag ligger i tertialet och har varit. Utkast, återtagna och felstartade räknas inte.',
      'Checklistan klar i tid: allt som skulle göras till och med sista anställningsdagen var avbockat senast den dagen, av alla som skulle bocka av. ”Gäller inte” och ”lämnat vidare” räknas som avbockat.',
      'Punkter klara på sin dag: avbockade av alla senast punktens egen dag, av dem som skulle göras till och med sista anställningsdagen.',
      'Samtal erbjudet: chefen har bockat av att samtalet är bokat och erbjudet, eller så är det bokat, hållet eller avböjt.',
      'Enkäten besvarad: av dem som fick enkäten under tertialet. Svaren sparas utan koppling till avslutet, så antalet kommer från enkätens bild.',
      'Avdelning: där den som slutade hörde hemma, annars chefens. Ett avslut finns kvar i tolv månader, så äldre tertial visas inte.',
      'Det samtalen handlade om: teman som noterades i minst fem samtal i tertialet, av chefer och HR. Visas 92 dagar efter tertialets slut.',
      `”<${SMALLEST_TOLD}”: färre än fem i avdelningen. ”–”: visas inte, för annars gick ett tal under fem att räkna ut.`,
    ],
    sheet: {
      name: 'Avslut',
      below: 'Processmåtten som Excel',
      period: 'Period',
      department: 'Avdelning',
    },
  },
  en: {
    title: 'Exits under way',
    leaver: 'Not in the directory',
    noDepartment: 'Unknown department',
    count: (shown) => (shown === 1 ? '1 exit under way' : `${shown} exits under way`),
    place: (page, pages) => `page ${page} of ${pages}`,
    days: (working) => `Last working day ${working}`,
    standing: ({ done, all, overdue, contradicted }) =>
      [
        `${done} of ${all} done`,
        ...(overdue > 0 ? [`! ${overdue} overdue`] : []),
        ...(contradicted > 0 ? [`≠ ${contradicted} said differently`] : []),
      ].join(' · '),
    talk: {
      held: 'Conversation: ✓ held',
      declined: 'Conversation: declined',
      notHeld: 'Conversation: not held',
      booked: 'Conversation: booked',
      none: 'Conversation: not booked',
    },
    buttons: {
      lead: (number) => `Open ${number}`,
      list: (number) => `Checklist ${number}`,
      handover: (number) => `Handover ${number}`,
    },
    onlyInPersonalChat: 'I show exits only in our own chat. Open it and type the same there.',
    figures: 'How exits go',
    noFigures: 'No exit has reached its last day of employment yet, so there is nothing to count.',
    tertial: ({ year, tertial }, isOver) => `Tertial ${tertial} ${year}${isOver ? '' : ', under way'}`,
    period: ({ from, to }) => `Last day of employment ${from}–${to}`,
    cells: {
      exits: 'Exits',
      talks: 'Exits with a conversation listed',
      offered: 'Conversation offered',
      held: 'Conversation held',
      declined: 'Conversation declined',
      notHeld: 'Conversation not held',
      notNoted: 'Conversation not recorded',
      onTime: 'Checklist done in time',
    },
    part: (count, of) => (of === 0 ? 'none' : `${count} of ${of} (${percentOf(count, of)} %)`),
    itemsOnTime: 'Items done on their day',
    survey: 'Survey answered',
    surveyUntold: {
      together: 'counted together with another tertial',
      later: 'shown when the tertial is over and enough have answered',
    },
    whole: 'The whole administration',
    themes: 'What conversations were about',
    notDivided: (why) =>
      why === 'running'
        ? 'By department is shown when the tertial is over.'
        : 'All who left came from one department, so there is nothing to divide.',
    definitions: [
      'Exits: cases whose last day of employment lies in the tertial and has been. Drafts, withdrawn and recalled ones are not counted.',
      'Checklist done in time: everything due up to the last day of employment was ticked by that day, by everybody who should tick it. “Does not apply” and “passed on” count as ticked.',
      'Items done on their day: ticked by everybody by the item’s own day, of those due up to the last day of employment.',
      'Conversation offered: the manager ticked that it is booked and offered, or it is booked, held or declined.',
      'Survey answered: of those who got the survey in the tertial. Answers are kept without any link to the exit, so the number comes from the picture of the survey.',
      'Department: the leaver’s, else the manager’s. A case is kept for twelve months, so older tertials are not shown.',
      'What conversations were about: themes recorded in at least five conversations of the tertial, by managers and HR. Shown 92 days after the tertial’s end.',
      `“<${SMALLEST_TOLD}”: fewer than five in the department. “–”: not shown, since a count below five could be worked out otherwise.`,
    ],
    sheet: {
      name: 'Exits',
      below: 'The process figures as Excel',
      period: 'Period',
      department: 'Department',
    },
  },
};
