import type { Phase } from '../../../src/ask/index.js';
import {
  createPlanReport,
  type PlanReport,
  type Response,
  type Round,
  type RoundItem,
  type RoundStore,
} from '../../../src/plan/index.js';
import { openPlans, openRounds, type Storage } from '../../../src/storage/index.js';
import { somePerson } from '../../people/some-people.js';
import { ORGANISATION, someItem, someResponse, someRound } from '../round/some-items.js';

export { ORGANISATION };
export const HR = somePerson(1, { name: 'Sara Ekman', function: 'HR-chef', organisation: ORGANISATION });
export const NOW = new Date('2026-05-04T07:12:00Z');
export const FORSKOLA = '2026-forskola';
const ALDRE = '2026-aldreomsorg';

interface Row {
  readonly plan: string;
  readonly phase?: Phase;
  readonly text: string;
  readonly responsible: readonly string[];
  readonly due: string;
}

const row = (
  of: readonly [plan: string, phase?: Phase],
  text: string,
  due = 'Våren 2026',
  responsible = ['Rektor'],
): Row => ({ plan: of[0], phase: of[1], text, responsible, due });

/** What two plans ask, phase by phase. */
const ROWS: readonly Row[] = [
  row(
    [FORSKOLA, 'utveckla'],
    'Genomföra utvecklingssamtal med alla medarbetare och upprätta individuella kompetensplaner',
  ),
  row([FORSKOLA, 'utveckla'], 'Erbjuda barnskötare utbildning till förskollärare på deltid', '2026-2028', [
    'Rektor',
    'HR-konsult',
  ]),
  row([FORSKOLA, 'behålla'], 'Se över introduktion och handledning för nyutexaminerade förskollärare', 'Kontinuerligt'),
  row([FORSKOLA, 'behålla'], 'Minska sjukfrånvaron genom tidiga rehabiliteringssamtal', 'December 2026'),
  row([FORSKOLA, 'attrahera'], 'Ta emot studenter på verksamhetsförlagd utbildning i alla förskolor', '2026'),
  row([FORSKOLA, 'rekrytera'], 'Kompetensbaserad rekrytering med gemensamma kravprofiler', 'Våren 2026', [
    'Avdelningschef',
  ]),
  row([FORSKOLA, 'avsluta'], 'Hålla avslutssamtal med alla som slutar och sammanställa svaren', 'T2 2026'),
  row([ALDRE, 'utveckla'], 'Språkombud på varje enhet, med utbildning och tid avsatt för uppdraget', 'Hösten 2026', [
    'Enhetschef',
  ]),
  row([ALDRE, 'behålla'], 'Hälsofrämjande schemaläggning utan delade turer', '2026', ['Enhetschef']),
  row([ALDRE], 'Kartlägga vilka som kan gå i pension före 2030', '', ['Enhetschef']),
];
const UNITS: readonly (readonly [department: string, unit: string, plan: string])[] = [
  ...['Solen', 'Månen', 'Stjärnan', 'Kometen', 'Gläntan'].map((unit) => ['Förskola', unit, FORSKOLA] as const),
  ...['Hemtjänst Mälarhöjden', 'Axelsbergs vård- och omsorgsboende', 'Fruängsgården'].map(
    (unit) => ['Äldreomsorg', unit, ALDRE] as const,
  ),
];
const STATUSES = [
  'klar',
  'pågår',
  'pågår',
  'ej påbörjad',
  'klar',
  'försenad',
  'pågår',
  'avvikelse',
  undefined,
  'avbruten',
] as const;

function itemOf(round: string, at: number, place: number): RoundItem {
  const [department, unit, plan] = UNITS[place]!;
  const { text, phase, responsible, due } = ROWS[at]!;
  const isSilent = unit === 'Gläntan';
  const status = isSilent ? undefined : STATUSES[(at * 3 + place * 7) % STATUSES.length];
  const deviates = status === 'försenad' || status === 'avvikelse' || status === 'avbruten';
  const response =
    status &&
    someResponse(1, {
      status,
      reason:
        status === 'avvikelse' ? 'Två tjänster är vakanta sedan mars, så tiden räcker inte till handledning.' : '',
      comment: deviates
        ? 'Vi tar upp det med avdelningschefen i maj och börjar om efter sommaren.'
        : at % 3 === 0
          ? 'Hälften av samtalen är hållna; resten är bokade.'
          : '',
      ...(status === 'försenad' ? { newDue: '2026-12-31' } : {}),
      function: responsible[0]!,
    });
  return someItem(at + 10, {
    ...{ round, department, unit, plan, key: `${plan}/${at + 10}`, phase, text, responsible: [...responsible] },
    due: due === '' ? { kind: 'none' } : { kind: 'period', to: '2026-06-30', as: due },
    goal: 'Fler vill arbeta kvar',
    persons: [`chef-${place}`],
    moves: status === 'försenad' ? 1 + (place % 2) : 0,
    ...(response ? { response } : {}),
  });
}

