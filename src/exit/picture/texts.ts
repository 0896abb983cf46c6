import type { Locale } from '../../calendar/index.js';
import type { FigureId } from './figures.js';

/** What HR's picture says beside the strings of its cards. */
export const pictureTexts = {
  sv: {
    title: 'Varför medarbetare slutar',
    onlyInPersonalChat: 'Enkätens bild visar jag bara i vår egen chatt. Öppna den och skriv ”avgångsenkät” där.',
    none: (day: string) =>
      `Det finns inga siffror än. De räknas när ett tertial är slut; nästa gång efter ${day}. Innan dess visas inget, inte heller hur många som har svarat.`,
    nobody: 'Ingen svarade under perioden.',
    waiting: (periods: string, least: number) =>
      `${periods}: färre än ${least} svar. De räknas ihop med nästa period som har tillräckligt många.`,
    countsNext: (day: string) =>
      `Skäl och andra antal räknas en gång om året, för tre tertial tillsammans; nästa gång efter ${day}.`,
    unseen: 'Det valda finns inte längre. Kortet visar det som finns.',
    year: (period: string) => `Rullande år: ${period}`,
    everybody: 'Hela förvaltningen',
    classes: { occupation: 'Yrkesgrupp', tenure: 'Anställningstid', gender: 'Kön' },
    noDepartment: (least: number) =>
      `Gruppen visas inte för perioden: färre än ${least} svar, eller så skulle en annan liten grupp gå att räkna fram.`,
    answered: 'Svar, av dem som fick enkäten',
    answers: 'Svar',
    enps: 'Rekommenderar oss (eNPS)',
    atLeast: (value: number) => `minst ${value}`,
    atMost: (value: number) => `högst ${value}`,
    hidden: 'visas inte',
    all: 'för få svar, eller sådana som skulle gå att räkna fram',
    of: (count: number, all: number) => `${count} av ${all} (${Math.round((100 * count) / all)} %)`,
    index: (value: string, answers: number, bands: string) =>
      `${value} (${answers} svar${bands === '' ? '' : `: ${bands}`})`,
    bands: {
      index: ['instämmer inte', 'mitt emellan', 'instämmer'],
      enps: ['kritiker', 'passiva', 'ambassadörer'],
    },
    figures: { Q1main: 'Viktigaste skälet', scales: 'Index per påstående, 0–100' } as Partial<
      Record<FigureId | 'scales', string>
    >,
    limits: (group: number, breakdown: number, cell: number) =>
      `Visas inte: grupper under ${group} svar, skäl för avdelningar och andra delgrupper under ${breakdown} svar, antal under ${cell}, och det som annars kunde räknas fram genom subtraktion. Index räknas per tertial och antal per år, en gång, och ändras inte.`,
    process: (title: string) => `Så gick avsluten: ${title}`,
    overTime: (periods: string) => `Index över tid: ${periods}`,
    enpsOverTime: (periods: string) => `eNPS över tid: ${periods}`,
    processSheet: 'Process',
    file: 'Avgångsenkät',
    fileBelow: 'Alla siffror som får visas, som Excel-fil',
    columns: ['Period', 'Avdelning', 'Fråga', 'Svarsalternativ', 'Värde', 'Gräns', 'Svar på frågan'],
    bounds: { high: 'eller högre', low: 'eller lägre' },
    kinds: { index: 'index 0–100', enps: 'eNPS −100 till 100', count: 'antal' },
    sheet: 'Siffror',
    textsTitle: 'Fritext',
    textsNone: (least: number) => `HR läser fritext när minst ${least} personer har skrivit. Så många är de inte än.`,
    textsPlace: (batch: number, batches: number, page: number, pages: number) =>
      `Samling ${batch} av ${batches}, sida ${page} av ${pages}, i slumpvis ordning`,
    warningTitle: 'Enkäten: någon har inte varit fri från kränkningar',
    warning: (place: string, period: string) =>
      `I enkäten till dem som slutar (${period}) har minst en person i ${place} svarat att hen inte var fri från kränkande särbehandling, trakasserier eller diskriminering. Ingen ser vem. Gör en riskbedömning av den organisatoriska och sociala arbetsmiljön.`,
  },
  en: {
    title: 'Why employees leave',
    onlyInPersonalChat: 'I show the picture of the survey only in our own chat. Open it and type “exit survey” there.',
    none: (day: string) =>
      `There are no figures yet. They are made when a tertial is over; next time after ${day}. Before that nothing is shown, nor how many have answered.`,
    nobody: 'Nobody answered in the period.',
    waiting: (periods: string, least: number) =>
      `${periods}: fewer than ${least} answers. They are counted with the next period that has enough.`,
    countsNext: (day: string) =>
      `Reasons and other counts are made once a year, of three tertials together; next time after ${day}.`,
    unseen: 'What was chosen is no longer there. The card shows what there is.',
    year: (period: string) => `Rolling year: ${period}`,
    everybody: 'The whole administration',
    classes: { occupation: 'Occupation', tenure: 'Time employed', gender: 'Gender' },
    noDepartment: (least: number) =>
      `The group is not shown for the period: fewer than ${least} answers, or another small group could be found by subtraction.`,
    answered: 'Answers, of those who got the survey',
    answers: 'Answers',
    enps: 'Recommend us (eNPS)',
    atLeast: (value: number) => `at least ${value}`,
    atMost: (value: number) => `at most ${value}`,
    hidden: 'not shown',
    all: 'too few answers, or such as could be found by subtraction',
    of: (count: number, all: number) => `${count} of ${all} (${Math.round((100 * count) / all)} %)`,
    index: (value: string, answers: number, bands: string) =>
      `${value} (${answers} answers${bands === '' ? '' : `: ${bands}`})`,
    bands: {
      index: ['do not agree', 'in between', 'agree'],
      enps: ['detractors', 'passives', 'promoters'],
    },
    figures: { Q1main: 'Main reason', scales: 'Index of each statement, 0–100' } as Partial<
      Record<FigureId | 'scales', string>
    >,
    limits: (group: number, breakdown: number, cell: number) =>
      `Not shown: groups under ${group} answers, reasons of departments and other parts under ${breakdown} answers, counts under ${cell}, and what could otherwise be found by subtraction. Indexes are made each tertial and counts each year, once, and do not change.`,
    process: (title: string) => `How exits went: ${title}`,
    overTime: (periods: string) => `Index over time: ${periods}`,
    enpsOverTime: (periods: string) => `eNPS over time: ${periods}`,
    processSheet: 'Process',
    file: 'Exit survey',
    fileBelow: 'All figures that may be shown, as an Excel file',
    columns: ['Period', 'Department', 'Question', 'Option', 'Value', 'Bound', 'Answers to the question'],
    bounds: { high: 'or higher', low: 'or lower' },
    kinds: { index: 'index 0–100', enps: 'eNPS −100 to 100', count: 'count' },
    sheet: 'Figures',
    textsTitle: 'Free text',
    textsNone: (least: number) =>
      `HR reads free text when at least ${least} people have written. They are not that many yet.`,
    textsPlace: (batch: number, batches: number, page: number, pages: number) =>
      `Batch ${batch} of ${batches}, page ${page} of ${pages}, in random order`,
    warningTitle: 'The survey: somebody was not free from victimisation',
    warning: (place: string, period: string) =>
      `In the survey of those who leave (${period}) at least one person of ${place} answered not to have been free from victimisation, harassment or discrimination. Nobody sees who. Make a risk assessment of the organisational and social work environment.`,
  },
} as const satisfies Record<Locale, object>;
