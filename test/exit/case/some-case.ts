import type { ExitCase } from '../../../src/exit/index.js';

/** An open case of a preschool teacher who resigned; with what a test changes. */
export function someCase(changes: Partial<ExitCase> = {}): ExitCase {
  return {
    organisation: 'Hägersten-Älvsjö stadsdelsförvaltning',
    id: 'case-1',
    employee: '33333333-3333-4333-8333-333333333333',
    manager: '11111111-1111-4111-8111-111111111111',
    startedBy: '11111111-1111-4111-8111-111111111111',
    kind: 'egen uppsägning',
    traits: ['konto', 'kontor', 'sex månader'],
    notice: '2026-09-01',
    lastWorkingDay: '2026-11-27',
    lastDay: '2026-11-30',
    opened: '2026-09-02',
    status: 'open',
    ticks: {},
    handover: [],
    talk: {},
    createdAt: new Date('2026-09-02T07:00:00Z'),
    sentAt: new Date('2026-09-02T07:05:00Z'),
    ...changes,
  };
}
