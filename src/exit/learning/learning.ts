import { createHash } from 'node:crypto';
import { z } from 'zod';

/** So many themes an organisation keeps, and so many activities one subject is tied to: a page of people's attention. */
export const MOST_THEMES = 100;
export const MOST_TIES = 10;
/** So many reasons one activity is tied to: they stand on the manager's card. */
export const MOST_OF_AN_ACTIVITY = 5;
export const LONGEST = { name: 60, description: 300 } as const;

/** What HR makes of a batch of free texts that it read: a name, what it is about, and how many of the texts bear it. */
export const themeSchema = z.object({
  organisation: z.string(),
  id: z.string().min(1),
  name: z.string().min(1).max(LONGEST.name),
  description: z.string().max(LONGEST.description),
  /** So many of `texts` say it, as HR judges. */
  support: z.number().int().positive(),
  texts: z.number().int().positive(),
  /** The batch, and the tertials that its texts are from; kept when the texts themselves are gone. */
  batch: z.string(),
  tertials: z.array(z.string()).min(1),
});
export type Theme = z.infer<typeof themeSchema>;

/** Why people leave, in one word: a theme of HR's, or a reason of the survey's first question. */
export const SUBJECT_KINDS = ['theme', 'reason'] as const;
export interface Subject {
  readonly kind: (typeof SUBJECT_KINDS)[number];
  /** Of the theme, or of the option. */
  readonly id: string;
}

/** A subject tied to what is done about it: an activity of a plan. */
export const tieSchema = z.object({
  organisation: z.string(),
  kind: z.enum(SUBJECT_KINDS),
  subject: z.string(),
  plan: z.string(),
  activity: z.string(),
  /** The activity's words when it was tied: all that is left when the plan no longer has it. */
  words: z.string(),
  /** Of a reason: how it was called, and of which tertials the release told it. A theme has both itself. */
  sv: z.string(),
  en: z.string(),
  tertials: z.array(z.string()),
});
export type Tie = z.infer<typeof tieSchema>;

/** The same subject and activity are one tie, however often it is pressed. */
export function tieId({ kind, subject, plan, activity }: Pick<Tie, 'kind' | 'subject' | 'plan' | 'activity'>): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, subject, plan, activity]))
    .digest('hex')
    .slice(0, 24);
}

export interface Lessons {
  /** Of the newest batch first, in a batch by name. */
  readonly themes: readonly Theme[];
  readonly ties: readonly Tie[];
}

/** Where themes and ties are kept; provided by storage/. */
export interface LearningStore {
  read(organisation: string): Promise<Lessons>;
  /** Writes a theme, new or changed. `before` is what it was made from: throws `storage_conflict` when it is another by now. */
  putTheme(theme: Theme, before: Theme | undefined): Promise<void>;
  /** A theme and all its ties; nothing happens when it is gone already. */
  removeTheme(organisation: string, id: string): Promise<void>;
  putTie(tie: Tie): Promise<void>;
  removeTie(organisation: string, tie: string): Promise<void>;
}

/** The same words give the same sign: what a form was made from. */
export function signOf({ name, description, support, batch }: Omit<Theme, 'organisation' | 'id'>): string {
  return createHash('sha256')
    .update(JSON.stringify([name, description, support, batch]))
    .digest('hex')
    .slice(0, 16);
}

/** ["2026-1"] -> "T1 2026"; tertials in a row: "T3 2025–T2 2026". The same in both languages. */
export function periodOf(tertials: readonly string[]): string {
  const sorted = [...tertials].sort();
  const [first, last] = [sorted[0], sorted.at(-1)].map((key = '') => key.replace(/^(\d{4})-(\d)$/, 'T$2 $1'));
  return first === last ? first! : `${first}–${last}`;
}
