import { PHASES } from '../../../src/ask/index.js';
import {
  ACTIVITY_STATUSES,
  digestWith,
  emptyDigest,
  type Response,
  type Round,
  type RoundItem,
} from '../../../src/plan/index.js';
import { openPlans, openRounds, roundUnitsTable, type Storage } from '../../../src/storage/index.js';
import { answerToRow, digestToRow } from '../../../src/storage/round-rows.js';

export const ORGANISATION = 'Hägersten-Älvsjö stadsdelsförvaltning';
const DEPARTMENTS = 5;
const GOALS = 12;
const INDICATORS = 8;
/** Of each hundred items of a unit: 5 deviate, 12 are silent, the rest goes as planned; 10 were answered twice, 2 thrice. */
const DEVIATING = 5;
const SILENT = 12;
const EARLIER = 4;
const AT = new Date('2026-04-20T08:00:00Z');

export interface Size {
  readonly units: number;
  readonly activities: number;
}

/**
 * One round of `units` x `activities` items, with goals and indicators among them, through RoundStore.addUnit; the answers that came
 * before the newest as table batches. Of the four rounds before it only the digests, which are all that a trend reads.
 */
export async function seed(storage: Storage, { units, activities }: Size): Promise<Round> {
  await storage.prepare();
  const rounds = openRounds(storage);
  const plans = Array.from({ length: DEPARTMENTS }, (_, at) => `2026-plan-${at + 1}`);
  for (const id of plans)
    await openPlans(storage).put(
      {
        plan: {
          ...{ organisation: ORGANISATION, id, title: `Plan ${id}`, year: 2026, file: `${id}.xlsx`, importedAt: AT },
          ...{ indicators: [], activities: 0, lastNumber: 0 },
        },
        activities: [],
      },
      undefined,
    );
  const made: Round[] = [];
  for (let at = EARLIER; at >= 0; at--) {
    const createdAt = new Date(AT.getTime() - at * 120 * 24 * 3600 * 1000);
    const round: Round = {
      ...{ organisation: ORGANISATION, id: rounds.idFor(createdAt, 'bench'), title: `Omgång ${5 - at}` },
      ...{ period: 'T1', year: 2026, plans, departments: [], asksGoals: true, message: '', reminds: false },
      ...{ standIns: [], state: at === 0 ? 'open' : 'closed', createdBy: 'hr-1', createdAt, deadline: createdAt },
      items: units * activities,
    };
    await rounds.create(round);
    made.push(round);
  }
  const table = storage.table(roundUnitsTable);
  for (let unit = 0; unit < units; unit++) {
    const items = itemsOf(made.at(-1)!, unit, activities, plans);
    await rounds.addUnit(items);
    const answers = items.flatMap((item) => earlierAnswers(item).map((response) => answerToRow(item, response)));
    for (let from = 0; from < answers.length; from += 100)
      await table.transact(answers.slice(from, from + 100).map((insert) => ({ insert })));
    for (const { id: round } of made.slice(0, -1))
      await table.insert(digestToRow(digestWith(emptyDigest({ ...items[0]!, round }), items)));
  }
  return made.at(-1)!;
}

function itemsOf(round: Round, unit: number, count: number, plans: readonly string[]): RoundItem[] {
  return Array.from({ length: count }, (_, at): RoundItem => {
    const kind = at < GOALS ? 'goal' : at >= count - INDICATORS ? 'indicator' : 'activity';
    const plan = plans[at % plans.length]!;
    const response = responseOf(unit, at, kind);
    return {
      ...{ organisation: ORGANISATION, round: round.id, department: `Avdelning ${unit % DEPARTMENTS}` },
      ...{
        unit: `Enhet ${unit}`,
        key: `${plan}/${kind === 'activity' ? '' : `${kind}-`}${at}`,
        kind,
        plan,
        position: at,
      },
      phase: PHASES[at % PHASES.length]!,
      goal: 'Fler vill stanna kvar och utvecklas i sitt yrke',
      text: `${at} Genomföra utvecklingssamtal med alla medarbetare och följa upp dem i arbetslaget varje termin`,
      due: { kind: 'period', to: '2026-06-30', as: 'våren 2026' },
      ...{ resources: '', responsible: ['Enhetschef'], persons: [`chef-${unit}`], deputies: [] },
      ...(kind === 'indicator' ? { target: '8,0', cityTarget: '7,5', measure: '%' } : {}),
      ...(response === undefined ? {} : { response }),
      moves: response?.newDue === undefined ? 0 : 1 + (at % 3),
    };
  });
}

function responseOf(unit: number, at: number, kind: RoundItem['kind']): Response | undefined {
  const dice = (unit * 7919 + at * 104_729) % 100;
  if (dice >= 100 - SILENT) return undefined;
  const deviates = dice < DEVIATING;
  return {
    version: dice < 2 ? 3 : dice < 12 ? 2 : 1,
    ...(kind === 'activity'
      ? { status: deviates ? ACTIVITY_STATUSES[3 + (dice % 3)]! : ACTIVITY_STATUSES[dice % 3]! }
      : {}),
    ...(kind === 'goal' ? { fulfilment: 'uppfylls delvis' as const } : {}),
    ...(kind === 'indicator' ? { outcome: `${6 + (dice % 40) / 10}`.replace('.', ',') } : {}),
    reason: deviates ? 'Vakans på tjänsten sedan februari' : '',
    comment: dice % 2 === 0 ? 'Vi har kommit i gång och fortsätter enligt planen under våren och hösten.' : '',
    ...(deviates ? { newDue: '2026-12-31' } : {}),
    ...{ resources: '', by: `chef-${unit}`, function: 'Enhetschef', at: AT },
  };
}

/** Every answer up to the newest. */
function earlierAnswers({ response }: RoundItem): Response[] {
  return response ? Array.from({ length: response.version }, (_, at) => ({ ...response, version: at + 1 })) : [];
}
