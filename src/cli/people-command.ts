import { parseArgs } from 'node:util';
import type { AuditLog } from '../actions/index.js';
import { AppError, isConflict, messageOf } from '../errors.js';
import {
  changesAnything,
  describeFaults,
  describePlan,
  type ImportPlan,
  type PeopleStore,
  type Person,
  rehearseImport,
} from '../people/index.js';
import { noteAtTerminal } from './note-at-terminal.js';

export const USAGE = [
  'Användning / Usage:',
  '  npm run -s people -- import FIL [--remove-missing] [--yes]',
  '      visar vad en import skulle göra och gör den med --yes / shows what an import would do, and does it with --yes',
  '  npm run -s people -- list [--organisation NAMN]',
  '      visar personalkatalogen / shows the directory of persons',
].join('\n');

export interface PeopleCommandTools {
  /** Called when it is needed only: wrong arguments are told without storage. */
  readonly openStore: () => Promise<PeopleStore>;
  readonly openAudit: () => Promise<AuditLog>;
  readonly now: Date;
  /** The text of a file, read as UTF-8. */
  readonly readText: (file: string) => Promise<string>;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/**
 * `people -- import FILE` and `people -- list`. Gives the exit code: 0 done, 1 storage failed, 2 something is wrong with the
 * file or the arguments (then nothing is changed).
 */
export async function runPeopleCommand(args: readonly string[], tools: PeopleCommandTools): Promise<0 | 1 | 2> {
  const command = readCommand(args);
  try {
    if (command.kind === 'import') return await importFile(command, tools);
    if (command.kind === 'list') return await list(command.organisation, tools);
    tools.complain(`${command.message}\n${USAGE}`);
    return 2;
  } catch (error) {
    tools.complain(explain(error));
    return 1;
  }
}

type PeopleCommand =
  | { readonly kind: 'import'; readonly file: string; readonly removeMissing: boolean; readonly yes: boolean }
  | { readonly kind: 'list'; readonly organisation: string | undefined }
  | { readonly kind: 'wrong'; readonly message: string };

function readCommand(args: readonly string[]): PeopleCommand {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'remove-missing': { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        organisation: { type: 'string' },
      },
    });
    const [name, file, ...rest] = positionals;
    if (name === 'import' && file !== undefined && rest.length === 0)
      return { kind: 'import', file, removeMissing: values['remove-missing'], yes: values.yes };
    if (name === 'list' && file === undefined) return { kind: 'list', organisation: values.organisation };
    return { kind: 'wrong', message: 'Kommandot känns inte igen / unknown command.' };
  } catch (error) {
    return { kind: 'wrong', message: messageOf(error) };
  }
}

async function importFile(
  { file, removeMissing, yes }: Extract<PeopleCommand, { kind: 'import' }>,
  tools: PeopleCommandTools,
): Promise<0 | 2> {
  const { openStore, now, readText, print, complain } = tools;
  let text: string;
  try {
    text = await readText(file);
  } catch (error) {
    complain(`Filen ${file} går inte att läsa (${messageOf(error)}).`);
    return 2;
  }
  const store = await openStore();
  const rehearsal = await rehearseImport({ store, text, removeMissing });
  if (rehearsal.kind === 'faulty') {
    const { length } = rehearsal.faults;
    complain(`${length} fel i ${file}. Ingenting är ändrat.\n${describeFaults(rehearsal.faults)}`);
    return 2;
  }
  const { plan, generation } = rehearsal;
  print(describePlan(plan));
  if (plan.refusals.length > 0) {
    complain('Ingenting är ändrat.');
    return 2;
  }
  if (!changesAnything(plan)) print('Det finns inget att ändra.');
  else if (!yes) print('Detta var en genomgång: ingenting är ändrat. Lägg till --yes för att göra importen.');
  else {
    await store.apply(plan, { generation, now });
    await note(plan, tools);
    print(describeDone(plan));
  }
  return 0;
}

/** The import changes who may do what: each organisation's audit says that it was, and of how many. */
async function note({ added, changed, missing }: ImportPlan, { openAudit, now }: PeopleCommandTools): Promise<void> {
  const removed = missing.fate === 'removed' ? missing.people : [];
  const groups = { added, changed: changed.map(({ after }) => after), removed };
  const organisations = new Set(Object.values(groups).flatMap((people) => people.map((one) => one.organisation)));
  const audit = await openAudit();
  for (const organisation of organisations) {
    const count = (people: readonly Person[]) =>
      String(people.filter((one) => one.organisation === organisation).length);
    const subject = { added: count(groups.added), changed: count(groups.changed), removed: count(groups.removed) };
    await noteAtTerminal(audit, { at: now, organisation, action: 'people.import', subject });
  }
}

function describeDone({ added, changed, missing }: ImportPlan): string {
  const removed = missing.fate === 'removed' ? missing.people.length : 0;
  return `Klart: ${added.length} nya, ${changed.length} ändrade, ${removed} borttagna. Boten läser in dem inom kort.`;
}

async function list(
  organisation: string | undefined,
  { openStore, print, complain }: PeopleCommandTools,
): Promise<0 | 2> {
  const people: Person[] = [];
  for await (const person of (await openStore()).list()) people.push(person);
  const wanted = organisation?.normalize('NFC').toLowerCase();
  const groups = new Map<string, Person[]>();
  for (const person of people.sort(byPlace)) {
    const group = groups.get(person.organisation);
    if (group) group.push(person);
    else groups.set(person.organisation, [person]);
  }
  const shown = [...groups].filter(([name]) => wanted === undefined || name.toLowerCase() === wanted);
  if (people.length === 0)
    print('Personalkatalogen är tom. Läs in personer med: npm run -s people -- import FIL --yes');
  else if (shown.length === 0) {
    complain(`Organisationen "${organisation}" finns inte. Det finns: ${[...groups.keys()].join(', ')}.`);
    return 2;
  }
  for (const [name, members] of shown) {
    print(`${name} (${members.length})`);
    for (const line of inColumns(members.map(cellsOf))) print(`  ${line}`);
  }
  return 0;
}

const collator = new Intl.Collator('sv');

function byPlace(a: Person, b: Person): number {
  const keys = ['organisation', 'department', 'unit', 'name'] as const;
  return keys.map((key) => collator.compare(a[key], b[key])).find((order) => order !== 0) ?? 0;
}

function cellsOf(person: Person): string[] {
  const place = [person.department, person.unit].filter((part) => part !== '').join(', ');
  return [person.name, person.function, place, person.roles.join('|'), person.email];
}

function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}

function explain(error: unknown): string {
  if (isConflict(error))
    return 'En annan import hann före. Ingenting är ändrat; kör genomgången igen. / Another import came first.';
  if (error instanceof AppError && error.code === 'storage_unavailable')
    return (
      'Lagringen svarar inte. En import har då antingen inte ändrat något alls eller gjorts helt; kör genomgången igen så ' +
      `syns det. / Storage does not answer.\n${error.message}`
    );
  return messageOf(error);
}
