import { addDays, type IsoDate, nextWorkingDay } from '../../calendar/index.js';
import type { CaseInHand } from './due-for.js';

/** So many days after the last day a case ends whatever is left of it: the checklist's last item is due then. */
const DAYS_AFTER = 45;

/** Whether an open case is over: all is done and the last day has passed, or the last day is 45 days ago. */
export function isOver({ exitCase, items }: Pick<CaseInHand, 'exitCase' | 'items'>, today: IsoDate): boolean {
  const { status, lastDay } = exitCase;
  if (status !== 'open' || today <= lastDay) return false;
  return items.every(({ standing }) => standing === 'done') || today > nextWorkingDay(addDays(lastDay, DAYS_AFTER));
}
