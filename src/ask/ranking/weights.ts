import { z } from 'zod';
import { EVIDENCE } from './confidence.js';
import { FEATURES } from './features.js';

/** What a routine is weighed by: its title and text as a passage, and the questions people ask, all together and the most alike one. */
export const ROUTINE_FEATURES = [...FEATURES.slice(1), 'asked', 'alike', 'same'] as const;

const weight = z.number().finite().min(0, 'a learned weight is 0 or more');
const record = <K extends string>(names: readonly K[], value: z.ZodNumber) =>
  z.object(Object.fromEntries(names.map((name) => [name, value])) as Record<K, z.ZodNumber>).strict();

const calibrationSchema = record([...EVIDENCE, 'bias'] as const, z.number().finite());
const modelSchema = <K extends string>(features: readonly K[]) =>
  z.object({ weights: record(features, weight), confidence: calibrationSchema }).strict();

/** `knowledge/ranking/weights.json`: written by `npm run -s rank -- learn`, never by hand. */
export const rankingSchema = z
  .object({
    /** What the weights were learned from: file names with their number of questions. */
    learnedFrom: z.array(z.object({ name: z.string().min(1), questions: z.number().int().positive() }).strict()).min(1),
    passages: modelSchema(FEATURES),
    routines: z.object({ sv: modelSchema(ROUTINE_FEATURES), en: modelSchema(ROUTINE_FEATURES) }).strict(),
  })
  .strict();
export type Ranking = z.infer<typeof rankingSchema>;
export type PassageModel = Ranking['passages'];
export type RoutineModel = Ranking['routines']['sv'];

/** Named weights in the order of their features. */
export function inOrder<K extends string>(names: readonly K[], weights: Readonly<Record<K, number>>): Float64Array {
  return Float64Array.from(names, (name) => weights[name]);
}

/** The other way round, rounded to what the file shows: learning again gives the same file. */
export function named<K extends string>(names: readonly K[], values: ArrayLike<number>): Record<K, number> {
  return Object.fromEntries(names.map((name, at) => [name, Math.round(values[at]! * 1e4) / 1e4])) as Record<K, number>;
}
