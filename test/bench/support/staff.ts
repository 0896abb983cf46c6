import { type Person, planImport } from '../../../src/people/index.js';
import type { Round, RoundItem } from '../../../src/plan/index.js';
import { openPeople, openPlans, openRounds, type Storage } from '../../../src/storage/index.js';
import { type Connector, createUser, type User } from '../../support/connector/index.js';

export const ORGANISATION = 'Hägersten-Älvsjö stadsdelsförvaltning';
export const TENANT = '99999999-9999-4999-8999-999999999999';
const DEPARTMENT = 'Förskola';
const PLAN = '2026-forskola';

/** Invented managers, `perUnit` of them in each unit of one department; each is the manager of the one before. */
export function managers(count: number, perUnit: number): Person[] {
  const idOf = (n: number) => `d0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return Array.from({ length: count }, (_, n) => ({
    id: idOf(n),
    name: `Chef ${n}`,
    email: `chef${n}@ubara.example`,
    organisation: ORGANISATION,
    department: DEPARTMENT,
    unit: `Enhet ${Math.floor(n / perUnit)}`,
    function: 'Enhetschef',
    occupationalGroup: 'Chefer',
    employedFrom: '2021-08-16',
    language: 'sv' as const,
    roles: ['chef', 'medarbetare'] as const,
    ...(n + 1 < count ? { managerId: idOf(n + 1) } : {}),
  }));
}

export async function hire(storage: Storage, people: readonly Person[], now: Date): Promise<void> {
  const plan = planImport({ current: [], incoming: people, removeMissing: false });
  await openPeople(storage).apply(plan, { generation: undefined, now });
}

/** An open round that asks every unit about so many activities of one plan; whoever is in a unit may answer for it. */
export async function openRound(
  storage: Storage,
  people: readonly Person[],
  { activities, now }: { readonly activities: number; readonly now: Date },
): Promise<Round> {
  const plan = { organisation: ORGANISATION, id: PLAN, title: 'Plan', year: 2026, file: 'plan.xlsx', importedAt: now };
  await openPlans(storage).put(
    { plan: { ...plan, indicators: [], activities: 0, lastNumber: 0 }, activities: [] },
    undefined,
  );
  const rounds = openRounds(storage);
  const units = [...new Set(people.map(({ unit }) => unit))];
  const round: Round = {
    ...{
      organisation: ORGANISATION,
      id: rounds.idFor(now, 'bench'),
      title: 'Uppföljning T2',
      period: 'T2',
      year: 2026,
    },
    ...{ plans: [PLAN], departments: [], asksGoals: false, message: '', reminds: false, standIns: [], state: 'open' },
    ...{ deadline: new Date(now.getTime() + 20 * 24 * 3600 * 1000), createdBy: people[0]!.id, createdAt: now },
    items: units.length * activities,
  };
  await rounds.create(round);
  for (const unit of units) {
    const persons = people.filter((person) => person.unit === unit).map(({ id }) => id);
    await rounds.addUnit(Array.from({ length: activities }, (_, n) => itemOf(round, unit, n, persons)));
  }
  return round;
}

function itemOf(round: Round, unit: string, n: number, persons: readonly string[]): RoundItem {
  return {
    ...{ organisation: ORGANISATION, round: round.id, department: DEPARTMENT, unit, key: `${PLAN}/${n + 1}` },
    ...{ kind: 'activity', plan: PLAN, position: n, phase: 'utveckla', goal: 'Fler utbildar sig' },
    text: `Erbjud studier på betald arbetstid, del ${n + 1}`,
    due: { kind: 'period', to: '2030-06-30', as: 'våren 2030' },
    ...{ resources: '', responsible: ['Enhetschef'], persons: [...persons], deputies: [], moves: 0 },
  };
}

/** The person in the chat with the bot. */
export function userOf(person: Person, connector: Connector, botUrl: string): User {
  return createUser({
    ...{ botUrl, connector, id: `29:${person.id}`, aadObjectId: person.id, name: person.name, tenantId: TENANT },
    conversationId: `a:${person.id}`,
  });
}
