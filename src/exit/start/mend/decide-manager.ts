import type { PeopleDirectory } from '../../../people/index.js';
import type { ExitCase } from '../../case/exit-case.js';
import { isHr, presentManager } from '../access.js';

type People = Pick<PeopleDirectory, 'find' | 'managerOf' | 'inOrganisation'>;

/**
 * Who is to lead an open case, by the directory of this moment: the employee's manager; when it names none, the manager of the case
 * while still there, else that one's manager, else somebody of HR (whoever started it, else the first by name). Undefined when nobody
 * is left. An employee cannot lead the own case. Pure.
 */
export function decideManager(
  { organisation, employee, manager, above, startedBy }: ExitCase,
  directory: People,
): string | undefined {
  const isThere = (id: string | undefined): id is string =>
    id !== undefined && id !== employee && directory.find(id)?.organisation === organisation;
  const hr = directory.inOrganisation(organisation).filter((person) => isHr(person) && person.id !== employee);
  return [
    presentManager(directory, employee)?.id,
    manager,
    above,
    hr.find(({ id }) => id === startedBy)?.id,
    hr[0]?.id,
  ].find(isThere);
}

/** A case as it should be at this moment: led by who is there, and knowing whether the employee is. Undefined when it is so. Pure. */
export function mended(exitCase: ExitCase, directory: People, now: Date): ExitCase | undefined {
  if (exitCase.status !== 'open') return undefined;
  const manager = decideManager(exitCase, directory) ?? exitCase.manager;
  const isGone = directory.find(exitCase.employee)?.organisation !== exitCase.organisation;
  const next: ExitCase = {
    ...exitCase,
    manager,
    // Kept from before when the manager is gone: then the directory does not say it any more.
    above: directory.managerOf(manager)?.id ?? (manager === exitCase.manager ? exitCase.above : undefined),
    managerSince: manager === exitCase.manager ? exitCase.managerSince : now,
    employeeGoneAt: isGone ? (exitCase.employeeGoneAt ?? now) : undefined,
  };
  const keys = ['manager', 'above', 'managerSince', 'employeeGoneAt'] as const;
  return keys.some((key) => String(next[key]) !== String(exitCase[key])) ? next : undefined;
}
