import type { ChartBar } from '../../../ask/index.js';
import { ACTIVITY_STATUSES, GOAL_STATUSES } from '../../round/index.js';
import { type Seen, seenOf } from '../seen.js';
import { type AskingRound, type Draft, MOST_ROWS, nothing } from './asking.js';
import { seenActivities } from './narrow.js';

/** How it goes: done and answered out of all, the picture by status, and each department where there are several. */
export async function statusDraft(asking: AskingRound): Promise<Draft> {
  const { texts } = asking;
  const { seen, topic } = await seenActivities(asking);
  if (seen.length === 0) return nothing(texts.nothingAsked);
  const done = seen.filter(({ said }) => said === 'klar').length;
  const answered = seen.filter(({ said }) => said !== '').length;
  return {
    title: 'status',
    says: [
      texts.stand(texts.are('klar', done), { count: done, of: seen.length }),
      texts.answered({ count: answered, of: seen.length }),
      ...perUnit(seen, asking),
      ...(await goalsOf(asking)),
    ],
    rows: departmentsOf(seen, asking),
    chart: { title: texts.titles.status, valueLabel: texts.count, bars: barsOf(seen, asking) },
    next: ['delayed', asking.sight.reach === 'eget' ? 'mine' : 'silent', 'compare'],
    topic,
  };
}

/** Some activities are answered by several units, each with its own status. */
export function perUnit(seen: readonly Seen[], { texts }: AskingRound): string[] {
  const activities = new Set(seen.map(({ key }) => key)).size;
  const units = new Set(seen.map(({ department, unit }) => `${department}\n${unit}`)).size;
  return activities === seen.length ? [] : [texts.perUnit(activities, units)];
}

function barsOf(seen: readonly Seen[], { texts }: AskingRound): ChartBar[] {
  return [...ACTIVITY_STATUSES, '' as const].flatMap((status) => {
    const count = seen.filter(({ said }) => said === status).length;
    return count === 0
      ? []
      : [{ label: texts.statuses[status], value: count, display: String(count), highlighted: status === 'klar' }];
  });
}

function departmentsOf(seen: readonly Seen[], { texts }: AskingRound): Draft['rows'] {
  const departments = [...new Set(seen.map(({ department }) => department))];
  if (departments.length < 2) return undefined;
  return departments.slice(0, MOST_ROWS).map((department) => {
    const own = seen.filter((item) => item.department === department);
    const count = (status: string) => own.filter(({ said }) => said === status).length;
    return { title: department, details: texts.ofDepartment({ count: count('klar'), of: own.length }, count('')) };
  });
}

async function goalsOf(asking: AskingRound): Promise<string[]> {
  const { rounds, round, sight, wanted, texts } = asking;
  if (!round.asksGoals || wanted.phase !== undefined || wanted.topic.length > 0) return [];
  const goals = (await seenOf(rounds, round, sight, wanted.places)).filter(({ kind }) => kind === 'goal');
  const parts = GOAL_STATUSES.flatMap((status) => {
    const count = goals.filter(({ said }) => said === status).length;
    return count === 0 ? [] : [`${count} ${texts.goals[status]}`];
  });
  return parts.length === 0 ? [] : [texts.goalsLine(parts)];
}
