import { createHash } from 'node:crypto';
import type { Person } from '../../people/index.js';
import type { Values } from './values.js';

/** A form that was rehearsed and not sent yet: kept, since a card has no room for it beside its preview. */
export interface Draft<Typed extends object = Values> {
  readonly organisation: string;
  readonly form: string;
  readonly createdBy: string;
  readonly openedAt: Date;
  readonly values: Typed;
}

/** Where drafts of one kind of form are kept; provided by storage/. */
export interface DraftStore<Typed extends object = Values> {
  save(draft: Draft<Typed>): Promise<void>;
  find(organisation: string, form: string): Promise<Draft<Typed> | undefined>;
  remove(organisation: string, form: string): Promise<void>;
}

/** The same for the same content, in whatever order its fields come. */
export function versionOf({ values }: { readonly values: object }): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')
    .slice(0, 16);
}

/** The draft of a form when it is this person's own; another's is as unknown as none. */
export async function findOwnDraft<Typed extends object>(
  drafts: Pick<DraftStore<Typed>, 'find'>,
  { organisation, id }: Pick<Person, 'organisation' | 'id'>,
  form: string,
): Promise<Draft<Typed> | undefined> {
  const draft = await drafts.find(organisation, form);
  return draft?.createdBy === id ? draft : undefined;
}
