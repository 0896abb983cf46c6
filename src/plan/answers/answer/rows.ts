import type { Row } from '../../../ask/index.js';
import { outcomeIn, type Response, type RoundItem } from '../../round/index.js';
import { dayText, dueText } from '../phrase/dates.js';
import type { Seen } from '../seen.js';
import { type AskingRound, MOST_ROWS } from './asking.js';

const LONGEST_TITLE = 160;
const LONGEST_WORDS = 240;

/** The items behind what is seen, the first that there is room for, read one by one. */
export async function rowsOf(asking: AskingRound, seen: readonly Seen[]): Promise<Row[]> {
  const { rounds, round } = asking;
  const units = seen.slice(0, MOST_ROWS).map(({ department, unit, key }) => ({
    unit: { organisation: round.organisation, round: round.id, department, unit },
    key,
  }));
  const found = await Promise.all(units.map(({ unit, key }) => rounds.findItem(unit, key)));
  return found.flatMap((stored) => (stored ? [rowOf(stored.item, asking)] : []));
}

/** An item with its answer: where, how it stands, in whose words, said in which function and when. */
export function rowOf(item: RoundItem, asking: AskingRound): Row {
  const { texts, locale } = asking;
  const { response } = item;
  const parts = response
    ? [
        placeText(item),
        statusText(response, asking),
        ...(response.newDue === undefined ? [] : [texts.newDue(dayText(response.newDue, locale))]),
        ...[response.reason, response.comment].filter((words) => words.trim() !== '').map(quoted),
        saidBy(response, asking),
      ]
    : [placeText(item), texts.statuses[''], ...(item.kind === 'activity' ? [dueText(item.due, locale)] : [])];
  return { title: shorten(item.text, LONGEST_TITLE), details: parts.join(' · ') };
}

export function placeText({ department, unit }: { readonly department: string; readonly unit: string }): string {
  return unit === '' ? department : unit;
}

function statusText(response: Response, { texts, locale }: AskingRound): string {
  const { status, fulfilment } = response;
  if (status) return texts.statuses[status];
  return fulfilment ? texts.goals[fulfilment] : outcomeIn(locale, response);
}

/** By function; to HR by name as well, to whoever said it as "du". */
function saidBy(
  { by, function: title, at }: Response,
  { texts, locale, person, sight, findPerson }: AskingRound,
): string {
  const name = by === person.id ? texts.you : sight.reach === 'organisation' ? findPerson(by)?.name : undefined;
  return [...(name === undefined ? [] : [name]), title, dayText(at, locale)].filter((part) => part !== '').join(', ');
}

function quoted(words: string): string {
  return `”${shorten(words.replace(/\s+/g, ' ').trim(), LONGEST_WORDS)}”`;
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
