import type { Person } from '../../../src/people/index.js';
import type { Plan, PlanActivity } from '../../../src/plan/index.js';
import { ORGANISATION } from './some-items.js';

export function somePlan(more: Partial<Plan> = {}): Plan {
  return {
    organisation: ORGANISATION,
    id: '2026-forskola',
    title: 'Kompetensförsörjningsplan 2026, Förskola',
    department: 'Förskola',
    year: 2026,
    file: 'plan.xlsx',
    importedAt: new Date('2026-01-10T09:00:00Z'),
    indicators: [],
    activities: 0,
    lastNumber: 0,
    ...more,
  };
}

export function someActivity(id: number, more: Partial<PlanActivity> = {}): PlanActivity {
  return {
    organisation: ORGANISATION,
    plan: '2026-forskola',
    id: String(id),
    position: id,
    phase: 'utveckla',
    area: '',
    goal: 'Fler kan mer',
    activity: `Aktivitet ${id}`,
    due: { kind: 'none' },
    responsible: ['Rektor'],
    resources: '',
    followUp: { at: [], comment: '' },
    place: { table: 'Blad1', row: id, part: 1 },
    ...more,
  };
}

export function someColleague(n: number, more: Partial<Person> = {}): Person {
  return {
    id: `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    name: `Person ${n}`,
    email: `p${n}@ubara.example`,
    organisation: ORGANISATION,
    department: 'Förskola',
    unit: 'Solen',
    function: 'Rektor',
    occupationalGroup: 'Chef',
    employedFrom: '2020-01-01',
    language: 'sv',
    roles: ['chef'],
    ...more,
  };
}
