import type { Delivery } from '../../broadcast/index.js';
import { stockholmDate, stockholmTime } from '../../calendar/index.js';
import { writeXlsx } from '../../documents/index.js';
import type { Person } from '../../people/index.js';
import { findBroadcast } from './look.js';
import { bar } from '../bar.js';
import { noteAtTerminal } from '../note-at-terminal.js';
import { type BroadcastCommandTools, UsageError } from './tools.js';

const HEADINGS = [
  ...['Namn', 'Avdelning', 'Tillstånd', 'Orsak', 'Försök', 'Levererad', 'Bekräftad', 'Påmind', 'Tillbakadragen'],
  ...['Rättad', 'Anrop', 'Senaste svar från Teams'],
];
const DRAW_EVERY = 200;

/** One row a recipient, in the order of the ledger, which is not by name: the file is made to be sorted in Excel. */
export async function exportRows(
  tools: BroadcastCommandTools,
  options: { readonly organisation?: string; readonly format?: string; readonly out?: string },
  id: string,
): Promise<void> {
  const { format = 'csv', out } = options;
  if (format !== 'csv' && format !== 'xlsx') throw new UsageError(`--format ${format}: csv eller xlsx / csv or xlsx.`);
  if (format === 'xlsx' && out === undefined) throw new UsageError('--format xlsx: ange --out FIL.xlsx / needs --out.');
  const opened = await tools.open();
  const { organisation } = await findBroadcast(opened, options, id);
  const { recipients = 0 } = await opened.broadcasts.counts(organisation, id);
  const people = new Map<string, Person>();
  for await (const person of opened.people.list())
    if (person.organisation === organisation) people.set(person.id, person);
  const words = tools.words();
  const rows = [HEADINGS];
  for await (const { row } of opened.ledger.list(organisation, id)) {
    rows.push(cellsOf(row, people.get(row.person), words));
    if (rows.length % DRAW_EVERY === 0) tools.draw?.(bar(rows.length - 1, recipients));
  }
  tools.draw?.('');
  const touched = { broadcast: id };
  await noteAtTerminal(opened.audit, { at: tools.clock(), organisation, action: 'broadcast.export', subject: touched });
  const text = rows.map((cells) => cells.map(quoted).join(';')).join('\r\n');
  if (out === undefined) return tools.print(text);
  // Excel takes a CSV file without byte order mark for an old Windows one.
  await tools.writeFile(out, format === 'xlsx' ? await writeXlsx('Utskick', rows) : `\uFEFF${text}\r\n`);
  tools.print(`${rows.length - 1} rader i / rows in ${out}`);
}

function cellsOf(row: Delivery, person: Person | undefined, words: Readonly<Record<string, string>>): string[] {
  const moment = (at: Date | undefined) => (at ? `${stockholmDate(at)} ${stockholmTime(at)}` : '');
  return [
    person?.name ?? (row.state === 'unresolved' ? row.person : 'finns inte längre i katalogen'),
    person?.department ?? '',
    words[`state_${row.state}`] ?? row.state,
    row.cause ? (words[`cause_${row.cause}`] ?? row.cause) : '',
    String(row.attempt),
    moment(row.deliveredAt),
    moment(row.answeredAt),
    moment(row.remindedAt),
    moment(row.recalledAt),
    moment(row.correctedAt),
    String(row.tries),
    row.editError ?? row.lastError ?? '',
  ];
}

/** Quoted where it must be; what Excel would take for a formula gets an apostrophe before it. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
