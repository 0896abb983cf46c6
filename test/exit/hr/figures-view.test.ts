import { describe, expect, it } from 'vitest';
import { tertialOf } from '../../../src/calendar/index.js';
import { loadCards, MAX_CARD_BYTES } from '../../../src/cards/index.js';
import { bytesOf } from '../../../src/cards/json.js';
import { readTables, writeXlsx } from '../../../src/documents/index.js';
import { figuresSheet, figuresView } from '../../../src/exit/hr/figures-view.js';
import type { TertialFigures } from '../../../src/exit/hr/gather.js';
import { NOTHING_COUNTED, type ProcessCounts, sum } from '../../../src/exit/hr/process.js';

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

describe('the figures as a sheet', () => {
  it('hold the board whole, departments without small counts, and what they mean', async () => {
    const read = await readTables('a.xlsx', await writeXlsx('Avslut', figuresSheet(two, 'sv')));
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

describe('the figures as a card', () => {
  it('stay below the limit with many departments of long names', () => {
    const many = Array.from({ length: 12 }, (_, n) => ({ name: `${n} ${'Å'.repeat(60)}`, counts: care }));
    const shown = figures(many);
    const view = figuresView('Å'.repeat(100), [shown, shown, shown, shown], shown, 'sv');
    expect(bytesOf(loadCards('cards').bind(view, 'sv'))).toBeLessThan(MAX_CARD_BYTES);
  });
});
