import type { Person } from '../person.js';
import { ROLES } from '../person.js';
import type { Column } from './columns.js';
import { COLUMNS } from './columns.js';
import { listShortly, show } from './faults.js';

/** Every sentence that a faulty people file can get, so that they can be read as a whole. */
export const faultTexts = {
  emptyFile: `Filen är tom. Första raden ska vara rubrikerna ${COLUMNS.join(', ')}, därefter en person per rad.`,
  noPeople: 'Filen har rubriker men inga personer. Lägg till en rad per person.',
  workbook: 'Filen är en Excel-arbetsbok. Öppna den i Excel och spara den som "CSV UTF-8 (kommaavgränsad)".',
  utf16: 'Filen är sparad som UTF-16 ("Unicode-text"). Spara om den i Excel som "CSV UTF-8 (kommaavgränsad)".',
  notUtf8: (sample: string, rows: number) =>
    `Filen är inte sparad som UTF-8: å, ä och ö är förvanskade, till exempel ${show(sample)} ` +
    `(${rows} ${rows === 1 ? 'rad' : 'rader'}). Spara om den i Excel som "CSV UTF-8 (kommaavgränsad)".`,
  openQuote: 'Ett citattecken (") öppnas men avslutas aldrig. Ta bort det eller lägg till ett i slutet av värdet.',
  missingColumns: (missing: readonly Column[], found: readonly string[]) =>
    `${missing.length === 1 ? 'Kolumnen' : 'Kolumnerna'} ${missing.join(', ')} saknas. ` +
    `Rubrikraden har: ${found.length ? found.map(show).join(', ') : 'ingenting'}. Lägg till det som saknas.`,
  columnTwice: 'Kolumnen finns två gånger i rubrikraden. Ta bort den ena.',
  cellCount: (found: number, wanted: number) =>
    `Raden har ${found} kolumner men rubrikraden ${wanted}. Se efter om en avgränsare fattas, eller om ett värde ` +
    'som själv innehåller avgränsaren saknar citattecken runt sig.',
  empty: (column: Column) => `Värdet saknas. ${WANTED[column]}`,
  invalid: (column: Column, value: string) => `${show(value)} går inte att använda. ${WANTED[column]}`,
  unknownRoles: (roles: readonly string[]) =>
    `${roles.map(show).join(', ')} är ingen roll. Tillåtna roller: ${ROLES.join(', ')}. Skilj flera åt med |.`,
  duplicate: (value: string, row: number, firstRow: number) =>
    `${show(value)} står på både rad ${firstRow} och rad ${row}. En person får bara finnas en gång; ta bort eller rätta den ena.`,
  ownManager: 'Personen anges som sin egen chef. Ange närmaste chef, eller lämna tomt för den som är högst.',
  managerNowhere: (value: string) =>
    `Chefen ${show(value)} finns varken i filen eller i personalkatalogen. Lägg till chefen som en egen rad eller rätta värdet.`,
  managerCircle: (people: readonly { readonly name: string; readonly row: number }[]) =>
    `Cheferna går i cirkel: ${listShortly(
      [...people, people[0]!].map(({ name, row }) => `${name} (rad ${row})`),
      8,
    )}. ` + 'Någon av dem ska ha en annan chef.',
};

const WANTED: Record<Column, string> = {
  id: 'Ange personens objekt-id i Entra, till exempel 5f0c1d2e-8a4b-4c6d-9e7f-0a1b2c3d4e5f.',
  name: 'Ange för- och efternamn, högst 200 tecken.',
  email: 'Ange en e-postadress, till exempel anna.berg@kommun.se.',
  organisation: 'Ange förvaltningens namn, högst 200 tecken.',
  department: 'Ange avdelningens namn, högst 200 tecken.',
  unit: 'Ange enhetens namn, högst 200 tecken, eller lämna tomt.',
  function: 'Ange funktionen, till exempel Enhetschef, högst 200 tecken.',
  occupationalGroup: 'Ange yrkesgruppen, till exempel Undersköterska, högst 200 tecken.',
  employedFrom: 'Ange ett datum som finns, skrivet ÅÅÅÅ-MM-DD, till exempel 2024-08-15.',
  language: 'Ange sv (svenska) eller en (engelska).',
  manager: 'Ange chefens id eller e-postadress, eller lämna tomt för den som är högst.',
  roles: `Ange minst en roll: ${ROLES.join(', ')}. Skilj flera åt med |.`,
};

/** How a message names a person: "Sara Ekman (sara.ekman@ubara.example)". */
export function nameOf({ name, email }: Person): string {
  return `${name} (${email})`;
}
