import { z } from 'zod';
import { LONGEST_SHOWN } from '../../privacy/index.js';
import type { BackgroundId, QuestionId } from './survey.js';

/** Somebody may paste ten thousand characters: they are told, and keep them. */
const LONGEST_PASTED = 20_000;
/** More than all choices and a text of the longest make. */
const LONGEST_KEPT = 12_000;

const id = z.string().min(1).max(300);
const chosen = z.string().max(400).default('');
const typedShape = {
  Q1: chosen,
  Q1main: chosen,
  Q2: chosen,
  Q3: chosen,
  Q4: chosen,
  Q5: chosen,
  Q6: chosen,
  Q7: chosen,
  Q8: chosen,
  Q9: chosen,
  Q10: chosen,
  Q11: chosen,
  Q12: chosen,
  Q13: chosen,
  Q14: chosen,
  Q15: z.string().max(LONGEST_PASTED).default(''),
  occupation: chosen,
  tenure: chosen,
  gender: chosen,
} as const satisfies Record<QuestionId | 'Q1main' | BackgroundId, z.ZodTypeAny>;

/** What the inputs of all pages hold. */
export type Typed = Readonly<Record<keyof typeof typedShape, string>>;
export const TYPED_IDS = Object.keys(typedShape) as readonly (keyof Typed)[];

const formShape = {
  case: id,
  ticket: z.string().min(1).max(200),
  /** What was answered on the other pages, as JSON: nothing unfinished is kept anywhere but in the card. */
  kept: z.string().max(LONGEST_KEPT).default(''),
  page: z.number().int().min(1).max(99),
  shown: z.string().max(LONGEST_SHOWN).default(''),
  ...typedShape,
};

export const openSchema = z.object({ case: id, ticket: z.string().min(1).max(200) }).strict();
export const pageSchema = z.object({ ...formShape, to: z.number().int().min(1).max(99) }).strict();
export const sendSchema = z.object(formShape).strict();
/** `stay` from a page of questions, whose card stays as it is. */
export const contactSchema = z.object({ case: id, stay: z.literal('yes').optional() }).strict();

const keptSchema = z.object(typedShape).partial();

/** What the card carried from the other pages; undefined when nobody can read it. */
export function readKept(kept: string): Partial<Typed> | undefined {
  if (kept === '') return {};
  try {
    return keptSchema.parse(JSON.parse(kept));
  } catch {
    return undefined;
  }
}

/** All pages together: those inputs that stand on this page as they were sent, the others as the card carried them. */
export function typedOf(input: Typed, kept: Partial<Typed>, onPage: (id: keyof Typed) => boolean): Typed {
  return Object.fromEntries(TYPED_IDS.map((key) => [key, onPage(key) ? input[key] : (kept[key] ?? '')])) as Typed;
}

/** What a button carries of the pages that it does not show. */
export function keptOf(typed: Typed, onPage: (id: keyof Typed) => boolean): string {
  const others = TYPED_IDS.filter((key) => !onPage(key) && typed[key] !== '').map((key) => [key, typed[key]]);
  return others.length === 0 ? '' : JSON.stringify(Object.fromEntries(others));
}
