import { stockholmDate } from '../../calendar/index.js';
import { isKnown } from '../../privacy/index.js';
import { chooseOrganisation } from '../organisation.js';
import { UsageError } from '../usage-error.js';
import { AT_TERMINAL } from '../note-at-terminal.js';
import type { Run } from './run.js';

/** Keeps a case from purge and erasure while somebody's request for it is handled. */
export async function hold({ options, keeping, now, print }: Run): Promise<void> {
  const organisation = await organisationOf(options.organisation, keeping.people);
  if (!(await isKnown(keeping.register, organisation, options.about)))
    throw new UsageError(`${options.about}: inget sådant ärende i ${organisation} / no such case.`);
  const [id, reference] = [options.about, options.reference!];
  await keeping.holds.set({ organisation, case: id, reference, at: now });
  await keeping.noted({ at: now, organisation, personId: AT_TERMINAL, action: 'privacy.hold', subject: { case: id } });
  print(`${id} undantas från gallring (${reference}) tills: privacy -- release ${id}`);
}

export async function release({ options, keeping, now, print }: Run): Promise<void> {
  const organisation = await organisationOf(options.organisation, keeping.people);
  const id = options.about;
  if (!(await keeping.holds.release(organisation, id)))
    throw new UsageError(`${id} är inte undantaget i ${organisation} / is not held.`);
  await keeping.noted({
    at: now,
    organisation,
    personId: AT_TERMINAL,
    action: 'privacy.release',
    subject: { case: id },
  });
  print(`${id} gallras igen när tiden är ute. / ${id} is purged again when its time is over.`);
}

export async function showHolds({ keeping, print }: Run): Promise<void> {
  let count = 0;
  for await (const one of keeping.holds.list()) {
    print(`${one.organisation}: ${one.case}, ${one.reference}, ${stockholmDate(one.at)}`);
    count += 1;
  }
  if (count === 0) print('Inget ärende är undantaget från gallring. / No case is held.');
}

async function organisationOf(wanted: string | undefined, people: Run['keeping']['people']): Promise<string> {
  const chosen = await chooseOrganisation(wanted, people);
  if (chosen.kind === 'unclear') throw new UsageError(chosen.message);
  return chosen.name;
}
