/** One line of the audit: who did what to what, and how it ended. Ids and action, never text (domain page P10). */
export interface AuditEntry {
  readonly at: Date;
  readonly organisation: string;
  readonly personId: string;
  readonly permission: string;
  /** The verb or command. */
  readonly action: string;
  readonly outcome: 'done' | 'denied' | 'invalid' | 'failed';
  /** Ids of what was touched, by kind. */
  readonly subject?: Readonly<Record<string, string>>;
}

export interface AuditLog {
  append(entry: AuditEntry): Promise<void>;
}

/** Lines of the audit as they were written. */
export interface AuditReader {
  /** Of an organisation from a day to a day, ISO, both included; newest first. */
  list(range: { organisation: string; from: string; to: string }): AsyncIterable<AuditEntry & { readonly id: string }>;
}
