import { z } from 'zod';
import { ROLES } from '../people/index.js';

/** Who is to get it: everybody of the organisation whom all the given limits let through, or persons by name. */
export const audienceSchema = z.union([
  z
    .object({
      roles: z.array(z.enum(ROLES)).optional(),
      departments: z.array(z.string()).optional(),
      units: z.array(z.string()).optional(),
    })
    .strict(),
  /** Entra ids or e-mail addresses, as they were given: what nobody has stays as `unresolved`. */
  z.object({ persons: z.array(z.string().min(1).max(320)).max(100_000) }).strict(),
  /** One conversation of many (a channel), by the key under which it is kept: its row in the ledger names it instead of a person. */
  z.object({ conversation: z.string().startsWith('conversation:').max(400) }).strict(),
]);
export type Audience = z.infer<typeof audienceSchema>;
