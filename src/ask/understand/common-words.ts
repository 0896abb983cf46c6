import { z } from 'zod';
import { fold } from '../text/fold.js';
import type { Words } from './words.js';

const forms = z.array(z.string().regex(/^[a-zåäöé]+$/, 'a word in small letters'));

/** knowledge/vocabulary/common-words.yml, which says what it is for. */
export const commonWordsSchema = z.object({ sv: forms, en: forms }).strict();
export type CommonWords = z.infer<typeof commonWordsSchema>;

/** Shorter words are others without their dots. */
const SHORTEST_WITHOUT_DOTS = 5;

/** The common words of both languages, with and without å, ä and ö. Built once. */
export function commonWordsOf({ sv, en }: CommonWords): Words {
  const folded = sv.filter((word) => word.length >= SHORTEST_WITHOUT_DOTS).map(fold);
  const all = new Set([...sv, ...en, ...folded]);
  return { has: (word) => all.has(word) };
}
