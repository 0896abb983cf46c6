import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkKnowledge, faultText, loadPlans } from '../../src/knowledge/index.js';
import { dueOf } from '../../src/plan/index.js';
import { knowledgeFolder } from './knowledge-folder.js';

const now = new Date('2026-03-01T09:00:00Z');
const FILE = 'plans/nord-forskola.csv';
const HEADER =
  'id,plan,organisation,department,year,phase,goal,activity,due,dueKind,dueFrom,dueTo,responsible,resources,followUp,source,section,row,line,note';
const ROW = {
  id: 'nord-forskola-1',
  plan: 'nord-forskola',
  organisation: 'nord',
  department: 'nord-forskola',
  year: '2025',
  phase: 'utveckla',
  goal: 'Fler kan mer',
  activity: 'Utbilda',
  due: 'Våren 2026',
  dueKind: 'period',
  dueFrom: '2026-01-01',
  dueTo: '2026-06-30',
  responsible: 'Enhetschefer',
  resources: '',
  followUp: 'T1',
  source: 'plan-2025',
  section: 'Förskola › Utveckla',
  row: '1',
  line: '7',
  note: '',
};
type Changes = Partial<typeof ROW>;

/** A sound folder with a plan of these rows. */
function folder(...rows: Changes[]): string {
  const lines = rows.map((row, at) => Object.values({ ...ROW, id: `nord-forskola-${at + 1}`, ...row }).join(','));
  return knowledgeFolder({
    'sources.yml': ['    - Sjukfrånvaro\n', '    - Sjukfrånvaro\n    - Förskola › Utveckla\n'],
    [FILE]: `${[HEADER, ...lines].join('\n')}\n`,
  });
}

const faultsOf = (...rows: Changes[]) => checkKnowledge(folder(...rows), now).map(faultText);

describe('checkKnowledge, plans', () => {
  it('finds nothing wrong with activities whose dates, sources and rows fit together', () => {
    expect(faultsOf({}, { activity: 'Öva' }, { row: '2', line: '9', goal: 'Annat', due: '', dueKind: '', dueFrom: '', dueTo: '' })).toEqual([]);
  });

  it.each<[what: string, row: Changes, fault: string]>([
    ['a department that is not there', { department: 'nord-skola' }, 'department: no population nord-skola'],
    ['a section that the source lacks', { section: 'Skola › Utveckla' }, 'section: source plan-2025 has no section "Skola › Utveckla"'],
    ['a phase that is not the section’s', { phase: 'behålla' }, 'phase: the section "Förskola › Utveckla" is about another phase than behålla'],
    ['a word that is no phase', { phase: 'växa' }, "phase: Invalid enum value. Expected 'utveckla' | 'behålla' | 'attrahera' | 'rekrytera' | 'introducera' | 'avsluta', received 'växa'"],
    ['a day that the calendar lacks', { dueTo: '2026-06-31' }, 'dueTo: Invalid date'],
    ['an end before its start', { dueTo: '2025-06-30' }, 'dueKind: kind, first and last day do not go together with what is written'],
    ['a kind without its day', { dueTo: '' }, 'dueKind: kind, first and last day do not go together with what is written'],
    ['days that say otherwise than the words', { dueTo: '2026-05-31' }, 'due: "Våren 2026" is read as period 2026-01-01 to 2026-06-30, not period 2026-01-01 to 2026-05-31'],
    ['an id of another plan', { id: 'syd-1' }, 'id: must begin with nord-forskola-'],
    ['a row that is no number', { row: 'ett' }, 'row: Expected number, received nan'],
  ])('reports %s', (_, row, fault) => {
    expect(faultsOf(row)).toEqual([`${FILE}:2: ${fault}`]);
  });

  it.each<[what: string, row: Changes, fault: string]>([
    ['an id that is there twice', { id: 'nord-forskola-1' }, `id: nord-forskola-1 stands already at ${FILE}:2`],
    ['rows of a document out of order', { line: '6' }, 'line: comes after line 7 of the document'],
    ['one row of a document with two goals', { goal: 'Något annat' }, 'goal: another goal than the activity before of the same row'],
    ['two years in one plan', { year: '2026' }, 'year: another year than the row before of the same plan'],
  ])('reports %s', (_, row, fault) => {
    expect(faultsOf({}, row)).toEqual([`${FILE}:3: ${fault}`]);
  });
});

describe('the plans of the project', () => {
  const rows = loadPlans(fileURLToPath(new URL('../../knowledge', import.meta.url)), now);

  it('hold 70 rows and 171 activities of four departments', () => {
    const count = (plan: string) => {
      const own = rows.filter((row) => row.plan === plan);
      return [new Set(own.map(({ row }) => row)).size, own.length];
    };
    expect(count('hl-2019-forvaltning')).toEqual([7, 9]);
    expect(count('hl-2019-forskola')).toEqual([15, 35]);
    expect(count('hl-2019-social-omsorg')).toEqual([37, 102]);
    expect(count('hl-2019-aldreomsorg')).toEqual([11, 25]);
    expect(rows).toHaveLength(171);
    expect(new Set(rows.map(({ row }) => row)).size).toBe(70);
  });

  it('have a due date that is understood, or none', () => {
    expect(rows.map((row) => dueOf(row)?.kind).filter((kind) => kind === 'unclear' || kind === undefined)).toEqual([]);
  });
});
