import type { Row } from '../../../ask/index.js';
import { activitiesOf, type Listed, plansOf, wantedOf } from '../catalogue.js';
import { findRound } from '../find-round.js';
import { dayText, dueText } from '../phrase/dates.js';
import { sees } from '../sight.js';
import { type Asking, type Draft, MOST_ROWS } from './asking.js';

/**
 * What the plan itself says, which everybody of the organisation may read: activities with goal, function and target date. Undefined when
 * the plan has nothing of the kind: then the question was none of the plan's.
 */
export async function contentDraft(asking: Asking): Promise<Draft | undefined> {
  const { plans, topics, person, wanted, texts } = asking;
  const ids = await plansOf(plans, person.organisation, wanted.round.year);
  const found = wantedOf(await activitiesOf(plans, person.organisation, ids), wanted, topics);
  if (found.length === 0) return undefined;
  const shown = found.slice(0, MOST_ROWS);
  const isDue = wanted.want === 'due';
  const moved =
    isDue && !asking.isOverheard
      ? await movedDues(asking, new Set(shown.map(({ key }) => key)))
      : new Map<string, string>();
  return {
    title: isDue ? 'due' : 'content',
    says: [
      texts.contentLead(found.length),
      ...(found.length > MOST_ROWS ? [texts.more(found.length - MOST_ROWS)] : []),
    ],
    rows: shown.map((listed) => rowOf(listed, asking, moved.get(listed.key))),
    next: ['status', 'delayed', 'mine'],
    topic: topics.inTheirWords(
      found.map(({ activity }) => activity),
      wanted.topic,
    ),
  };
}

function rowOf({ key: _, plan, activity }: Listed, { locale, texts }: Asking, moved: string | undefined): Row {
  const { phase, due, responsible, activity: title } = activity;
  const parts = [
    dueText(due, locale),
    ...(moved === undefined ? [] : [moved]),
    ...(responsible.length > 0 ? [texts.responsible(responsible.join(', '))] : []),
    ...(phase ? [texts.phases[phase]] : []),
    plan.title,
  ];
  return { title, details: parts.join(' · ') };
}

/** New target dates of the latest round that the asker may see, by activity; of several units' the latest day. */
async function movedDues(asking: Asking, keys: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const { rounds, person, sight, locale, texts } = asking;
  const days = new Map<string, string>();
  const { round } = await findRound(rounds, person.organisation, {});
  if (round)
    for await (const item of rounds.exceptions(person.organisation, round.id)) {
      const day = item.response?.newDue;
      const asked = { ...item, persons: [...item.persons, ...item.deputies] };
      if (day !== undefined && keys.has(item.key) && sees(sight, asked) && day > (days.get(item.key) ?? ''))
        days.set(item.key, day);
    }
  return new Map([...days].map(([key, day]) => [key, texts.wasMoved(dayText(day, locale))]));
}
