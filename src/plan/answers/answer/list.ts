import type { ActivityStatus } from '../../round/index.js';
import type { Wanted } from '../understand/index.js';
import { type AskingRound, type Draft, MOST_ROWS, nothing } from './asking.js';
import { seenActivities } from './narrow.js';
import { rowsOf } from './rows.js';
import { perUnit } from './status.js';

/** How many stand so, out of all, and which: the answers themselves, unless only a number was asked for. */
export async function listDraft(asking: AskingRound): Promise<Draft> {
  const { texts, wanted } = asking;
  const { seen: all, topic } = await seenActivities(asking);
  if (all.length === 0) return nothing(wanted.topic.length > 0 ? texts.nothingAbout : texts.nothingAsked);
  const some = all.filter(({ said, moves }) =>
    wanted.moved ? moves > 0 : wanted.statuses.length === 0 || wanted.statuses.includes(said as ActivityStatus),
  );
  const part = { count: some.length, of: all.length };
  const rows = wanted.counts ? [] : await rowsOf(asking, some);
  return {
    title: 'list',
    says: [
      texts.stand(areOf(wanted, part.count, asking), part),
      ...perUnit(all, asking),
      ...(rows.length > 0 && some.length > MOST_ROWS ? [texts.more(some.length - MOST_ROWS)] : []),
    ],
    ...(rows.length > 0 && { rows }),
    next: wanted.statuses.includes('försenad') ? ['deviations', 'status', 'compare'] : ['delayed', 'status', 'silent'],
    topic,
  };
}

function areOf({ statuses, moved }: Wanted, count: number, { texts }: AskingRound): string {
  if (moved) return texts.are('moved', count);
  if (statuses.length === 4 && !statuses.includes('klar')) return texts.are('open', count);
  return statuses.map((status) => texts.are(status, count)).join(texts.or);
}
