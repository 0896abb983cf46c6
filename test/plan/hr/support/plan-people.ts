import type { Person } from '../../../../src/people/index.js';
import { comparePlan, type NewPlan } from '../../../../src/plan/index.js';
import { INGRID, KARIN, ORGANISATION, PEOPLE } from '../../../bot/support/people.js';
import { OTHER_BOARD, PETRA } from '../../../broadcast/hr/support/hr-stage.js';

const colleague = (n: number, about: Partial<Person>): Person => ({
  ...KARIN,
  id: `a0000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`,
  email: `kollega${n}@ubara.example`,
  ...about,
});

export const ELIN = colleague(1, { name: 'Elin Vätterborg', unit: 'Förskolorna Fruängen', function: 'Rektor' });
export const MILAN = colleague(2, {
  name: 'Milan Petronijević',
  department: 'Äldreomsorg',
  unit: 'Hemtjänst Hägersten',
});
/** HR, too. */
export const AMIR = colleague(3, {
  ...INGRID,
  id: 'a0000000-0000-4000-8000-000000000103',
  name: 'Amir Haddad',
  email: 'amir@ubara.example',
});
/** HR of a board that has no plan yet. */
export const NILS = colleague(4, {
  ...PETRA,
  name: 'Nils Åkerö',
  id: 'a0000000-0000-4000-8000-000000000104',
  email: 'nils@ubara.example',
  organisation: 'Farsta stadsdelsförvaltning',
});
export { INGRID, KARIN, ORGANISATION, OTHER_BOARD, PETRA };

export const ALL_PEOPLE: readonly Person[] = [...PEOPLE, ELIN, MILAN, AMIR, PETRA, NILS];

export function plan(
  about: { readonly organisation?: string; readonly department: string; readonly id: string; readonly year?: number },
  activities: readonly { readonly activity: string; readonly responsible: readonly string[]; readonly goal?: string }[],
): NewPlan {
  const { organisation = ORGANISATION, department, id, year = 2026 } = about;
  const drafts = activities.map(({ activity, responsible, goal = '' }, index) => ({
    ...{ phase: 'utveckla' as const, area: '', goal, activity, due: { kind: 'none' as const } },
    ...{ responsible: [...responsible], resources: '', followUp: { at: [], comment: '' } },
    place: { table: 'Utveckla', row: index + 2, part: 1 },
  }));
  const head = { organisation, id, department, year, title: `Plan ${year}, ${department}`, file: 'plan.xlsx' };
  return comparePlan({ head, drafts, before: undefined, now: new Date('2026-01-10T09:00:00Z') }).result;
}

/** Two functions of the preschools' plan that nobody holds; the newest plans of this year, one of last, one of another board. */
export const PLANS: readonly NewPlan[] = [
  plan({ department: 'Förskola', id: '2026-forskola' }, [
    { activity: 'Utbilda handledare', responsible: ['Enhetschefer'], goal: 'Fler kan mer' },
    { activity: 'Starta ett nätverk', responsible: ['Utvecklingsenheten'], goal: 'Fler kan mer' },
    { activity: 'Följa upp sjukfrånvaron', responsible: ['Enhetschefer', 'Rektorer'] },
    { activity: 'Mäta språk', responsible: ['Verksamhetsutvecklare'] },
  ]),
  plan({ department: 'Äldreomsorg', id: '2026-aldreomsorg' }, [
    { activity: 'Införa kompetensstegar', responsible: ['Enhetschefer'] },
  ]),
  plan({ department: 'Förskola', id: '2025-forskola', year: 2025 }, [
    { activity: 'Förra året', responsible: ['Rektor'] },
  ]),
  plan({ organisation: OTHER_BOARD, department: 'HR', id: '2026-hr' }, [
    { activity: 'Annan nämnd', responsible: ['HR-konsult'] },
  ]),
];
