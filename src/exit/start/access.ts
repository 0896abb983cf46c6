import type { PeopleDirectory, Person } from '../../people/index.js';
import type { ExitCase } from '../case/exit-case.js';

type Line = Pick<PeopleDirectory, 'find' | 'managerOf'>;

export function isHr({ roles }: Pick<Person, 'roles'>): boolean {
  return roles.includes('hr');
}

/** The nearest manager as the directory has it at this moment, within the same organisation. */
export function presentManager(directory: Line, employee: string): Person | undefined {
  const manager = directory.managerOf(employee);
  return manager && manager.organisation === directory.find(employee)?.organisation ? manager : undefined;
}

/** Whether somebody may start a case for a person: HR for anybody of the own board, a manager for the own reports; nobody for oneself. */
export function mayStartFor(directory: Line, person: Person, employee: Person): boolean {
  if (employee.organisation !== person.organisation || employee.id === person.id) return false;
  return isHr(person) || presentManager(directory, employee.id)?.id === person.id;
}

/**
 * Whether somebody may lead a case, asked anew at every press: HR of its board, or who is the employee's manager now. Where the
 * directory names no manager, or the employee no longer, it is the manager of the case. Nobody leads the own case.
 */
export function mayLead(
  directory: Line,
  person: Person,
  { organisation, employee, manager }: Pick<ExitCase, 'organisation' | 'employee' | 'manager'>,
): boolean {
  if (organisation !== person.organisation || employee === person.id) return false;
  return isHr(person) || (presentManager(directory, employee)?.id ?? manager) === person.id;
}
