import { describe, expect, it } from 'vitest';
import { createGuard } from '../../../src/privacy/index.js';
import { candidatesFor } from '../../../src/plan/hr/candidates.js';
import { countRound } from '../../../src/plan/hr/count.js';
import { readForm } from '../../../src/plan/hr/read-form.js';
import { possible } from '../../../src/plan/hr/status-view.js';
import { type Typed, roundValuesSchema } from '../../../src/plan/hr/values.js';
import type { ItemDigest, UnitDigest } from '../../../src/plan/round/index.js';
import { someColleague, somePlan } from '../round/some-plan.js';

describe('the form', () => {
  const about = {
    plans: [somePlan()],
    departments: [],
    taken: new Set<string>(),
    guard: createGuard([]),
    now: new Date('2026-04-13T07:00:00Z'),
    locale: 'sv',
  } as const;
  const typed = (more: Partial<Typed>): Typed =>
    roundValuesSchema.parse({ plans: '2026-forskola', year: '2026', deadline: '2026-04-13', ...more });
  const titleOf = (more: Partial<Typed>) => {
    const read = readForm(typed(more), about);
    return read.kind === 'wanted' ? read.wanted.title : read.problems;
  };

  it('names a round by its period unless somebody made up a name', () => {
    expect(titleOf({ period: 'VB', title: 'T1 2026' })).toBe('VB 2026');
    expect(titleOf({ period: 'VB', title: '' })).toBe('VB 2026');
    expect(titleOf({ period: 'T1', title: 'T1 2026 (2)' })).toBe('T1 2026 (2)');
    expect(titleOf({ period: 'VB', title: ' Förskolan, VB ' })).toBe('Förskolan, VB');
  });

  it('takes today as last day, until its end in Stockholm', () => {
    const read = readForm(typed({}), about);
    expect(read).toMatchObject({ kind: 'wanted', wanted: { deadline: new Date('2026-04-13T21:59:00Z') } });
    expect(readForm(typed({}), { ...about, now: new Date('2026-04-13T22:00:00Z') })).toMatchObject({ kind: 'faulty' });
  });
});

describe('who may answer for a function that nobody holds', () => {
  it('is proposed by words of title and place, then managers of the department, then others, then HR', () => {
    const quality = someColleague(1, { name: 'Åsa', unit: 'Kvalitet', function: 'Enhetschef', department: 'Stöd' });
    const rector = someColleague(2, { name: 'Bo' });
    const elderly = someColleague(3, { name: 'Cia', department: 'Äldreomsorg', function: 'Enhetschef' });
    const hr = someColleague(4, { name: 'Dan', roles: ['hr'], function: 'HR-konsult', department: 'Stöd' });
    const staff = someColleague(5, { name: 'Eva', roles: ['medarbetare'] });
    const found = candidatesFor('Kvalitetsutvecklare kvalitet', somePlan(), [staff, hr, elderly, rector, quality]);
    expect(found.map(({ name }) => name)).toEqual(['Åsa', 'Bo', 'Cia', 'Dan']);
  });
});

describe('the count of a round', () => {
  const item = (said: string, ...persons: number[]): ItemDigest => ({ said, moves: 0, persons });
  async function* units(): AsyncGenerator<UnitDigest> {
    const common = { organisation: 'o', round: 'r' };
    yield {
      ...common,
      department: 'A',
      unit: 'u1',
      persons: ['p', 'q'],
      items: { 1: item('klar', 0, 1), 2: item('', 0) },
    };
    yield {
      ...common,
      department: 'A',
      unit: '',
      persons: ['q', 'r'],
      items: { 1: item('pågår', 0), 2: item('', 1, 1) },
    };
    yield { ...common, department: 'B', unit: 'u1', persons: ['p'], items: { 1: item('', 0) } };
  }

  it('has each person once, each shared item for all who may answer it', async () => {
    const count = await countRound(units());
    expect(count).toMatchObject({ items: 5, answered: 2, done: 1, begun: 1, silent: 1 });
    expect(count.departments).toEqual([
      { department: 'A', items: 4, answered: 2, persons: 3, done: 1 },
      { department: 'B', items: 1, answered: 0, persons: 1, done: 0 },
    ]);
    expect(count.people.find(({ person }) => person === 'q')).toMatchObject({
      units: ['A', 'u1'],
      items: 2,
      answered: 2,
    });
    expect(count.people.find(({ person }) => person === 'r')).toMatchObject({ items: 1, answered: 0 });
  });

  it('decides which buttons there are', async () => {
    const count = await countRound(units());
    const on = (state: 'preparing' | 'open' | 'closed', counts = {}) =>
      Object.entries(possible({ state }, count, counts)).flatMap(([name, can]) => (can ? [name] : []));
    expect(on('preparing')).toEqual([]);
    expect(on('open')).toEqual(['remind', 'extend', 'reopenItem', 'close']);
    expect(on('open', { notInstalled: 1 })).toContain('resend');
    expect(on('closed', { failed: 2 })).toEqual(['openAgain']);
  });
});
