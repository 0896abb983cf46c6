import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { AuditLog } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';
import { messageOf } from '../errors.js';
import type { PeopleStore, Person } from '../people/index.js';
import {
  changesAnything,
  describeImport,
  describeRefusal,
  type PlanStore,
  rehearsePlanImport,
  type StoredPlan,
  unheldFunctions,
} from '../plan/index.js';
import { noteAtTerminal } from './note-at-terminal.js';
import { chooseOrganisation } from './organisation.js';
import { describeStorageFault } from './storage-fault.js';

export const USAGE = [
  'Användning / Usage:',
  '  npm run -s plan -- import FIL [--organisation NAMN] [--department AVDELNING] [--year ÅR] [--lang sv|en] [--yes]',
  '      visar vad som förstås av en plan (.xlsx, .csv, .docx) och läser in den med --yes / shows what is understood of a plan, and',
  '      imports it with --yes',
  '  npm run -s plan -- list [--organisation NAMN]',
  '      visar inlästa planer / shows the imported plans',
].join('\n');

export interface PlanCommandTools {
  /** Called when they are needed only: wrong arguments are told without storage. */
  readonly openStores: () => Promise<{
    readonly plans: PlanStore;
    readonly people: Pick<PeopleStore, 'list'>;
    readonly audit: AuditLog;
  }>;
  readonly now: Date;
  readonly readFile: (file: string) => Promise<Uint8Array>;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/**
 * `plan -- import FILE` and `plan -- list`. Gives the exit code: 0 done, 1 storage failed, 2 something is wrong with the file or the
 * arguments (then nothing is changed).
 */
export async function runPlanCommand(args: readonly string[], tools: PlanCommandTools): Promise<0 | 1 | 2> {
  const command = readCommand(args);
  if (command.kind === 'wrong') {
    tools.complain(`${command.message}\n${USAGE}`);
    return 2;
  }
  try {
    return command.kind === 'import' ? await importFile(command, tools) : await list(command.organisation, tools);
  } catch (error) {
    tools.complain(describeStorageFault(error));
    return 1;
  }
}

interface Import {
  readonly kind: 'import';
  readonly file: string;
  readonly organisation: string | undefined;
  readonly department: string | undefined;
  readonly year: number | undefined;
  readonly locale: Locale;
  readonly yes: boolean;
}

type PlanCommand =
  | Import
  | { readonly kind: 'list'; readonly organisation: string | undefined }
  | { readonly kind: 'wrong'; readonly message: string };

function readCommand(args: readonly string[]): PlanCommand {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        organisation: { type: 'string' },
        department: { type: 'string' },
        year: { type: 'string' },
        lang: { type: 'string', default: 'sv' },
        yes: { type: 'boolean', default: false },
      },
    });
    const { organisation, department, year, lang, yes } = values;
    const [name, file, ...rest] = positionals;
    if (year !== undefined && !/^20\d\d$/.test(year)) return wrong(`--year ${year}: ange ett år, 2020 / give a year.`);
    if (lang !== 'sv' && lang !== 'en') return wrong(`--lang ${lang}: sv eller en / sv or en.`);
    if (name === 'import' && file !== undefined && rest.length === 0)
      return {
        kind: 'import',
        file,
        organisation,
        department,
        year: year ? Number(year) : undefined,
        locale: lang,
        yes,
      };
    if (name === 'list' && file === undefined) return { kind: 'list', organisation };
    return wrong('Kommandot känns inte igen / unknown command.');
  } catch (error) {
    return wrong(messageOf(error));
  }
}

function wrong(message: string): PlanCommand {
  return { kind: 'wrong', message };
}

async function importFile(command: Import, tools: PlanCommandTools): Promise<0 | 2> {
  const { file, locale, department, year } = command;
  const { print, complain, now } = tools;
  let bytes: Uint8Array;
  try {
    bytes = await tools.readFile(file);
  } catch (error) {
    complain(`${file} går inte att läsa / cannot be read (${messageOf(error)}).`);
    return 2;
  }
  const { plans, people: directory, audit } = await tools.openStores();
  const organisation = await chooseOrganisation(command.organisation, directory);
  if (organisation.kind === 'unclear') {
    complain(organisation.message);
    return 2;
  }
  const people = await peopleOf(organisation.name, directory);
  const departments = [...new Set(people.map((person) => person.department))];
  const rehearsal = await rehearsePlanImport({
    store: plans,
    file: { name: basename(file), bytes },
    organisation: organisation.name,
    departments,
    now,
    ...(department === undefined ? {} : { department }),
    ...(year === undefined ? {} : { year }),
  });
  if (rehearsal.kind !== 'planned') {
    for (const line of describeRefusal(rehearsal, locale)) complain(line);
    return 2;
  }
  const { plan, activities } = rehearsal.comparison.result;
  const current = activities.filter(({ goneAt }) => goneAt === undefined);
  const unheld = unheldFunctions(current, people, plan.department === undefined ? {} : { department: plan.department });
  for (const line of describeImport(rehearsal, { unheld, locale })) print(line);
  print('');
  if (!changesAnything(rehearsal.comparison)) print(ENDS[locale].nothing);
  else if (!command.yes) print(ENDS[locale].rehearsed);
  else {
    await plans.put(rehearsal.comparison.result, rehearsal.before);
    const about = { organisation: organisation.name, subject: { plan: plan.id } };
    await noteAtTerminal(audit, { at: now, action: 'plan.import', ...about });
    print(ENDS[locale].done(plan.id));
  }
  return 0;
}

const ENDS = {
  sv: {
    nothing: 'Det finns inget att ändra.',
    rehearsed: 'Detta var en genomgång: ingenting är ändrat. Lägg till --yes för att läsa in planen.',
    done: (id: string) => `Klart: planen ${id} är inläst.`,
  },
  en: {
    nothing: 'There is nothing to change.',
    rehearsed: 'This was a rehearsal: nothing is changed. Add --yes to import the plan.',
    done: (id: string) => `Done: the plan ${id} is imported.`,
  },
} as const;

async function peopleOf(organisation: string, directory: Pick<PeopleStore, 'list'>): Promise<Person[]> {
  const people: Person[] = [];
  for await (const person of directory.list()) if (person.organisation === organisation) people.push(person);
  return people;
}

async function list(wanted: string | undefined, { openStores, print, complain }: PlanCommandTools): Promise<0 | 2> {
  const { plans } = await openStores();
  const folded = wanted?.normalize('NFC').trim().toLowerCase();
  const groups = new Map<string, StoredPlan[]>();
  for await (const stored of plans.list()) {
    const { organisation } = stored.plan;
    if (folded !== undefined && organisation.normalize('NFC').toLowerCase() !== folded) continue;
    groups.set(organisation, [...(groups.get(organisation) ?? []), stored]);
  }
  if (groups.size === 0 && wanted !== undefined) {
    complain(`"${wanted}" har inga inlästa planer. / has no imported plans.`);
    return 2;
  }
  if (groups.size === 0) print('Inga planer är inlästa. / No plans are imported.');
  for (const [organisation, stored] of groups) {
    print(`${organisation} (${stored.length})`);
    for (const { plan } of stored) print(`  ${plan.id}  ${plan.title}  ${countsOf(plan)}  (${plan.file})`);
  }
  return 0;
}

function countsOf({ activities, indicators }: StoredPlan['plan']): string {
  const asked = indicators.length > 0 ? [`${indicators.length} indikatorer / indicators`] : [];
  return [`${activities} aktiviteter / activities`, ...asked].join(', ');
}
