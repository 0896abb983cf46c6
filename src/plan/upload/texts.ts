import type { Locale } from '../../calendar/index.js';

/** What the upload of a plan says beside the strings of its cards, in both languages. */
export const uploadTexts = {
  sv: {
    onlyInPersonalChat: 'Planer visar och läser jag in bara i vår egen chatt. Öppna den och skriv samma sak där.',
    cardTitle: (name: string) => `Genomgång av ${name}`,
    listTitle: 'Planer',
    whole: 'Hela förvaltningen',
    several: (names: string) => `Filen har planer för flera avdelningar: ${names}. Välj vilken du vill läsa in.`,
    unknownDepartment: (name: string) =>
      `Avdelningen "${name}" finns inte i personalkatalogen. Välj vilken avdelning planen gäller.`,
    nothing:
      'Ingen rad i filen blev en aktivitet. Stämmer avdelning och år? Annars rätta filen efter raderna nedan och skicka den igen.',
    year: 'Ange ett år mellan 2000 och 2099. Inget är inläst.',
    others: (names: string) => `Filen har också planer för: ${names}. Välj avdelning för att läsa in dem, en i taget.`,
    unchanged: 'Planen är redan inläst precis så här, så det finns inget att ändra.',
    meanwhile: 'Planen ändrades eller valdes om medan du granskade. Så här ser det ut nu; granska och tryck igen.',
    gone: {
      expired: 'Filen har väntat i en timme och är borttagen. Skicka den igen.',
      unknown: 'Jag hittar inte filen längre. Skicka den igen.',
      foreign: 'Den filen skickade någon annan, så bara den personen kan läsa in den.',
    },
    usedTitle: 'Filen är redan avslutad',
    usedLine: 'Den är inläst eller avbruten. Skriv "planer" för att se alla planer, eller skicka filen igen.',
    doneTitle: 'Planen är inläst',
    doneLine: (title: string, counts: string) => `${title}: ${counts}. Skriv "planer" för att se alla planer.`,
    cancelledTitle: 'Avbrutet',
    cancelledLine: 'Ingenting är ändrat, och filen är borttagen.',
    first: 'Planen är ny här.',
    changes: (added: number, changed: number, gone: number, unchanged: number) =>
      `Mot den inlästa planen: ${added} nya, ${changed} ändrade, ${gone} inte kvar, ${unchanged} oförändrade`,
    pages: (page: number, all: number) => `Sida ${page} av ${all}`,
    next: 'Nästa sida',
    previous: 'Föregående sida',
    planLine: (year: number, department: string, counts: string, day: string) =>
      `${year}, ${department}: ${counts}, inläst ${day}`,
  },
  en: {
    onlyInPersonalChat: 'I show and import plans in our own chat only. Open it and type the same thing there.',
    cardTitle: (name: string) => `Rehearsal of ${name}`,
    listTitle: 'Plans',
    whole: 'The whole organisation',
    several: (names: string) => `The file holds plans of several departments: ${names}. Choose which one to import.`,
    unknownDepartment: (name: string) =>
      `There is no department "${name}" in the directory. Choose the department of the plan.`,
    nothing:
      'No row of the file became an activity. Are department and year right? Otherwise mend the file by the rows below and send it again.',
    year: 'Give a year between 2000 and 2099. Nothing is imported.',
    others: (names: string) =>
      `The file holds plans of these, too: ${names}. Choose the department to import them, one at a time.`,
    unchanged: 'The plan is imported exactly like this already, so there is nothing to change.',
    meanwhile: 'The plan was changed or chosen anew while you looked. This is how it stands now; look and press again.',
    gone: {
      expired: 'The file waited for an hour and is removed. Send it again.',
      unknown: 'I cannot find the file any more. Send it again.',
      foreign: 'Somebody else sent that file, so only that person can import it.',
    },
    usedTitle: 'The file is done with',
    usedLine: 'It is imported or cancelled. Type "plans" to see all plans, or send the file again.',
    doneTitle: 'The plan is imported',
    doneLine: (title: string, counts: string) => `${title}: ${counts}. Type "plans" to see all plans.`,
    cancelledTitle: 'Cancelled',
    cancelledLine: 'Nothing is changed, and the file is removed.',
    first: 'The plan is new here.',
    changes: (added: number, changed: number, gone: number, unchanged: number) =>
      `Against the imported plan: ${added} new, ${changed} changed, ${gone} gone, ${unchanged} unchanged`,
    pages: (page: number, all: number) => `Page ${page} of ${all}`,
    next: 'Next page',
    previous: 'Previous page',
    planLine: (year: number, department: string, counts: string, day: string) =>
      `${year}, ${department}: ${counts}, imported ${day}`,
  },
} as const satisfies Record<Locale, object>;
