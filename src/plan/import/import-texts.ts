import type { Locale } from '../../calendar/index.js';
import type { ComparedField } from './compare-plan.js';
import type { Reason, Remark } from './report.js';

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** Every sentence of an import's preview, in both languages. */
export const importTexts = {
  sv: {
    activities: (count: number) => many(count, 'aktivitet', 'aktiviteter'),
    understood: (activities: number, rows: number) =>
      `${many(activities, 'aktivitet', 'aktiviteter')} ur ${many(rows, 'rad', 'rader')}`,
    usual: (count: number) =>
      `${many(count, 'rad', 'rader')} utan aktivitet som hör till tabellen (rubriker, faser, tomma)`,
    sections: {
      added: 'Nya',
      changed: 'Ändrade',
      unchanged: 'Oförändrade',
      gone: 'Inte kvar i filen (sparas som borttagna)',
      rows: 'Rader som inte blev aktiviteter',
      remarks: 'Att se över',
      unheld: 'Funktioner som ingen i personalkatalogen har',
    },
    dues: 'Måldatum',
    dueKinds: { period: 'med datum', ongoing: 'löpande', none: 'utan', unclear: 'oklara' },
    noPhase: 'utan fas',
    due: { ongoing: 'löpande', none: 'inget måldatum', unclear: (as: string) => `oklart: "${as}"`, by: 'senast' },
    row: (row: number) => `rad ${row}`,
    more: (count: number) => `… och ${count} till`,
    others: (names: string) => `Filen har också planer för: ${names}. De läses in för sig med --department.`,
    whole: 'hela förvaltningen',
    fields: {
      phase: 'fas',
      area: 'område',
      goal: 'mål',
      activity: 'aktivitet',
      due: 'måldatum',
      responsible: 'ansvarig',
      resources: 'resurser',
      followUp: 'uppföljning',
    } satisfies Record<ComparedField, string>,
    reasons: {
      empty: 'raden är tom',
      headings: 'rubriker',
      phase: 'fas',
      'page-head': 'uppgifter om planen',
      merged: 'hör till raden ovanför',
      'no-activity': 'ingen aktivitet i raden; skriv vad som ska göras',
      'before-headings': 'står före tabellens rubriker',
      'no-headings': 'tabellen har inga rubriker som känns igen (Vad ska vi uppnå, Aktivitet, Måldatum, Ansvarig …)',
      'other-department': 'hör till en annan avdelnings plan',
      personnummer: 'raden innehåller ett personnummer; ta bort det',
      'too-long': 'en cell är längre än 4 000 tecken; korta den',
    } satisfies Record<Reason, string>,
    remarks: {
      'due-unclear': 'måldatumet förstås inte och sparas som det står',
      'due-shared': 'flera datum och inte ett per aktivitet; alla får hela tiden',
      'no-responsible': 'ingen ansvarig',
      'no-phase': 'ingen fas ovanför',
      'several-phases': 'flera faser i rubriken; räknas till den första',
      'unknown-column': 'kolumnen känns inte igen och läses inte',
    } satisfies Record<Remark['kind'], string>,
    refused: {
      'file-name': 'Filnamnet är längre än 200 tecken eller innehåller ett personnummer. Byt namn på filen.',
      department: (name: string, known: string) =>
        `Avdelningen "${name}" finns inte i personalkatalogen. Ange --department; det finns: ${known}.`,
      several: (names: string) => `Filen har planer för flera avdelningar: ${names}. Ange vilken med --department.`,
      nothing: 'Ingen rad i filen blev en aktivitet.',
    },
  },
  en: {
    activities: (count: number) => many(count, 'activity', 'activities'),
    understood: (activities: number, rows: number) =>
      `${many(activities, 'activity', 'activities')} from ${many(rows, 'row', 'rows')}`,
    usual: (count: number) =>
      `${many(count, 'row', 'rows')} without activity that belong to the table (headings, phases, empty)`,
    sections: {
      added: 'New',
      changed: 'Changed',
      unchanged: 'Unchanged',
      gone: 'No longer in the file (kept as gone)',
      rows: 'Rows that became no activity',
      remarks: 'To look at',
      unheld: 'Functions that nobody in the directory holds',
    },
    dues: 'Target dates',
    dueKinds: { period: 'with a date', ongoing: 'ongoing', none: 'none', unclear: 'unclear' },
    noPhase: 'without phase',
    due: { ongoing: 'ongoing', none: 'no target date', unclear: (as: string) => `unclear: "${as}"`, by: 'by' },
    row: (row: number) => `row ${row}`,
    more: (count: number) => `… and ${count} more`,
    others: (names: string) =>
      `The file holds plans of these, too: ${names}. Each is imported by itself with --department.`,
    whole: 'the whole organisation',
    fields: {
      phase: 'phase',
      area: 'area',
      goal: 'goal',
      activity: 'activity',
      due: 'target date',
      responsible: 'responsible',
      resources: 'resources',
      followUp: 'follow-up',
    } satisfies Record<ComparedField, string>,
    reasons: {
      empty: 'the row is empty',
      headings: 'headings',
      phase: 'phase',
      'page-head': 'about the plan',
      merged: 'belongs to the row above',
      'no-activity': 'no activity in the row; write what is to be done',
      'before-headings': 'stands before the headings of the table',
      'no-headings': 'the table has no headings that are known (Vad ska vi uppnå, Aktivitet, Måldatum, Ansvarig …)',
      'other-department': "belongs to another department's plan",
      personnummer: 'the row holds a personnummer; take it out',
      'too-long': 'a cell is longer than 4,000 characters; shorten it',
    } satisfies Record<Reason, string>,
    remarks: {
      'due-unclear': 'the target date is not understood and kept as it stands',
      'due-shared': 'several dates and not one an activity; all have the whole time',
      'no-responsible': 'nobody responsible',
      'no-phase': 'no phase above',
      'several-phases': 'several phases in the heading; counts as the first',
      'unknown-column': 'the column is not known and not read',
    } satisfies Record<Remark['kind'], string>,
    refused: {
      'file-name': 'The name of the file is longer than 200 characters or holds a personnummer. Rename the file.',
      department: (name: string, known: string) =>
        `There is no department "${name}" in the directory. Give --department; there are: ${known}.`,
      several: (names: string) => `The file holds plans of several departments: ${names}. Say which with --department.`,
      nothing: 'No row of the file became an activity.',
    },
  },
} as const;
export type ImportTexts = (typeof importTexts)[Locale];
