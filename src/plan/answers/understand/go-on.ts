import type { Reading } from './reading.js';
import type { Understood, Want, Wanted } from './wanted.js';

/** "Vilka är försenade?" after the preschools is about them; a question that names activities or the plan begins anew. */
export function inherited({ words, places, topic }: Reading, now: Wanted, before: Wanted | undefined): Wanted {
  if (!before || words.has('activity') || words.has('plan') || words.has('mine')) return now;
  return {
    ...now,
    places: words.has('whole') || places.length > 0 ? now.places : before.places,
    ...((now.phase ?? before.phase) && { phase: now.phase ?? before.phase }),
    topic: topic.length > 0 ? now.topic : before.topic,
  };
}

const LONGEST_FOLLOW_UP = 10;

/** "Och för hemtjänsten?", "vilka?", "och om rehab?": what is new replaces what was, the rest stays. */
export function goOn({ words, length, topic }: Reading, now: Wanted, before: Wanted): Understood | undefined {
  if (length > LONGEST_FOLLOW_UP || words.has('when')) return undefined;
  const isRound = Object.keys(now.round).length > 0;
  const isWhole = words.has('whole') && now.places.length === 0;
  const isStatus = now.statuses.length > 0 || now.moved;
  const asksWhich = words.has('which') && before.want !== 'mine';
  if (
    !isRound &&
    !isWhole &&
    !isStatus &&
    !asksWhich &&
    !now.phase &&
    now.places.length === 0 &&
    topic.length === 0 &&
    !now.own
  )
    return undefined;
  const wasCounted = before.counts || before.want === 'status' || before.want === 'compare';
  const want: Want = isStatus || (asksWhich && wasCounted) ? 'list' : before.want;
  return {
    surety: 'sure',
    wanted: {
      ...before,
      want: want === 'compare' && isRound ? 'status' : want,
      counts: words.has('count') || words.has('share') || (before.counts && !asksWhich && want === before.want),
      statuses: isStatus ? now.statuses : before.statuses,
      moved: isStatus ? now.moved : before.moved,
      phase: now.phase ?? before.phase,
      places: isWhole || now.places.length > 0 ? now.places : before.places,
      own: now.own || before.own,
      round: isRound ? now.round : before.round,
      topic: topic.length > 0 ? now.topic : before.topic,
    },
  };
}
