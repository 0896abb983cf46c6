import type { Reading } from './reading.js';
import type { Asks, Remembered, Want, Wanted } from './wanted.js';
import type { ExitWord } from './words.js';

const LONGEST_FOLLOW_UP = 8;

/**
 * Decides whether a question is about an exit that is under way, and what it wants. Strict: a word that nothing explains makes it
 * none, and it must say whose exit it means, unless only an exit can be meant ("när ska datorn lämnas tillbaka?"). Pure.
 */
export function readWanted(reading: Reading, before: Remembered | undefined): Wanted | undefined {
  const { words, names, said } = reading;
  if (words.has('other')) return undefined;
  const has = (...some: readonly ExitWord[]) => some.some((word) => words.has(word));
  const isOwn = has('mine', 'me') || names.length > 0;
  const goesOn = before !== undefined && reading.length <= LONGEST_FOLLOW_UP;
  const isSaid = isOwn && said.length > 0 && (reading.hasLoose || reading.items.length === 0);
  if (reading.hasLoose && !isSaid) return undefined;
  const known = reading.hasLoose ? undefined : wantOf(reading, has, isOwn);
  if (isSaid && (known === undefined || known === 'left')) return saidWanted(reading, has);
  const { items } = reading;
  const want = known ?? (goesOn ? goOn(reading, has, before) : undefined);
  if (want === undefined) return undefined;
  const keeps = goesOn && !isOwn && !has('our', 'exit');
  return {
    want,
    asks: asksOf(has),
    items: items.length > 0 ? items : want === 'item' && before ? before.items : [],
    names,
    isMine: has('mine', 'me'),
    isSelf: isSelf(want, reading, has),
    isMany: has('our') || want === 'cases' || (want === 'overdue' && has('exit')),
    cases: keeps ? before.cases : [],
    isSaid: false,
  };
}

/** "Vad ska jag lämna tillbaka?": items that say so themselves. Said of oneself it is the leaver's own part alone. */
function saidWanted({ said, names }: Reading, has: Has): Wanted {
  const isMine = has('mine', 'me');
  return {
    ...{ want: 'item', items: said, names, isMine, isMany: false, cases: [] },
    asks: has('when') ? 'when' : has('who') ? 'who' : 'what',
    isSelf: isMine && names.length === 0,
    isSaid: true,
  };
}

type Has = (...some: readonly ExitWord[]) => boolean;

function wantOf({ items, isTelling, names }: Reading, has: Has, isOwn: boolean): Want | undefined {
  if (items.length > 0) {
    const asks = has('when', 'who', 'whether', 'what', 'done', 'left', 'overdue', 'progress');
    // "Mitt avslutssamtal", "Saras nycklar" ask by themselves; "jag" alone may want something else of it.
    if (isOwn) return asks || has('act', 'mine') || names.length > 0 ? 'item' : undefined;
    return isTelling && asks && has('act', 'done', 'exit') ? 'item' : undefined;
  }
  if (isOwn && (has('last-day') || (has('leave') && has('when') && !has('act', 'what')))) return 'lastDay';
  if (has('overdue') && has('checklist', 'exit')) return 'overdue';
  if (has('checklist') && (has('left') || (isOwn && has('what', 'progress', 'done', 'which', 'whether'))))
    return 'left';
  if (isOwn && has('exit') && !has('which', 'count') && has('left', 'progress', 'done', 'what')) return 'left';
  if (has('mine', 'me') && has('what') && has('leave', 'left') && !has('count')) return 'left';
  if (names.length > 0 && has('left', 'progress')) return 'left';
  if (has('exit') && has('progress')) return 'cases';
  const asksWhich = has('which', 'count') || (has('who') && has('leave'));
  return asksWhich && (has('exit') || (has('leave') && !has('count'))) && has('our', 'mine', 'me')
    ? 'cases'
    : undefined;
}

/** "Och nycklarna?", "vem gör det?", "och Sara?", "vad är försenat?": what is new replaces what was, the rest stays. */
function goOn({ items, names }: Reading, has: Has, { want }: Remembered): Want | undefined {
  if (items.length > 0) return 'item';
  if (has('last-day')) return 'lastDay';
  if (has('overdue')) return 'overdue';
  if (has('left', 'progress')) return 'left';
  if (names.length > 0) return want;
  return want === 'item' && has('when', 'who', 'whether') ? 'item' : undefined;
}

/**
 * "När slutar jag?", "min dator", "vad ska jag göra innan jag slutar?": the leaver asks. "Har jag beställt avslut av behörigheter?" may be
 * the manager's; "får jag semester?" is nobody's who only leads.
 */
function isSelf(want: Want, { isTelling }: Reading, has: Has): boolean {
  if (want === 'lastDay') return has('mine', 'me');
  if (want === 'item') return has('mine') || (has('me') && !isTelling);
  return want === 'left' && has('mine', 'me') && !has('checklist', 'exit');
}

function asksOf(has: Has): Asks {
  if (has('when')) return 'when';
  return has('who') ? 'who' : 'whether';
}
