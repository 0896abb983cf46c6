import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, figures and single hyphens');
const text = z.string().trim().min(1);

/** A word, `begins-`, `-ends`, or words in a row, in which `<person>`, `<other>`, `?` and `…` stand for what varies. */
const WORD = String.raw`-?[\p{L}\p{N}]+-?|<person>|<other>|[?…]`;
const entry = z
  .string()
  .trim()
  .regex(
    new RegExp(String.raw`^(?:${WORD})(?: (?:${WORD}))*$`, 'u'),
    'a word, begins-, -ends, or words in a row with <person>, <other>, ? or …',
  );
const entries = z.array(entry).default([]);

/** One way on: whom to turn to, and for what. `text` goes on from the name: "HR" + "för stöd till både ...". */
export const routeSchema = z.object({ id, name: text, nameEn: text, text, textEn: text }).strict();

/** A delicate matter: the words it is known by and the fixed texts about it (`knowledge/sensitive/topics.yml`). */
export const topicSchema = z
  .object({
    id,
    title: text,
    titleEn: text,
    /** Said to somebody who tells of a case. */
    text,
    textEn: text,
    /** Added to the answer of a question how we work with it. */
    aside: text,
    asideEn: text,
    routes: z.array(id).min(1),
    reviewBy: z.string().date(),
    acts: z.array(entry).min(1),
    actsEn: z.array(entry).min(1),
    subjects: entries,
    subjectsEn: entries,
    harmless: entries,
    harmlessEn: entries,
  })
  .strict();

/** The ways of telling and asking that hold for every topic; `forms.yml` says what each is for. */
export const FORMS = [
  'self',
  'definite',
  'indefinite',
  'group',
  'nobody',
  'exposed',
  'between',
  'interrogative',
  'verb-first',
  'supposes',
  'boundary',
  'asks',
] as const;
export type FormId = (typeof FORMS)[number];

export const formSchema = z
  .object({ id: z.enum(FORMS), sv: z.array(entry).min(1), en: z.array(entry).min(1) })
  .strict();

export type Route = z.infer<typeof routeSchema>;
export type Topic = z.infer<typeof topicSchema>;
export type Form = z.infer<typeof formSchema>;

/** All of knowledge/sensitive. */
export interface SensitiveKnowledge {
  readonly topics: readonly Topic[];
  readonly routes: readonly Route[];
  readonly forms: readonly Form[];
}
