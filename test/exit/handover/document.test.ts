import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../src/actions/index.js';
import { readTables, writeDocx } from '../../../src/documents/index.js';
import { createCases, createExitHandover, type ExitCase } from '../../../src/exit/index.js';
import { handoverDocument } from '../../../src/exit/handover/document.js';
import { createDirectory, type Person } from '../../../src/people/index.js';
import { createGuard } from '../../../src/privacy/index.js';
import { openExitCases, openStorage } from '../../../src/storage/index.js';
import { KARIN, ORGANISATION, SARA } from '../../bot/support/people.js';
import { someCase } from '../case/some-case.js';

const at = new Date('2026-11-18T09:00:00Z');
const directory = createDirectory([KARIN, SARA]);
const exitCase = someCase({
  ...{ organisation: ORGANISATION, employee: SARA.id, manager: KARIN.id },
  handover: [
    { id: 'p2', what: 'Inköpen', to: 'Maja', by: '2026-11-24', addedBy: 'chef', handedOverAt: at, confirmedAt: at },
    { id: 'p1', what: 'Schemat', to: 'Biträdande enhetschef', by: '2026-11-20', addedBy: 'medarbetare' },
  ],
});

async function rowsOf(locale: 'sv' | 'en'): Promise<string[][]> {
  const bytes = await writeDocx(handoverDocument(exitCase, { locale, now: at, directory }));
  const read = await readTables('plan.docx', bytes);
  if (read.kind === 'unreadable') throw new Error(read.because);
  return read.tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));
}

describe('the plan as Word', () => {
  it('says what, to whom, by when, handed over and confirmed, in the order of the days', async () => {
    expect(await rowsOf('sv')).toEqual([
      ['Vad', 'Till vem', 'Senast', 'Överlämnat', 'Bekräftat'],
      ['Schemat', 'Biträdande enhetschef', '2026-11-20', 'Nej', 'Nej'],
      ['Inköpen', 'Maja', '2026-11-24', '2026-11-18', '2026-11-18'],
    ]);
    expect((await rowsOf('en'))[0]).toEqual(['What', 'To whom', 'By', 'Handed over', 'Confirmed']);
  });

  it('names the leaver, the unit, the manager and the day', () => {
    const { title, parts } = handoverDocument(exitCase, { locale: 'sv', now: at, directory });
    expect(title).toBe('Överlämning: Sara Ekman');
    expect(parts[1]).toEqual({
      kind: 'paragraph',
      text: 'Förskolorna Solberga · sista arbetsdag 2026-11-27. Chef: Karin Lindqvist. Läget 2026-11-18.',
    });
  });
});

describe('what shows the case', () => {
  it('is told of each change, so that both sides see it', async () => {
    const storage = openStorage({ kind: 'memory' });
    await storage.prepare();
    const told: ExitCase[] = [];
    const cases = createCases({
      store: openExitCases(storage),
      onChanged: async (changed) => void told.push(changed),
    });
    await openExitCases(storage).create(exitCase);
    const { actions } = createExitHandover({
      ...{ cases, directory, guard: createGuard([]), clock: () => at },
      liveCards: { show: () => Promise.resolve(), changed: () => Promise.resolve() },
    });
    const turnOf = (person: Person): Turn => ({
      ...{ asker: { kind: 'person', id: person.id, person }, locale: 'sv', now: at },
      ...{ conversation: 'personal', context: {} },
    });
    const mark = actions.find(({ verb }) => verb === 'exit.handover.mark')!;
    await mark.handle({ case: exitCase.id, part: 'p1', mark: 'given', page: 1, isLive: false }, turnOf(SARA));
    expect(told.map(({ handover }) => handover.find(({ id }) => id === 'p1')?.handedOverAt)).toEqual([at]);
  });
});
