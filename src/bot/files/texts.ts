import type { Locale } from '../../calendar/index.js';
import { MAX_FILE_BYTES } from '../../files/index.js';
import type { TransferFault } from './transfer.js';

const megabytes = MAX_FILE_BYTES / 1024 / 1024;

/** What the edge says about files that come in and go out. */
export const fileTexts = {
  sv: {
    outTooLarge: (name: string) => `Filen ${name} är större än ${megabytes} MB, så jag kan inte skicka den.`,
    onlyInPersonalChat: 'Filer skickar och tar jag emot bara i vår egen chatt. Öppna den och gör samma sak där.',
    declined: 'Okej, filen sparas inte. Be om den igen om du ändrar dig.',
    foreign: 'Den filen var till någon annan, så jag kan inte ge den till dig.',
    denied: 'Din roll har ändrats sedan du bad om filen, så jag kan inte ge den till dig.',
    expired: 'Erbjudandet gällde i tio minuter och har gått ut. Be om filen igen.',
    used: 'Filen har redan hämtats. Finns den inte i din OneDrive: be om den igen.',
    unknown: 'Jag hittar inte filen längre. Be om den igen.',
    unreadable: 'Svaret om filen gick inte att läsa. Inget är sparat. Be om filen igen.',
    notPut: {
      host: 'Teams angav en adress som jag inte får skicka till, så filen är inte sparad. Kontakta HR.',
      other: 'Filen kunde inte sparas i din OneDrive just nu. Tryck igen, eller be om filen på nytt.',
    },
    one: 'Jag tar en fil i taget. Skicka dem en och en.',
    type: (endings: string) => `Den filtypen tar jag inte emot. Jag kan läsa ${endings}.`,
    notFetched: {
      host: 'Filen ligger på en adress som jag inte får hämta från, så jag har inte läst den. Ladda upp den här i chatten.',
      redirect: 'Filens adress leder vidare till en annan plats, och dit går jag inte. Ladda upp filen igen.',
      'too-large': `Filen är större än ${megabytes} MB, så jag har inte läst den. Dela upp den eller ta bort bilder.`,
      slow: 'Filen gick inte att hämta i tid, så jag har inte läst den. Försök igen.',
      page: 'Jag fick en webbsida i stället för filen; adressen kan ha gått ut. Ladda upp filen igen.',
      failed: 'Filen gick inte att hämta, så jag har inte läst den. Ladda upp den igen.',
    } satisfies Record<TransferFault, string>,
    offered: (name: string) => `Fil: ${name}`,
  },
  en: {
    outTooLarge: (name: string) => `The file ${name} is larger than ${megabytes} MB, so I cannot send it.`,
    onlyInPersonalChat: 'I send and take files in our own chat only. Open it and do the same there.',
    declined: 'All right, the file is not saved. Ask for it again if you change your mind.',
    foreign: 'That file was for somebody else, so I cannot give it to you.',
    denied: 'Your role has changed since you asked for the file, so I cannot give it to you.',
    expired: 'The offer was good for ten minutes and is over. Ask for the file again.',
    used: 'The file has been fetched already. If it is not in your OneDrive, ask for it again.',
    unknown: 'I cannot find the file any more. Ask for it again.',
    unreadable: 'The answer about the file could not be read. Nothing is saved. Ask for the file again.',
    notPut: {
      host: 'Teams gave an address that I may not send to, so the file is not saved. Contact HR.',
      other: 'The file could not be saved in your OneDrive just now. Press again, or ask for the file anew.',
    },
    one: 'I take one file at a time. Send them one by one.',
    type: (endings: string) => `I do not take that type of file. I can read ${endings}.`,
    notFetched: {
      host: 'The file lies at an address that I may not fetch from, so I have not read it. Upload it here in the chat.',
      redirect: "The file's address leads on to another place, and I do not go there. Upload the file again.",
      'too-large': `The file is larger than ${megabytes} MB, so I have not read it. Split it or remove pictures.`,
      slow: 'The file could not be fetched in time, so I have not read it. Try again.',
      page: 'I got a web page instead of the file; the address may be too old. Upload the file again.',
      failed: 'The file could not be fetched, so I have not read it. Upload it again.',
    } satisfies Record<TransferFault, string>,
    offered: (name: string) => `File: ${name}`,
  },
} as const satisfies Record<Locale, object>;
