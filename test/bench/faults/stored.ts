import { TableClient } from '@azure/data-tables';

export type RawRow = Readonly<Record<string, unknown>>;

/** All rows of a table as Azurite has them, past the bot's own way of reading. */
export async function rowsOf(connectionString: string, table: string): Promise<RawRow[]> {
  const client = TableClient.fromConnectionString(connectionString, table, { allowInsecureConnection: true });
  const rows: RawRow[] = [];
  for await (const row of client.listEntities<Record<string, unknown>>()) rows.push(row);
  return rows;
}

/** A value that is kept as JSON in one column, or in several of which the first has this name. */
export function jsonOf(row: RawRow, column: string): unknown {
  const texts = [row[column], ...Array.from({ length: 20 }, (_, n) => row[`${column}${n + 1}`])];
  return JSON.parse(texts.filter((text) => typeof text === 'string').join('')) as unknown;
}
