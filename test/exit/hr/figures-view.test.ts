import { describe, expect, it } from 'vitest';
import type { Turn, View } from '../../../src/actions/index.js';
import { tertialOf } from '../../../src/calendar/index.js';
import { loadCards, MAX_CARD_BYTES, visibleText } from '../../../src/cards/index.js';
import { bytesOf } from '../../../src/cards/json.js';
import { readTables, writeXlsx } from '../../../src/documents/index.js';
import { figuresSheet, figuresView } from '../../../src/exit/hr/figures-view.js';
import type { HrParts, TertialFigures } from '../../../src/exit/hr/gather.js';
import { listView } from '../../../src/exit/hr/list-view.js';
import { NOTHING_COUNTED, type ProcessCounts, sum } from '../../../src/exit/hr/process.js';
import { INGRID, SARA } from '../../bot/support/people.js';
import { someCase } from '../case/some-case.js';
import { checklist, NOW } from '../list/support/some-seat.js';

const counts = (exits: number, declined: number): ProcessCounts => ({
  ...NOTHING_COUNTED,
  ...{
    exits,
    talks: exits,
    offered: exits,
    held: exits - declined,
    declined,
    onTime: exits,
    items: 20,
    itemsOnTime: 15,
  },
});
const [nursery, care] = [counts(14, 1), counts(12, 6)];
const figures = (departments: TertialFigures['departments']): TertialFigures => ({
  tertial: tertialOf('2026-06-30'),
  isOver: true,
  all: sum(departments.map((one) => one.counts)),
  departments,
  themes: [{ name: { sv: 'Arbetsbelastning och bemanning', en: 'Workload and staffing' }, count: 9 }],
});
const two = figures([
  { name: 'Förskola', counts: nursery },
  { name: 'Äldreomsorg', counts: care },
]);

const told = (of: TertialFigures) => ({ figures: of, answered: { answers: 18, invited: 24 } });

describe('the figures as a sheet', () => {
  it('hold the board whole, departments without small counts, and what they mean', async () => {
    const read = await readTables('a.xlsx', await writeXlsx('Avslut', figuresSheet(told(two), 'sv')));
    if (read.kind === 'unreadable') throw new Error(read.because);
    const rows = read.tables.flatMap(({ rows: own }) => own.map(({ cells }) => cells.map(({ text }) => text)));
    const figuresOf = (name: string) => rows.find(([, department]) => department === name)?.slice(2, 10);
    expect(rows[0]?.slice(0, 4)).toEqual(['Period', 'Avdelning', 'Avslut', 'Avslut med samtal på listan']);
    expect(figuresOf('Hela förvaltningen')).toEqual(['26', '26', '26', '19', '7', '0', '0', '26']);
    expect(figuresOf('Förskola')).toEqual(['14', '14', '14', '–', '<5', '<5', '<5', '14']);
    // The other department's refusals would give the small count away.
    expect(figuresOf('Äldreomsorg')).toEqual(['12', '12', '12', '–', '–', '<5', '<5', '12']);
    expect(rows).toContainEqual(['Arbetsbelastning och bemanning', '9']);
    expect(JSON.stringify(rows)).toContain('Checklistan klar i tid: allt som skulle göras');
  });
});

/** A board with one case, as its list asks for it; INGRID, of HR, reads it on 18 November. */
const oneCase: HrParts = {
  cases: {
    async *list() {
      yield await Promise.resolve(someCase());
    },
  },
  checklist: () => checklist,
  holdersOf: () => ({}),
  directory: { find: () => SARA } as unknown as HrParts['directory'],
  themeCounts: { async *list() {} },
  talkContent: () => [],
};
const turn = { asker: { kind: 'person', person: INGRID }, locale: 'en', now: NOW } as unknown as Turn;

describe('in English', () => {
  it('the figures and the list of exits are told in English alone', async () => {
    const read = (view: View) => visibleText(loadCards('cards').bind(view, 'en'));
    const shown = read(figuresView('Hägersten-Älvsjö', [two], told(two), 'en'));
    expect(shown).toContain('Tertial 2 2026');
    expect(shown).toContain('Conversation declined: 7 of 26 (27 %)');
    expect(shown).toContain('The whole administration');
    expect(shown).toContain('Survey answered: 18 of 24 (75 %)');
    expect(shown).toContain('Workload and staffing');
    expect(shown).toContain('Checklist done in time: everything due');
    const sheet = JSON.stringify(figuresSheet(told(two), 'en'));
    expect(sheet).toContain('"Period","Department","Exits"');
    const list = read(await listView(oneCase, turn, { page: 1, department: '' }));
    expect(list).toContain('1 exit under way');
    expect(list).toContain('Last working day 2026-11-27');
    expect(list).toMatch(/0 of \d+ done · ! \d+ overdue/);
    expect(list).toContain('Conversation: not booked');
    expect(list).toContain('Open 1 | Checklist 1 | Handover 1');
    for (const swedish of ['Avslut', 'Hela förvaltningen', 'Samtal', 'klara', 'Sista', 'Öppna'])
      expect(`${shown}${sheet}${list}`).not.toContain(swedish);
  });
});

describe('the figures as a card', () => {
  it('stay below the limit with many departments of long names', () => {
    const many = Array.from({ length: 12 }, (_, n) => ({ name: `${n} ${'Å'.repeat(60)}`, counts: care }));
    const shown = figures(many);
    const view = figuresView('Å'.repeat(100), [shown, shown, shown, shown], told(shown), 'sv');
    expect(bytesOf(loadCards('cards').bind(view, 'sv'))).toBeLessThan(MAX_CARD_BYTES);
  });
});
