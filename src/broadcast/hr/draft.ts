import { createHash } from 'node:crypto';
import type { Values } from './values.js';

/** A form that was rehearsed and not sent yet: kept, since a card has no room for it beside its preview. */
export interface Draft {
  readonly organisation: string;
  readonly form: string;
  readonly createdBy: string;
  readonly openedAt: Date;
  readonly values: Values;
}

/** Where drafts are kept; provided by storage/. */
export interface DraftStore {
  save(draft: Draft): Promise<void>;
  find(organisation: string, form: string): Promise<Draft | undefined>;
  remove(organisation: string, form: string): Promise<void>;
}

/** The same for the same content. */
export function versionOf({ values }: Pick<Draft, 'values'>): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);
}