function goalsOf(round: string): RoundItem[] {
  const about = { round, department: 'Förskola', unit: '', plan: FORSKOLA, persons: ['avdelningschef'] };
  const due = { kind: 'none' } as const;
  const said = (more: Partial<Response>) => someResponse(1, { status: undefined, function: 'Avdelningschef', ...more });
  return [
    someItem(1, {
      ...about,
      ...{
        key: `${FORSKOLA}/goal-1`,
        kind: 'goal',
        due,
        phase: 'behålla',
        text: 'Medarbetarna vill stanna kvar i yrket',
      },
      response: said({ fulfilment: 'uppfylls delvis', comment: 'Färre slutar, men sjukfrånvaron ligger kvar.' }),
    }),
    someItem(900, {
      ...about,
      ...{
        key: `${FORSKOLA}/indicator-1`,
        kind: 'indicator',
        due,
        phase: undefined,
        text: 'Sjukfrånvaro',
        measure: '%',
      },
      ...{ target: '8,0', cityTarget: '7,0' },
      bySex: true,
      response: said({ outcome: '8,2', outcomeWomen: '8,9', outcomeMen: '4,2', comment: 'Lägre än i höstas.' }),
      previous: { round: 'r0', title: 'VB 2025', response: said({ outcome: '8,9' }) },
    }),
  ];
}

export function itemsOf(round: string): RoundItem[] {
  const activities = UNITS.flatMap(([, , plan], place) =>
    ROWS.flatMap((asked, at) => (asked.plan === plan ? [itemOf(round, at, place)] : [])),
  );
  return [...activities, ...goalsOf(round)];
}

/** Two rounds of two plans in storage, the newer one open. */
export async function storeRounds(
  storage: Storage,
): Promise<{ rounds: RoundStore; report: PlanReport; round: Round; before: Round }> {
  const [rounds, plans] = [openRounds(storage), openPlans(storage)];
  for (const [id, title] of [
    [FORSKOLA, 'Kompetensförsörjningsplan förskola 2026'],
    [ALDRE, 'Kompetensförsörjningsplan äldreomsorg 2026'],
  ] as const)
    await plans.put(
      {
        plan: {
          ...{ organisation: ORGANISATION, id, title, year: 2026, file: 'plan.xlsx', importedAt: NOW },
          ...{ indicators: [], activities: 0, lastNumber: 0 },
        },
        activities: [],
      },
      undefined,
    );
  const at = [new Date('2026-01-12T09:00:00Z'), new Date('2026-04-15T09:00:00Z')] as const;
  const about = { plans: [FORSKOLA, ALDRE], asksGoals: true, createdBy: HR.id };
  const before = someRound({
    ...about,
    id: rounds.idFor(at[0], 'vb'),
    title: 'VB 2025',
    period: 'VB',
    year: 2025,
    state: 'closed',
    createdAt: at[0],
    closedAt: at[0],
  });
  const round = someRound({ ...about, id: rounds.idFor(at[1], 't1'), state: 'open', createdAt: at[1] });
  for (const { id } of [before, round]) {
    const items = itemsOf(id);
    for (const [department, unit] of [...UNITS, ['Förskola', ''] as const])
      await rounds.addUnit(items.filter((item) => item.department === department && item.unit === unit));
  }
  await rounds.create({ ...before, items: itemsOf(before.id).length });
  await rounds.create({ ...round, items: itemsOf(round.id).length });
  const report = createPlanReport({ rounds, plans, directory: { find: (id) => (id === HR.id ? HR : undefined) } });
  return { rounds, report, round, before };
}
