import { addDays, nextWorkingDay, stockholmDate } from '../../calendar/index.js';
import { type ChecklistItem, caseItems, type ExitCase, type Owner, type Tick } from '../../exit/index.js';
import { PERSONAS } from '../personas.js';

type Said = Pick<Tick, 'state' | 'comment'>;

/** What both sides have said so far: some of it done, one thing about which they disagree. */
const SAID: Readonly<Record<string, Partial<Record<Owner, Said>>>> = {
  'AVS-01': { chef: { state: 'done' } },
  'AVS-02': { chef: { state: 'done' }, medarbetare: { state: 'done' } },
  'AVS-03': { chef: { state: 'done' } },
  'AVS-04': { chef: { state: 'done' }, medarbetare: { state: 'done' } },
  'AVS-06': { chef: { state: 'done', comment: 'Planen ligger i enhetens mapp.' } },
  'AVS-08': {
    chef: { state: 'done' },
    medarbetare: { state: 'notYet', comment: 'Flextiden är inte avstämd.' },
  },
};

/** The employee of the demo leaves in three weeks, as the manager of the demo knows. Pure. */
export function demoCase(checklist: readonly ChecklistItem[], now: Date): Omit<ExitCase, 'id'> {
  const today = stockholmDate(now);
  const [manager, employee] = [idOf('manager'), idOf('employee')];
  const opened = nextWorkingDay(addDays(today, -69));
  const lastWorkingDay = nextWorkingDay(addDays(today, 21));
  const openedAt = new Date(`${opened}T08:00:00Z`);
  const exitCase: ExitCase = {
    organisation: 'Hägersten-Älvsjö stadsdelsförvaltning',
    id: 'demo',
    employee,
    manager,
    startedBy: manager,
    kind: 'egen uppsägning',
    traits: ['konto', 'sex månader'],
    notice: addDays(opened, -1),
    lastWorkingDay,
    lastDay: addDays(lastWorkingDay, 3),
    opened,
    status: 'open',
    ticks: {},
    handover: [],
    talk: {},
    createdAt: openedAt,
    sentAt: openedAt,
  };
  const ticks = Object.fromEntries(
    caseItems(exitCase, checklist, {}).flatMap(({ item: { id }, due }) => {
      const at = new Date(`${due < today ? due : today}T08:00:00Z`);
      const said = Object.entries(SAID[id] ?? {});
      if (said.length === 0) return [];
      return [[id, Object.fromEntries(said.map(([owner, one]) => [owner, { ...one, at, due, form: `demo-${id}` }]))]];
    }),
  );
  const { id: _id, ...rest } = exitCase;
  return { ...rest, ticks };
}

function idOf(key: 'manager' | 'employee'): string {
  return PERSONAS.find((persona) => persona.key === key)!.id;
}
