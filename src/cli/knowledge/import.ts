import { parseArgs } from 'node:util';
import { messageOf } from '../../errors.js';
import { describeContents, describeFile, type FilePlan, type PassageStore, rehearseImport } from '../../passages/index.js';
import { openAudit, openPassages, openPeople, type Storage } from '../../storage/index.js';
import { describeStorageFault } from '../storage-fault.js';
import { filesAt } from './import/files-at.js';
import { listDocuments } from './import/list-documents.js';
import { noteAtTerminal } from '../note-at-terminal.js';
import { chooseOrganisation } from '../organisation.js';
import { type Subcommand, type SubcommandTools, UsageError } from './subcommand.js';

/**
 * Imports an organisation's own documents: rehearsal first, `--yes` does it. A file that cannot be read is told and stops no
 * other; exit 2 then, 1 when storage failed.
 */
export const importDocuments: Subcommand = {
  usage: [
    '  npm run -s knowledge -- import FIL|MAPP [--organisation NAMN] [--yes | --dry-run]',
    '      läser in egna dokument (.docx, .pdf, .md, .txt); utan --yes bara en genomgång, med --dry-run dessutom utan lagring',
    '      imports own documents; without --yes a rehearsal only, with --dry-run without storage, heading by heading',
    '  npm run -s knowledge -- import --list [--organisation NAMN]',
    '      visar inlästa dokument / shows the imported documents',
    '  npm run -s knowledge -- import --remove FIL [--organisation NAMN] [--yes]',
    '      tar bort ett inläst dokument / takes an imported document out',
  ].join('\n'),
  async run(args, tools) {
    const command = readCommand(args);
    if (command.kind === 'dry-run') return await dryRun(command.path, tools);
    try {
      const storage = await tools.openStorage();
      if (command.kind === 'list') return await listDocuments(openPassages(storage), command.organisation, tools);
      return await change(command, storage, tools);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      tools.complain(describeStorageFault(error));
      return 1;
    }
  },
};

type Command =
  | { readonly kind: 'dry-run'; readonly path: string }
  | { readonly kind: 'list'; readonly organisation: string | undefined }
  | Change;

interface Change {
  readonly kind: 'import' | 'remove';
  readonly path: string;
  readonly organisation: string | undefined;
  readonly yes: boolean;
}

function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const { organisation, yes, remove, list, 'dry-run': isDry } = values;
  const [path, ...rest] = positionals;
  const modes = [list, remove !== undefined, path !== undefined].filter(Boolean).length;
  if (modes !== 1 || rest.length > 0 || (isDry && (yes || path === undefined)) || (list && yes))
    throw new UsageError('import: fel argument / wrong arguments.');
  if (list) return { kind: 'list', organisation };
  if (remove !== undefined) return { kind: 'remove', path: remove, organisation, yes };
  return isDry ? { kind: 'dry-run', path: path! } : { kind: 'import', path: path!, organisation, yes };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        organisation: { type: 'string' },
        remove: { type: 'string' },
        list: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`import: ${messageOf(error)}`, { cause: error });
  }
}

async function change(command: Change, storage: Storage, tools: SubcommandTools): Promise<number> {
  const organisation = await chooseOrganisation(command.organisation, openPeople(storage));
  if (organisation.kind === 'unclear') {
    tools.complain(organisation.message);
    return 2;
  }
  const { name } = organisation;
  const note = (action: string, document: string) =>
    noteAtTerminal(openAudit(storage), { at: tools.now, organisation: name, action, subject: { document } });
  const where = { store: openPassages(storage), organisation: name, tools, note };
  return command.kind === 'import' ? await importAll(command, where) : await removeOne(command, where);
}

async function dryRun(path: string, { print, folder }: SubcommandTools): Promise<number> {
  const plans = rehearseImport({ organisation: '-', files: await filesAt(path, folder), find: async () => undefined });
  let refused = 0;
  for await (const plan of plans) {
    for (const line of describeFile(plan)) print(line);
    if (plan.kind === 'refused') refused++;
    else for (const line of describeContents(plan)) print(line);
  }
  print('Torrkörning: ingenting är läst ur eller skrivet till lagringen. / Dry run: storage was neither read nor written.');
  return refused > 0 ? 2 : 0;
}

interface Where {
  readonly store: PassageStore;
  readonly organisation: string;
  readonly tools: SubcommandTools;
  /** Into the audit: what was done to which document. */
  readonly note: (action: string, document: string) => Promise<void>;
}

/** File by file: what is told of one is done with it before the next is opened. */
async function importAll({ path, yes }: Change, { store, organisation, tools, note }: Where): Promise<number> {
  const { print, complain, now, folder } = tools;
  const files = await filesAt(path, folder);
  const done: Record<FilePlan['kind'], number> = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  print(`${organisation}:`);
  for await (const plan of rehearseImport({ organisation, files, find: (file) => store.find(organisation, file) })) {
    const [first, ...rest] = describeFile(plan);
    (plan.kind === 'refused' ? complain : print)(first!);
    for (const line of rest) complain(line);
    if (yes && (plan.kind === 'new' || plan.kind === 'changed')) {
      await store.put(plan.document, { before: plan.before, now });
      await note('knowledge.import', plan.document.document);
    }
    done[plan.kind]++;
  }
  const counts = `${done.new} nya, ${done.changed} ändrade, ${done.unchanged} oförändrade, ${done.refused} inte inlästa`;
  const english = `${done.new} new, ${done.changed} changed, ${done.unchanged} unchanged, ${done.refused} not imported`;
  if (yes) print(`Klart: ${counts}. Boten läser in dem inom kort. / Done: ${english}.`);
  else print(`${REHEARSED} ${counts} / ${english}`);
  return done.refused > 0 ? 2 : 0;
}

const REHEARSED =
  'Detta var en genomgång: ingenting är ändrat. Lägg till --yes för att läsa in. / A rehearsal: nothing is changed; add --yes.';

async function removeOne({ path, yes }: Change, { store, organisation, tools, note }: Where): Promise<number> {
  const document = path.normalize('NFC');
  const found = await store.find(organisation, document);
  if (!found) {
    tools.complain(
      `${organisation} har inget inläst dokument "${document}" (--list visar dem). / There is no such imported document.`,
    );
    // What an import that was cut off left behind goes all the same.
    if (yes) await store.remove(organisation, document);
    return 2;
  }
  const size = `${found.passages} stycken / passages, ${found.words} ord / words`;
  if (yes) {
    await store.remove(organisation, document);
    await note('knowledge.remove', document);
  }
  tools.print(yes ? `Borttaget / removed: ${document} (${size}).` : `${document} (${size}). ${REHEARSED}`);
  return 0;
}
