import { ACTIVITY_STATUSES } from '../../round/index.js';
import { roundBefore } from '../find-round.js';
import type { Seen } from '../seen.js';
import { type AskingRound, type Draft, nothing } from './asking.js';
import { seenActivities } from './narrow.js';

/** The round beside the one before it: done, and each status that either has. */
export async function compareDraft(asking: AskingRound): Promise<Draft> {
  const { rounds, round, texts } = asking;
  const before = await roundBefore(rounds, round);
  if (!before) return { ...nothing(texts.noPrevious), next: ['status', 'delayed'] };
  const [{ seen: all, topic }, { seen: earlier }] = await Promise.all([
    seenActivities(asking),
    seenActivities({ ...asking, round: before }),
  ]);
  const [now, then] = likeWithLike(all, earlier);
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

/** Where both rounds followed up a plan, only such plans: the others would make a change where nothing changed. */
function likeWithLike(now: readonly Seen[], then: readonly Seen[]): readonly [readonly Seen[], readonly Seen[]] {
  const plansOf = (seen: readonly Seen[]) => new Set(seen.map(planOf));
  const [here, there] = [plansOf(now), plansOf(then)];
  const inBoth = (item: Seen) => here.has(planOf(item)) && there.has(planOf(item));
  return now.some(inBoth) ? [now.filter(inBoth), then.filter(inBoth)] : [now, then];
}

function planOf({ key }: Seen): string {
  return key.slice(0, key.lastIndexOf('/'));
}

/** A title that HR typed, in a sentence that renders Markdown. */
function spoken(title: string): string {
  return title.replace(/[\\`*_~[\]<>]/g, '');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
