import { z } from 'zod';
import { LONGEST_SHOWN } from '../../privacy/index.js';

/** How long each text may be, in signs; the inputs of cards/broadcast/form.card.json say the same. */
export const LONGEST = { title: 100, text: 2000, persons: 6000 } as const;

/** What is longer than its input lets through comes from no client of ours, and is refused unread. */
const text = (longest: number) =>
  z
    .string()
    .max(3 * longest)
    .default('');

const wordsShape = {
  title: text(LONGEST.title),
  text: text(LONGEST.text),
  titleEn: text(LONGEST.title),
  textEn: text(LONGEST.text),
  /** What the writer was asked about before (`judge`), carried by the form. */
  shown: z.string().max(LONGEST_SHOWN).default(''),
};

/** What was typed into the form, as it was typed; empty inputs are not sent by clients. */
export const valuesShape = {
  roles: text(LONGEST.text),
  departments: text(LONGEST.text),
  units: text(LONGEST.persons),
  persons: text(LONGEST.persons),
  ...wordsShape,
  confirm: z.enum(['true', 'false']).default('false'),
  deadline: text(10),
  sendDate: text(10),
  sendTime: text(10),
};
export const valuesSchema = z.object(valuesShape).strict();
export type Values = z.infer<typeof valuesSchema>;

const formShape = { form: z.string().uuid() };
const idShape = { broadcast: z.string().min(1).max(200) };

/** `openedAt` is when the form was made: part of the broadcast's id, so that one form is one broadcast. */
export const rehearseSchema = z
  .object({
    ...formShape,
    openedAt: z
      .string()
      .datetime()
      .refine((moment) => moment >= '2020'),
    ...valuesShape,
  })
  .strict();
/** `version` is that of what was rehearsed: nobody sends what somebody else has changed since. */
export const sendSchema = z.object({ ...formShape, version: z.string().max(64) }).strict();
export const formSchema = z.object(formShape).strict();
export const broadcastSchema = z.object(idShape).strict();
/** `press` is the moment of the card: two presses on the same card are one. */
export const passSchema = z.object({ ...idShape, press: z.string().max(40) }).strict();
export const pageSchema = z.object({ page: z.number().int().min(1).max(1000) }).strict();
export const correctSchema = z.object({ ...idShape, edition: z.number().int().min(0), ...wordsShape }).strict();

export function emptyValues(): Values {
  return valuesSchema.parse({});
}
