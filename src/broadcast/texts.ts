import type { Locale } from '../calendar/index.js';

export const broadcastTexts = {
  sv: {
    recalled: (title: string) => `Utskicket ”${title}” har dragits tillbaka av HR.`,
  },
  en: {
    recalled: (title: string) => `The message “${title}” has been withdrawn by HR.`,
  },
} as const satisfies Record<Locale, object>;
