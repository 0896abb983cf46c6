import type { Row } from '../../../ask/index.js';
import { type Seen, seenOf } from '../seen.js';
import { type AskingRound, type Draft, MOST_ROWS, nothing } from './asking.js';
import { placeText } from './rows.js';

/** Which units still owe answers, the most silent first; HR sees of whom they are asked by name, others by function. */
export async function silentDraft(asking: AskingRound): Promise<Draft> {
  const { texts, rounds, round, sight, wanted } = asking;
  const seen = await seenOf(rounds, round, sight, wanted.places);
  if (seen.length === 0) return nothing(texts.nothingAsked);
  const units = unitsOf(seen);
  const owing = units
    .map((items) => ({ items, silent: items.filter(({ said }) => said === '') }))
    .filter(({ silent }) => silent.length > 0)
    .sort((one, other) => share(other) - share(one));
  const mute = owing.filter(({ items, silent }) => silent.length === items.length).length;
  return {
    title: 'silent',
    says: [
      texts.units(units.length, units.length - owing.length, mute),
      ...(owing.length === 0 ? [texts.everybodyAnswered] : []),
      ...(owing.length > MOST_ROWS ? [texts.more(owing.length - MOST_ROWS)] : []),
    ],
    ...(owing.length > 0 && { rows: owing.slice(0, MOST_ROWS).map((unit) => rowOf(unit, asking)) }),
    next: ['delayed', 'status', 'compare'],
  };
}

interface Owing {
  readonly items: readonly Seen[];
  readonly silent: readonly Seen[];
}

function share({ items, silent }: Owing): number {
  return silent.length / items.length;
}

function rowOf({ items, silent }: Owing, asking: AskingRound): Row {
  const [first] = items;
  const place = first!.unit === '' ? first!.department : `${placeText(first!)}, ${first!.department}`;
  const part = { count: silent.length, of: items.length };
  return { title: place, details: [asking.texts.unanswered(part), ...whom(silent, asking)].join(' · ') };
}

const MOST_NAMED = 4;

function whom(silent: readonly Seen[], { person, sight, texts, findPerson }: AskingRound): string[] {
  const ids = [...new Set(silent.flatMap(({ persons }) => persons))];
  const called = ids.flatMap((id) => {
    const found = findPerson(id);
    if (!found) return [];
    if (id === person.id) return [texts.you];
    return [sight.reach === 'organisation' ? `${found.name}, ${found.function}` : found.function];
  });
  const each = [...new Set(called)];
  return each.length > MOST_NAMED ? [...each.slice(0, MOST_NAMED), '…'] : each;
}

function unitsOf(seen: readonly Seen[]): Seen[][] {
  const units = new Map<string, Seen[]>();
  for (const item of seen) {
    const key = `${item.department}\n${item.unit}`;
    units.set(key, [...(units.get(key) ?? []), item]);
  }
  return [...units.values()];
}
