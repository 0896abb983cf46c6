import type { ReportFilter, Round, RoundStore, RoundSummary } from '../../plan/index.js';
import { UsageError } from '../usage-error.js';
import type { PlanReportOptions } from './arguments.js';

/** The round of that id or title, case aside; of rounds with one title the id must be said. Throws UsageError naming those there are. */
export async function chooseRound(
  rounds: Pick<RoundStore, 'list'>,
  organisation: string,
  typed: string,
): Promise<Round> {
  const all: Round[] = [];
  for await (const round of rounds.list(organisation)) all.push(round);
  const wanted = folded(typed);
  const found = all.filter(({ id, title }) => id === typed.trim() || folded(title) === wanted);
  if (found.length === 1) return found[0]!;
  if (all.length === 0)
    throw new UsageError(`${organisation} har inga uppföljningar än / has no follow-up rounds yet.`);
  const lines = (found.length > 1 ? found : all).map(({ id, title, state }) => `  "${title}"  ${id}  (${state})`);
  const first =
    found.length > 1
      ? `Flera uppföljningar heter "${typed}"; ange id / several rounds have this title, give the id:`
      : typed === ''
        ? 'Ange vilken uppföljning / say which round:'
        : `Uppföljningen "${typed}" finns inte. Det finns / there is no such round; there are:`;
  throw new UsageError([first, ...lines].join('\n'));
}

/** What is asked for, by the names that the round has. Throws UsageError naming those there are. */
export function chooseFilter(
  { plans, departments }: Pick<RoundSummary, 'plans' | 'departments'>,
  { plan, department, phase }: PlanReportOptions,
): ReportFilter {
  const inPlan = plans.find(
    ({ id, title }) => plan !== undefined && [folded(id), folded(title)].includes(folded(plan)),
  );
  if (plan !== undefined && !inPlan)
    throw new UsageError(
      `Planen "${plan}" följs inte upp i omgången. Det gör / the round has: ${plans.map(({ id }) => id).join(', ')}.`,
    );
  const inDepartment = departments.find((one) => department !== undefined && folded(one) === folded(department));
  if (department !== undefined && inDepartment === undefined)
    throw new UsageError(
      `Avdelningen "${department}" är inte med i omgången. Det är / the round has: ${departments.join(', ')}.`,
    );
  return { plan: inPlan?.id, department: inDepartment, phase };
}

function folded(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
