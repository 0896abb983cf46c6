import type { Locale } from '../calendar/index.js';

export const broadcastTexts = {
  sv: {
    recalled: (title: string) => `Utskicket ”${title}” har dragits tillbaka.`,
    summary: (title: string, organisation: string) => `${title} (${organisation})`,
    reminder: (title: string, deadline?: string) =>
      `Påminnelse: ”${title}” väntar på ditt svar${deadline === undefined ? '' : `, senast ${deadline}`}.`,
  },
  en: {
    recalled: (title: string) => `The message “${title}” has been withdrawn.`,
    summary: (title: string, organisation: string) => `${title} (${organisation})`,
    reminder: (title: string, deadline?: string) =>
      `Reminder: “${title}” is waiting for your answer${deadline === undefined ? '' : `, by ${deadline}`}.`,
  },
} as const satisfies Record<Locale, object>;
