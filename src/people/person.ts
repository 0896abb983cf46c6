import { z } from 'zod';
import { LOCALES } from '../calendar/index.js';

export const ROLES = ['medarbetare', 'chef', 'hr', 'hr-analytiker', 'admin'] as const;
export type Role = (typeof ROLES)[number];

const text = (max = 200) => z.string().trim().min(1).max(max);

/**
 * One person of the directory. `id` is the Entra object id, which Teams sends as `from.aadObjectId`: it is the only
 * thing by which the bot recognises who acts. `function` is the title of the role in the organisation (Enhetschef, ...),
 * `occupationalGroup` the profession (undersköterska, ...), `roles` what the person may do here.
 */
export const personSchema = z
  .object({
    id: z.string().uuid().toLowerCase(),
    name: text(),
    email: z.string().trim().toLowerCase().email().max(320),
    organisation: text(),
    department: text(),
    unit: z.string().trim().max(200),
    function: text(),
    occupationalGroup: text(),
    employedFrom: z.string().date(),
    language: z.enum(LOCALES),
    managerId: z.string().uuid().toLowerCase().optional(),
    roles: z.array(z.enum(ROLES)).min(1),
  })
  .strict();

export type Person = z.infer<typeof personSchema>;

/** Who acts in a turn: somebody of the directory, somebody of the tenant whom the directory does not know yet, or a guest. */
export type Asker =
  | { readonly kind: 'person'; readonly id: string; readonly person: Person }
  | { readonly kind: 'unknown'; readonly id: string }
  | { readonly kind: 'guest'; readonly id: string };

/** The partition of those whom the directory does not know. No organisation of the directory may have this name. */
export const NO_ORGANISATION = 'okänd';

/** The organisation that what somebody does belongs to; NO_ORGANISATION for those whom the directory does not know. */
export function organisationOf(asker: Asker): string {
  return asker.kind === 'person' ? asker.person.organisation : NO_ORGANISATION;
}

/** Finds people. Reads are from memory, so a turn costs no storage call; see storage/people-directory. */
export interface Directory {
  find(id: string): Person | undefined;
}
