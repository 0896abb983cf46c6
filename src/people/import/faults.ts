/** Something in the people file that must be put right before it can be imported. */
export interface Fault {
  /** Line of the file, counted from 1 as an editor or Excel does; none when it is about the whole file. */
  readonly row?: number;
  /** The heading as the file should have it; none when it is about the whole row. */
  readonly column?: string;
  /** What is wrong and what to do, in Swedish for HR, with the value shown shortened. */
  readonly message: string;
}

const SHOWN_VALUE = 40;
export const SHOWN_FAULTS = 50;

/** A value as a message shows it: in quotes, on one line, at most 40 characters. */
export function show(value: string): string {
  const line = value.replace(/\p{Cc}+/gu, ' ').trim();
  const characters = [...line];
  return `"${characters.length > SHOWN_VALUE ? `${characters.slice(0, SHOWN_VALUE - 1).join('')}…` : line}"`;
}

/** Names in a list, cut after `most`: "a, b och 3 till". */
export function listShortly(items: readonly string[], most = 5): string {
  const rest = items.length - most;
  return rest > 0 ? `${items.slice(0, most).join(', ')} och ${rest} till` : items.join(', ');
}

export function describeFault({ row, column, message }: Fault): string {
  const where = [row === undefined ? [] : [`Rad ${row}`], column === undefined ? [] : [`kolumn ${column}`]]
    .flat()
    .join(', ');
  return where ? `${where}: ${message}` : message;
}

/** All faults in file order, one a line; after `most` (50) a last line that counts the rest. */
export function describeFaults(faults: readonly Fault[], most = SHOWN_FAULTS): string {
  const lines = faults.slice(0, most).map(describeFault);
  if (faults.length > most) lines.push(`… och ${faults.length - most} fel till. Rätta dessa och kör igen.`);
  return lines.join('\n');
}
