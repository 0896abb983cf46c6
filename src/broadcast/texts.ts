import type { Locale } from '../calendar/index.js';

export const broadcastTexts = {
  sv: {
    recalled: (title: string) => `Utskicket ”${title}” har dragits tillbaka av HR.`,
    summary: (title: string, organisation: string) => `${title} (${organisation})`,
  },
  en: {
    recalled: (title: string) => `The message “${title}” has been withdrawn by HR.`,
    summary: (title: string, organisation: string) => `${title} (${organisation})`,
  },
} as const satisfies Record<Locale, object>;
