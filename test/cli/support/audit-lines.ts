import type { AuditEntry, AuditLog } from '../../../src/actions/index.js';

/** An audit that is read back as lines: who, what, of which organisation, and of what. */
export function auditLines(): { readonly audit: AuditLog; readonly lines: string[] } {
  const lines: string[] = [];
  const lineOf = ({ personId, action, organisation, subject = {} }: AuditEntry) =>
    [personId, action, organisation, ...Object.entries(subject).map(([name, id]) => `${name}=${id}`)].join(' ');
  return { lines, audit: { append: async (entry) => void lines.push(lineOf(entry)) } };
}
