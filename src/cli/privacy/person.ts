import { stockholmDate } from '../../calendar/index.js';
import { writeZip } from '../../documents/index.js';
import { AppError } from '../../errors.js';
import {
  type EraseOutcome,
  extract,
  extractFiles,
  type Subject,
  subjectOf,
  TABLE_TITLES,
} from '../../privacy/index.js';
import { writingTo } from '../file-fault.js';
import { onePart } from '../one-part.js';
import { UsageError } from '../usage-error.js';
import { AT_TERMINAL } from '../note-at-terminal.js';
import type { Run } from './run.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A zip with all that is kept of a person. */
export async function extractPerson(run: Run): Promise<void> {
  const { options, keeping, directory, now, print, writeFile } = run;
  const { subject } = whomOf(run);
  const isPerson = (one: string) => (directory.find(one) ?? directory.findByEmail(one)) !== undefined;
  const found = await extract(keeping.register, subject, isPerson);
  const day = stockholmDate(now);
  const file = options.out ?? `registerutdrag-${day}.zip`;
  const files = extractFiles(found, { name: subject.name ?? subject.email ?? subject.id, day });
  const bytes = writeZip(Object.fromEntries(files.map(({ name, text }) => [name, Buffer.from(text)])), now);
  // Before anything leaves: what is not written down is not given out.
  const { organisation, id } = subject;
  await keeping.noted({
    ...{ at: now, organisation, personId: AT_TERMINAL },
    action: 'privacy.extract',
    // Of whom nothing is kept, nothing is kept by asking either.
    ...(found.length > 0 && { subject: { person: id } }),
  });
  await writingTo(file, () => writeFile(file, onePart(bytes)));
  for (const { table, rows } of found) print(`  ${TABLE_TITLES[table]?.sv ?? table}: ${rows.length}`);
  const rows = found.reduce((sum, one) => sum + one.rows.length, 0);
  print(`${rows} rader i ${found.length} tabeller: ${file} / ${rows} rows of ${found.length} tables.`);
  print('HR gör en sekretessprövning innan utdraget lämnas ut. / HR reviews secrecy before it is handed out.');
}

/** Erases a person from all tables, or shows what would be erased. */
export async function erasePerson(run: Run): Promise<void> {
  const { options, keeping, now, print } = run;
  const { subject, hasNamesake } = whomOf(run);
  if (hasNamesake)
    print('Fler har samma namn: namnet står kvar i fritext. / Others have the same name: it stays in free texts.');
  const outcome = options.yes ? await keeping.erase.run(subject, now) : await keeping.erase.rehearse(subject);
  if (outcome.kind === 'held')
    throw new AppError(
      'import_refused',
      `Personen finns i undantagna ärenden (${outcome.cases.join(', ')}); ingenting är ändrat. / Stands in held cases.`,
    );
  describeErasure(outcome, print);
  if (!options.yes) return print('Detta var en genomgång: ingenting är ändrat. Lägg till --yes för att radera.');
  const { organisation } = subject;
  await keeping.noted({
    ...{ at: now, organisation, personId: AT_TERMINAL },
    ...{ action: 'privacy.erase', subject: { erasure: outcome.erasure } },
  });
  print('Raderad. Kommer personen med i nästa import av katalogen finns den där igen. / Erased.');
}

function describeErasure({ tables }: Extract<EraseOutcome, { kind: 'erased' }>, print: (line: string) => void): void {
  if (tables.length === 0) print('Ingenting är sparat om personen. / Nothing is kept of the person.');
  for (const { table, deleted, changed } of tables)
    print(
      `  ${TABLE_TITLES[table]?.sv ?? table}: ${deleted} raderas / deleted, ${changed} avidentifieras / pseudonymised`,
    );
}

/** The person of the directory; for somebody who has left it, what the arguments say. */
function whomOf({ options, directory }: Run): { readonly subject: Subject; readonly hasNamesake: boolean } {
  const person = directory.find(options.about) ?? directory.findByEmail(options.about);
  if (person) return subjectOf(person, directory.inOrganisation(person.organisation));
  if (!UUID.test(options.about))
    throw new UsageError(
      `${options.about} finns inte i personalkatalogen: ange Entra-id, och --name, --email och --organisation om de är kända. / Not in the directory: give the Entra id.`,
    );
  const { email, name, organisation = '' } = options;
  if (name !== undefined && organisation === '')
    throw new UsageError('--name: ange också --organisation, namnet söks bara där / give --organisation as well.');
  return {
    subject: {
      id: options.about.toLowerCase(),
      organisation: organisation || 'okänd',
      ...(email && { email }),
      ...(name && { name }),
    },
    hasNamesake: false,
  };
}
