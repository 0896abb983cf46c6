import { z } from 'zod';
import { normalisePhrase } from '../../actions/index.js';
import type { Owner } from '../checklist/item.js';

/** Owners of items who are found by their title; the others are found by their role or place in the line. */
export const TITLED_OWNERS = ['lön', 'it', 'registrator', 'mas'] as const satisfies readonly Owner[];
export type TitledOwner = (typeof TITLED_OWNERS)[number];

/** Whose titles hold one function, as knowledge/exit/functions.yml says it; the first title is looked for first. */
export const functionTitlesSchema = z
  .object({
    owner: z.enum(TITLED_OWNERS),
    titles: z.array(z.string().trim().min(1).max(200)).min(1),
  })
  .strict();
export type FunctionTitles = z.infer<typeof functionTitlesSchema>;

/** A title as it is compared: "  It-Tekniker" and "IT-tekniker" are one. Whole titles only, no endings: "Registratorer" is none. */
export function foldTitle(title: string): string {
  return normalisePhrase(title);
}
