import type { Cases } from '../case/cases.js';
import type { ExitCase } from '../case/exit-case.js';

/** The open case of somebody: the one that was sent first, should there ever be two. */
export async function openCaseOf(
  { cases }: { readonly cases: Pick<Cases, 'list'> },
  organisation: string,
  employee: string,
): Promise<ExitCase | undefined> {
  let first: ExitCase | undefined;
  for await (const one of cases.list(organisation, employee))
    if (one.employee === employee && one.status === 'open' && (!first || isBefore(one, first))) first = one;
  return first;
}

/** Two who press at the same time for the same person open one case: the first, by moment and then by id. */
export async function hasEarlier(parts: { readonly cases: Pick<Cases, 'list'> }, exitCase: ExitCase): Promise<boolean> {
  const first = await openCaseOf(parts, exitCase.organisation, exitCase.employee);
  return first !== undefined && isBefore(first, exitCase);
}

function isBefore(one: ExitCase, other: ExitCase): boolean {
  const moment = ({ sentAt }: ExitCase) => sentAt?.getTime() ?? 0;
  return moment(one) < moment(other) || (moment(one) === moment(other) && one.id < other.id);
}
