import { z } from 'zod';

/** Instead of a department: a choice of a card must have a value. */
export const WHOLE = '*';

const file = z.string().min(1).max(100);
/** What HR corrects. Clients send the number as text or as a number, and leave out what is empty. */
const inputs = {
  department: z.string().max(200).optional(),
  year: z.union([z.string().max(20), z.number()]).optional(),
};

/** Shows the rehearsal again, with other inputs or another page. */
export const showSchema = z.object({ file, page: z.coerce.number().int().min(1).max(10_000), ...inputs }).strict();
/** `basis` says what was shown: the plan and the version of it that the file was compared with. */
export const saveSchema = z.object({ file, basis: z.string().max(200), ...inputs }).strict();
export const cancelSchema = z.object({ file }).strict();
export const listSchema = z.object({ page: z.number().int().min(1).max(1000) }).strict();

export type Inputs = Pick<z.infer<typeof showSchema>, 'department' | 'year'>;

/** What HR chose; what is undefined is left to the file. */
export interface Chosen {
  /** '' for the whole organisation. */
  readonly department?: string;
  readonly year?: number;
}

/** Reads what was chosen; undefined when the year is none. */
export function readChosen({ department, year }: Inputs): Chosen | undefined {
  const typed = String(year ?? '').trim();
  if (typed !== '' && !/^20\d\d$/.test(typed)) return undefined;
  return {
    ...(department === undefined || department === '' ? {} : { department: department === WHOLE ? '' : department }),
    ...(typed === '' ? {} : { year: Number(typed) }),
  };
}
