import { MAX_CHARACTERS, MAX_FILE_BYTES, TYPES } from './limits.js';
import type { Unreadable } from './document.js';

const megabytes = MAX_FILE_BYTES / 1024 / 1024;
const characters = MAX_CHARACTERS / 1_000_000;
const types = TYPES.join(', ');

/** What is wrong with the file and what to do about it. */
export const unreadableTexts: Record<'sv' | 'en', Record<Unreadable, string>> = {
  sv: {
    type: `filtypen går inte att läsa; spara dokumentet som ${types}`,
    'too-large': `filen är större än ${megabytes} MB; dela upp den eller ta bort bilder`,
    'too-long': `texten är längre än ${characters} miljoner tecken; dela upp dokumentet`,
    empty: 'filen är tom',
    password: 'filen är lösenordsskyddad; spara den utan lösenord',
    'no-text': 'dokumentet har ingen text (en inskannad bild?); tolka texten (OCR) eller använd originalet',
    damaged: 'filen är skadad eller av en annan typ än namnet säger; öppna den och spara om den',
  },
  en: {
    type: `this type of file cannot be read; save the document as ${types}`,
    'too-large': `the file is larger than ${megabytes} MB; split it or remove pictures`,
    'too-long': `the text is longer than ${characters} million characters; split the document`,
    empty: 'the file is empty',
    password: 'the file is protected by a password; save it without one',
    'no-text': 'the document holds no text (a scanned picture?); recognise its text (OCR) or use the original',
    damaged: 'the file is damaged or of another type than its name says; open it and save it again',
  },
};
