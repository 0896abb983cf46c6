import { ACTIVITY_STATUSES } from '../../round/index.js';
import { roundBefore } from '../find-round.js';
import { type AskingRound, type Draft, nothing } from './asking.js';
import { seenActivities } from './narrow.js';

/** The round beside the one before it: done, and each status that either has. */
export async function compareDraft(asking: AskingRound): Promise<Draft> {
  const { rounds, round, texts } = asking;
  const before = await roundBefore(rounds, round);
  if (!before) return { ...nothing(texts.noPrevious), next: ['status', 'delayed'] };
  const [{ seen: now, topic }, { seen: then }] = await Promise.all([
    seenActivities(asking),
    seenActivities({ ...asking, round: before }),
  ]);
  if (now.length === 0 || then.length === 0) return nothing(texts.nothingAsked);
  const rows = [...ACTIVITY_STATUSES, '' as const].flatMap((status) => {
    const [here, there] = [now, then].map((seen) => ({
      count: seen.filter(({ said }) => said === status).length,
      of: seen.length,
    }));
    if (here!.count + there!.count === 0) return [];
    return [{ title: capital(texts.statuses[status]), details: texts.change(here!, there!) }];
  });
  return {
    title: 'compare',
    says: [texts.compared(spoken(round.title), spoken(before.title))],
    rows,
    next: ['delayed', 'deviations', 'status'],
    topic,
  };
}

/** A title that HR typed, in a sentence that renders Markdown. */
function spoken(title: string): string {
  return title.replace(/[\\`*_~[\]<>]/g, '');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
