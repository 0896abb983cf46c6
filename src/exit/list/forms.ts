import { z } from 'zod';
import { LONGEST_SHOWN } from '../../privacy/index.js';
import { TICK_STATES } from '../case/exit-case.js';
import type { Part } from './part.js';
import type { Said, TickState } from './tick.js';

/** Somebody may paste ten thousand characters: they are told, and keep them. More comes from no client of ours. */
const LONGEST_PASTED = 20_000;
const typed = z.string().max(LONGEST_PASTED).default('');

/** Whose parts a list shows: the asker's own, or all of the case to read. */
export const SCOPES = ['own', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

const caseShape = { exit: z.string().min(1).max(300) };
/** `isLive`: pressed on the card that keeps itself true, which never becomes a form; a new message answers then. */
const pressShape = {
  ...caseShape,
  isLive: z.boolean(),
  page: z.number().int().min(1).max(1000),
  scope: z.enum(SCOPES),
};
const partShape = { item: z.string().min(1).max(40), owner: z.string().min(1).max(40) };
const typedShape = { state: z.string().max(40).default(''), delegatedTo: typed, comment: typed };
/** The form of one part stands in a message of its own. `page` and `scope` lead back to where it was opened. */
const formShape = {
  ...caseShape,
  ...partShape,
  ...typedShape,
  page: pressShape.page,
  scope: pressShape.scope,
};

export const openSchema = z.object(pressShape).strict();
export const itemSchema = z.object({ ...pressShape, ...partShape }).strict();
/** `seen` is the version that the card was made from, see `versionOf`. */
export const doneSchema = z.object({ ...pressShape, ...partShape, seen: z.string().max(100) }).strict();
/** `shown` is what its writer was asked about before, see `judge`. */
export const saveSchema = z
  .object({ ...formShape, seen: z.string().max(100), shown: z.string().max(LONGEST_SHOWN).default('') })
  .strict();
/** `isLeaving`: the writer has been asked whether to leave without saving. */
export const leaveSchema = z.object({ ...formShape, isLeaving: z.boolean() }).strict();
export const casesSchema = z.object({ page: pressShape.page }).strict();

export type Press = z.infer<typeof openSchema>;
export type Ref = Pick<z.infer<typeof itemSchema>, 'exit' | 'item' | 'owner'>;
/** The inputs of a part as they were typed. */
export type Typed = Pick<z.infer<typeof saveSchema>, keyof typeof typedShape>;

export function typedOf({ state, delegatedTo, comment }: Typed): Typed {
  return { state, delegatedTo, comment };
}

/** The inputs as they stand when nothing was typed: what was said. */
export function valuesOf({ tick }: Pick<Part, 'tick'>): Typed {
  return { state: tick?.state ?? '', delegatedTo: tick?.delegatedTo ?? '', comment: tick?.comment ?? '' };
}

/** What the inputs say, without the blanks around it. A state that there is not is none. */
export function saidOf({ state, delegatedTo, comment }: Typed): Said {
  const isState = (TICK_STATES as readonly string[]).includes(state);
  return {
    ...(isState && { state: state as TickState }),
    delegatedTo: delegatedTo.trim(),
    comment: comment.trim(),
  };
}

/** Whether the inputs say anything else than what is saved. */
export function isDirty(part: Pick<Part, 'tick'>, input: Typed): boolean {
  const before = valuesOf(part);
  return (Object.keys(before) as (keyof Typed)[]).some((field) => before[field].trim() !== input[field].trim());
}
