import type { ExitParts } from '../parts.js';
import { caseItems } from '../case/slots.js';
import type { CaseInHand } from './due-for.js';

export type InHandParts = Pick<ExitParts, 'cases' | 'checklist' | 'holdersOf'>;

/** The open cases of an organisation, each with its list as it stands. */
export async function openCases(
  { cases, checklist, holdersOf }: InHandParts,
  organisation: string,
): Promise<readonly CaseInHand[]> {
  const found: CaseInHand[] = [];
  for await (const exitCase of cases.list(organisation)) {
    if (exitCase.status !== 'open') continue;
    const holders = holdersOf(exitCase);
    found.push({ exitCase, holders, items: caseItems(exitCase, checklist(), holders) });
  }
  return found;
}
