import type { Broadcasts, Ledger, LiveCardStore, Reaches } from '../../../broadcast/index.js';
import { stockholmDate } from '../../../calendar/index.js';
import type { Cases } from '../../case/cases.js';
import type { ExitCase } from '../../case/exit-case.js';
import { subjectOfCase } from '../../case/subjects.js';

export interface ReachParts {
  readonly cases: Pick<Cases, 'list'>;
  readonly broadcasts: Pick<Broadcasts, 'press'>;
  readonly ledger: Pick<Ledger, 'find'>;
  /** Which broadcasts carry the cards of a case. */
  readonly sendings: Pick<LiveCardStore, 'list'>;
  readonly reaches: Pick<Reaches, 'find'>;
}

/**
 * Once a day, for each open case of an organisation: an employee or manager who has opened the bot since the cards went out gets
 * theirs, which nobody has to press for.
 */
export function reachNewcomers({ cases, broadcasts, ledger, sendings, reaches }: ReachParts) {
  return async (organisation: string, now: Date): Promise<void> => {
    const open: ExitCase[] = [];
    for await (const one of cases.list(organisation)) if (one.status === 'open') open.push(one);
    for (const one of open) await reach(one, now);
  };

  async function reach(exitCase: ExitCase, at: Date): Promise<void> {
    const { organisation, employee, manager, employeeGoneAt } = exitCase;
    const people = employeeGoneAt ? [manager] : [employee, manager];
    for await (const card of sendings.list(subjectOfCase(exitCase)))
      if (await isAnyNew(organisation, card, people))
        await broadcasts.press(organisation, card, { id: `newcomers ${stockholmDate(at)}`, kind: 'resend', at });
  }

  async function isAnyNew(organisation: string, card: string, people: readonly string[]): Promise<boolean> {
    for (const person of people) {
      const isMissing = (await ledger.find(organisation, card, person))?.row.state === 'notInstalled';
      if (isMissing && (await reaches.find(organisation, person))) return true;
    }
    return false;
  }
}
