import type { Register } from './register.js';
import type { LooseRow } from './rules.js';
import type { Subject } from './erase.js';
import { createFinder, mapTexts } from './traces.js';

/** What one table holds of a person. */
export interface Extracted {
  readonly table: string;
  readonly rows: readonly LooseRow[];
}

/** Whether somebody of the directory has this id or this e-mail address. */
export type IsPerson = (idOrEmail: string) => boolean;

const UUID = /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/giu;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu;
/** In the place of somebody else's id or address: an extract is of one person alone. */
export const SOMEBODY_ELSE = '(annan person / somebody else)';

/**
 * All that is kept of a person: every row of every table in which the id, the e-mail address or the name stands, whatever the column. Other
 * people's ids and addresses are covered, and of a list of people only the person is left; bytes of files are left out.
 */
export async function extract(
  register: Register,
  { organisation: _organisation, ...traces }: Subject,
  isPerson: IsPerson,
): Promise<readonly Extracted[]> {
  const finder = createFinder(traces);
  const found: Extracted[] = [];
  for (const table of register.tables) {
    const rows: LooseRow[] = [];
    for await (const { row } of table.rows()) {
      if (!finder.isIn(row)) continue;
      const read = Object.entries(row).filter(([column]) => !table.isBytes(column));
      rows.push(ofPersonAlone(Object.fromEntries(read), { isOwn: (text) => finder.isIn(text), isPerson }));
    }
    if (rows.length > 0) found.push({ table: table.name, rows });
  }
  return found;
}

interface Sight {
  readonly isOwn: (text: string) => boolean;
  readonly isPerson: IsPerson;
}

function ofPersonAlone(row: LooseRow, sight: Sight): LooseRow {
  return mapTexts(withShortLists(row, sight), (text) => covered(text, sight)) as LooseRow;
}

function covered(text: string, { isOwn, isPerson }: Sight): string {
  const cover = (one: string) => (!isOwn(one) && isPerson(one) ? SOMEBODY_ELSE : one);
  return text.replace(UUID, cover).replace(EMAIL, cover);
}

/** A list of people says no more than that the person is in it, and how many others are. */
function withShortLists(value: unknown, sight: Sight): unknown {
  if (Array.isArray(value)) {
    const isOther = (one: unknown) => typeof one === 'string' && !sight.isOwn(one) && sight.isPerson(one);
    const others = value.filter(isOther).length;
    const kept = value.filter((one) => !isOther(one)).map((one) => withShortLists(one, sight));
    return others > 0 ? [...kept, `+ ${others} ${SOMEBODY_ELSE}`] : kept;
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withShortLists(inner, sight)]));
}
