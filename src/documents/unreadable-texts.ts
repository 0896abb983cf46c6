import { MAX_CHARACTERS, MAX_FILE_BYTES, MAX_TABLE_ROWS, TABLE_TYPES, TYPES } from './limits.js';
import type { Unreadable } from './document.js';

const megabytes = MAX_FILE_BYTES / 1024 / 1024;
const characters = MAX_CHARACTERS / 1_000_000;

const typeText = {
  sv: (types: readonly string[]) => `filtypen går inte att läsa; spara dokumentet som ${types.join(', ')}`,
  en: (types: readonly string[]) => `this type of file cannot be read; save the document as ${types.join(', ')}`,
};

/** What is wrong with the file and what to do about it. */
export const unreadableTexts: Record<'sv' | 'en', Record<Unreadable, string>> = {
  sv: {
    type: typeText.sv(TYPES),
    macro: 'filen kan innehålla makron; spara den som .xlsx eller .docx utan makron',
    'too-large': `filen är större än ${megabytes} MB; dela upp den eller ta bort bilder`,
    'too-long': `texten är längre än ${characters} miljoner tecken; dela upp dokumentet`,
    'too-many-rows': `tabellerna har fler än ${MAX_TABLE_ROWS} rader; ta bort det som inte hör till planen`,
    empty: 'filen är tom',
    password: 'filen är lösenordsskyddad; spara den utan lösenord',
    'no-text': 'dokumentet har ingen text (en inskannad bild?); tolka texten (OCR) eller använd originalet',
    'no-table': 'dokumentet har ingen tabell; lägg planen i en tabell',
    'open-quote': 'ett citattecken (") öppnas men avslutas aldrig; rätta det eller spara om filen från Excel',
    damaged: 'filen är skadad eller av en annan typ än namnet säger; öppna den och spara om den',
  },
  en: {
    type: typeText.en(TYPES),
    macro: 'the file may hold macros; save it as .xlsx or .docx without them',
    'too-large': `the file is larger than ${megabytes} MB; split it or remove pictures`,
    'too-long': `the text is longer than ${characters} million characters; split the document`,
    'too-many-rows': `the tables have more than ${MAX_TABLE_ROWS} rows; take out what is not the plan`,
    empty: 'the file is empty',
    password: 'the file is protected by a password; save it without one',
    'no-text': 'the document holds no text (a scanned picture?); recognise its text (OCR) or use the original',
    'no-table': 'the document has no table; put the plan into one',
    'open-quote': 'a quote (") opens and never ends; mend it or save the file from Excel again',
    damaged: 'the file is damaged or of another type than its name says; open it and save it again',
  },
};

/** The same of a file that was to be read for its tables, which may be of other types. */
export const unreadableTableTexts: typeof unreadableTexts = {
  sv: { ...unreadableTexts.sv, type: typeText.sv(TABLE_TYPES) },
  en: { ...unreadableTexts.en, type: typeText.en(TABLE_TYPES) },
};
