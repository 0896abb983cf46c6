import { describe, expect, it } from 'vitest';
import { loadCards, MAX_CARD_BYTES } from '../../../src/cards/index.js';
import { bytesOf, elementsOf } from '../../../src/cards/json.js';
import { EXIT_KINDS, OWNERS, TRAITS } from '../../../src/exit/index.js';
import { casesView } from '../../../src/exit/list/cases-view.js';
import { checklistView, PAGE } from '../../../src/exit/list/checklist-view.js';
import type { Seat } from '../../../src/exit/list/desk.js';
import { canShow, itemView } from '../../../src/exit/list/item-view.js';
import { noteView } from '../../../src/exit/list/note-view.js';
import { SARA } from '../../bot/support/people.js';
import { checklist, someSeat, someTick } from './support/some-seat.js';

const cards = loadCards('cards');
/** Two bytes a letter, and quotation marks that JSON writes as two. */
const long = (length: number) => 'å"'.repeat(length / 2);
const bytes = (view: Parameters<typeof cards.bind>[0]) => bytesOf(cards.bind(view, 'sv'));
const leaver = { name: 'Å'.repeat(200), function: 'Ä'.repeat(200), unit: 'Ö'.repeat(200), department: '' };
const wordy = { comment: long(200), delegatedTo: long(200), form: 'f'.repeat(100) };

/** Every item with texts as long as the file may have them, said by all owners with the longest comments. */
function wordySeat(states: readonly ('done' | 'notYet')[], { isBare = false } = {}): Seat {
  const ticks = Object.fromEntries(
    checklist.map(({ id, owners }) => [
      id,
      Object.fromEntries(owners.map((owner, at) => [owner, someTick(states[at % states.length]!, wordy)])),
    ]),
  );
  const seat = someSeat({
    id: 'c'.repeat(120),
    traits: [...TRAITS],
    kind: EXIT_KINDS[0],
    ...(isBare ? {} : { ticks }),
  });
  const stretched = (item: (typeof checklist)[number]) => ({ ...item, sv: long(200), help: { sv: long(200), en: '' } });
  const parts = seat.parts.map((part) => ({ ...part, item: stretched(part.item) }));
  return { ...seat, parts, own: parts.filter(({ side }) => seat.sides.includes(side)) };
}

describe('the largest cards of a checklist', () => {
  it.each([
    ['all done', ['done']],
    ['all contradicting', ['done', 'notYet']],
    ['all not yet', ['notYet']],
  ] as const)('stay below the limit with the longest texts, %s', (_what, states) => {
    const seat = wordySeat(states);
    expect(seat.own.length).toBeGreaterThan(4 * PAGE);
    for (const isLive of [true, false])
      for (let page = 1; page <= Math.ceil(seat.parts.length / PAGE); page++) {
        const view = checklistView(seat, { locale: 'sv', leaver, isLive, page, scope: 'all', note: 'x'.repeat(300) });
        expect(bytes(view)).toBeLessThan(MAX_CARD_BYTES);
      }
  });

  it('stay below the limit as one part of three owners in conflict, with as much typed as a card takes', () => {
    const seat = wordySeat(['done']);
    const part = seat.own.find(({ others }) => others.length === 2)!;
    const typed = { state: 'done', delegatedTo: long(1000), comment: long(4000) };
    const shown = 's'.repeat(2000);
    const problems = Array.from({ length: 4 }, () => 'x'.repeat(300));
    expect(canShow(typed, shown)).toBe(true);
    const about = { locale: 'sv', name: leaver.name, page: 1, scope: 'own', typed, shown, problems } as const;
    expect(bytes(itemView(seat, part, { ...about, isConflict: true }))).toBeLessThan(MAX_CARD_BYTES);
    expect(canShow({ ...typed, comment: long(6000) }, shown)).toBe(false);
    expect(bytes(noteView({ title: 'x', problem: 'x', typed: { ...typed, comment: long(6000) } }))).toBeLessThan(
      MAX_CARD_BYTES,
    );
  });

  it('stay below the limit as a list of many cases', () => {
    const directory = { find: () => ({ ...SARA, ...leaver }) };
    const seats = Array.from({ length: 40 }, () => wordySeat(['done']));
    expect(bytes(casesView(seats, { directory, locale: 'sv', page: 2 }))).toBeLessThan(MAX_CARD_BYTES);
  });

  it('have buttons whose titles fit a phone', () => {
    const titles = new Set<string>();
    for (const locale of ['sv', 'en'] as const)
      for (const reader of OWNERS) {
        const seat = { ...wordySeat([], { isBare: true }), sides: [reader] };
        const own = checklistView(seat, { locale, isLive: true });
        const pages = Array.from({ length: 9 }, (_, at) =>
          checklistView({ ...seat, sides: ['chef', reader] }, { locale, isLive: false, scope: 'all', page: at + 1 }),
        );
        for (const view of [own, ...pages])
          for (const { title } of elementsOf(cards.bind(view, locale)).filter(({ type }) => type === 'Action.Execute'))
            titles.add(title as string);
      }
    expect(titles).toContain('Öppna 34 (lön)');
    expect([...titles].filter((title) => title.length > 28)).toEqual([]);
  });
});
