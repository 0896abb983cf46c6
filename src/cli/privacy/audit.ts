import { stockholmDate, stockholmTime } from '../../calendar/index.js';
import { chooseOrganisation } from '../organisation.js';
import { UsageError } from '../usage-error.js';
import type { Run } from './run.js';
import { verifyRecord } from './verify-record.js';

/** Who did what to what: ids and actions, as the audit holds them. Names are the directory's of now. */
export async function showAudit({ options, keeping, directory, now, print }: Run): Promise<void> {
  const chosen = await chooseOrganisation(options.organisation, keeping.people);
  if (chosen.kind === 'unclear') throw new UsageError(chosen.message);
  const { from, to, person, action = '', json } = options;
  const wanted = person === undefined ? undefined : (directory.findByEmail(person)?.id ?? person.toLowerCase());
  let lines = 0;
  for await (const line of keeping.auditLines.list({ organisation: chosen.name, from, to })) {
    if ((wanted !== undefined && line.personId !== wanted) || !line.action.includes(action)) continue;
    lines += 1;
    if (json) {
      print(JSON.stringify(line));
      continue;
    }
    const who = directory.find(line.personId)?.name ?? line.personId;
    const what = Object.entries(line.subject ?? {}).map(([kind, id]) => `${kind} ${id}`);
    print([`${stockholmDate(line.at)} ${stockholmTime(line.at)}`, who, line.action, line.outcome, ...what].join('  '));
  }
  if (lines === 0 && !json) print(`Inga rader ${from}–${to}. / No lines.`);
  await verifyRecord({ keeping, now, print: json ? () => undefined : print });
}
