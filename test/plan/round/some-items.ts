import type { Response, Round, RoundItem } from '../../../src/plan/index.js';

export const ORGANISATION = 'Hägersten-Älvsjö';
const at = new Date('2026-04-20T08:00:00Z');

export function someRound(more: Partial<Round> = {}): Round {
  return {
    organisation: ORGANISATION,
    id: 'r1',
    title: 'T1 2026',
    period: 'T1',
    year: 2026,
    plans: ['2026-forskola'],
    departments: [],
    asksGoals: false,
    message: '',
    deadline: new Date('2026-05-08T21:59:00Z'),
    reminds: true,
    standIns: [],
    state: 'preparing',
    createdBy: 'hr-1',
    createdAt: at,
    items: 0,
    ...more,
  };
}

export function someItem(n: number, more: Partial<RoundItem> = {}): RoundItem {
  return {
    organisation: ORGANISATION,
    round: 'r1',
    department: 'Förskola',
    unit: 'Solen',
    key: `2026-forskola/${n}`,
    kind: 'activity',
    plan: '2026-forskola',
    position: n,
    phase: 'utveckla',
    goal: 'Fler kan mer',
    text: `Aktivitet ${n}`,
    due: { kind: 'period', to: '2026-06-30', as: 'våren 2026' },
    resources: '',
    responsible: ['Rektor'],
    persons: ['rektor-1'],
    deputies: [],
    moves: 0,
    ...more,
  };
}

export function someResponse(version: number, more: Partial<Response> = {}): Response {
  return {
    version,
    status: 'pågår',
    reason: '',
    comment: `Svar ${version}`,
    resources: '',
    by: 'rektor-1',
    function: 'Rektor',
    at,
    ...more,
  };
}
