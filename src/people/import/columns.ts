/** The columns of the people file, in the order in which docs/people.md and the demo file have them. */
export const COLUMNS = [
  'id',
  'name',
  'email',
  'organisation',
  'department',
  'unit',
  'function',
  'occupationalGroup',
  'employedFrom',
  'language',
  'manager',
  'roles',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Finds a column by its heading, whatever its case: "Email " -> email. Undefined when the file has one of its own. */
export function findColumn(heading: string): Column | undefined {
  const wanted = heading.trim().toLowerCase();
  return COLUMNS.find((column) => column.toLowerCase() === wanted);
}
