import { z } from 'zod';
import type { Locale } from '../../calendar/index.js';

/**
 * Why an activity matters beside its goal: HR tied it to a reason why people leave. Name and period alone, never how many said it:
 * managers and reports read it.
 */
export const learnedSchema = z.object({
  sv: z.string().min(1).max(200),
  en: z.string().min(1).max(200),
  /** "T1 2026" */
  period: z.string().max(40),
});
export type Learned = z.infer<typeof learnedSchema>;

/** The ties of an organisation's activities by their keys ("2020-forskola/17"); provided by whoever knows why people leave. */
export type ReadLearned = (organisation: string) => Promise<ReadonlyMap<string, readonly Learned[]>>;

const TIED = { sv: 'Kopplad till avgångsorsak', en: 'Tied to a reason for leaving' } as const satisfies Record<
  Locale,
  string
>;

/** "Kopplad till avgångsorsak: introduktion (T1 2026)" */
export function learnedIn(locale: Locale, learned: Learned): string {
  return `${TIED[locale]}: ${learnedName(locale, learned)}`;
}

/** "introduktion (T1 2026)" */
export function learnedName(locale: Locale, { period, ...names }: Learned): string {
  return `${names[locale]} (${period})`;
}
