import { dayText } from '../phrase/dates.js';
import { type AskingRound, type Draft, MOST_ROWS, nothing } from './asking.js';
import { rowOf } from './rows.js';

/** What the asker has left to answer: activities, goals and indicators, in the order of the plan. */
export async function mineDraft(asking: AskingRound): Promise<Draft> {
  const { rounds, round, person, texts, locale } = asking;
  const units = await rounds.assignments(round.organisation, person.id, round.id);
  const items = (await Promise.all(units.map((unit) => rounds.unitItems(unit)))).flat().map(({ item }) => item);
  const own = items.filter(({ persons, deputies }) => persons.includes(person.id) || deputies.includes(person.id));
  if (own.length === 0) return nothing(texts.nothingAsked);
  const left = own.filter(({ response }) => response === undefined);
  const part = { count: left.length, of: own.length };
  const says =
    left.length === 0
      ? texts.allDone(own.length)
      : round.state === 'closed'
        ? texts.leftClosed(part)
        : texts.left(part, dayText(round.deadline, locale));
  return {
    title: 'mine',
    says: [says, ...(left.length > MOST_ROWS ? [texts.more(left.length - MOST_ROWS)] : [])],
    ...(left.length > 0 && { rows: left.slice(0, MOST_ROWS).map((item) => rowOf(item, asking)) }),
    next: ['status', 'delayed'],
  };
}
