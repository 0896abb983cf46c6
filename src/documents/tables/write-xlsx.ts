const MOST_WIDTH = 60;

/** A workbook of one sheet; the first row is its heading. Every cell is text, so nothing in it is taken for a formula. */
export async function writeXlsx(name: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  // Loaded when it is needed: it costs the bot's start a third of a second.
  const { Workbook } = await import('@cj-tech-master/excelts');
  const book = new Workbook();
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  for (const row of rows) sheet.addRow([...row]);
  sheet.getRow(1).font = { bold: true };
  (rows[0] ?? []).forEach((_heading, index) => {
    const longest = rows.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), 0);
    sheet.getColumn(index + 1).width = Math.min(MOST_WIDTH, longest + 2);
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}
