import type { AuditEntry, AuditLog } from '../actions/index.js';

/** In the audit, in the place of a person: whoever has the terminal of the bot has all of storage. */
export const AT_TERMINAL = 'terminal';

/** Writes into the audit what was done at the terminal; what leaves, before it leaves. */
export function noteAtTerminal(
  audit: AuditLog,
  entry: Pick<AuditEntry, 'at' | 'organisation' | 'action' | 'subject'>,
): Promise<void> {
  return audit.append({ ...entry, personId: AT_TERMINAL, permission: 'terminal', outcome: 'done' });
}
