import type { AuditEntry } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';

/** What HR's view of the audit says. Headings stand in cards/privacy. */
export const auditTexts = {
  sv: {
    title: 'Åtkomstlogg',
    onlyInPersonalChat: 'Åtkomstloggen visar jag bara i vår egen chatt. Öppna den och skriv "åtkomstlogg" där.',
    by: { terminal: 'Driften (kommandoraden)', scheduler: 'Boten själv', settings: 'Driften (inställningarna)' },
    outcomes: { done: 'gjort', denied: 'nekat', invalid: 'otolkbart', failed: 'misslyckat' },
  },
  en: {
    title: 'Audit log',
    onlyInPersonalChat: 'I show the audit log only in our own chat. Open it and type "audit log" there.',
    by: { terminal: 'Operations (command line)', scheduler: 'The bot itself', settings: 'Operations (settings)' },
    outcomes: { done: 'done', denied: 'denied', invalid: 'unreadable', failed: 'failed' },
  },
} as const satisfies Record<Locale, AuditTexts>;

interface AuditTexts {
  readonly title: string;
  readonly onlyInPersonalChat: string;
  /** Who acts and is no person. */
  readonly by: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<AuditEntry['outcome'], string>>;
}
