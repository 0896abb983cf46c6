import { activitiesOf, wantedOf } from '../catalogue.js';
import { type Seen, seenOf } from '../seen.js';
import type { AskingRound } from './asking.js';

/** What of a round a question is about. */
export interface Narrowed {
  readonly seen: readonly Seen[];
  /** The question's topic in the plan's own words. */
  readonly topic: readonly string[];
}

/** The activities of the round that the question is about, as far as the asker may see them; all of them without phase and topic. */
export async function seenActivities(asking: AskingRound): Promise<Narrowed> {
  const { rounds, plans, topics, round, sight, person, wanted } = asking;
  const all = (await seenOf(rounds, round, sight, wanted.places)).filter(({ kind }) => kind === 'activity');
  const own = wanted.own ? all.filter(({ persons }) => persons.includes(person.id)) : all;
  if (wanted.phase === undefined && wanted.topic.length === 0) return { seen: own, topic: [] };
  const activities = await activitiesOf(plans, round.organisation, round.plans);
  const found = wantedOf(activities, { ...wanted, places: [] }, topics);
  const keys = new Set(found.map(({ key }) => key));
  return {
    seen: own.filter(({ key }) => keys.has(key)),
    topic: topics.inTheirWords(
      found.map(({ activity }) => activity),
      wanted.topic,
    ),
  };
}
