import { type Page, pageOf, type Reply, type Turn, type View } from '../../actions/index.js';
import { type Locale, stockholmDate } from '../../calendar/index.js';
import { importTexts } from '../import/index.js';
import type { Plan } from '../plan.js';
import type { StoredPlan } from '../plan-store.js';
import { personOf, type PlanUploadParts } from './parts.js';
import { uploadTexts } from './texts.js';

const ON_PAGE = 12;

/** "12 aktiviteter, 3 indikatorer" */
export function countsOf({ activities, indicators }: Plan, locale: Locale): string {
  const texts = importTexts[locale];
  const asked = indicators.length > 0 ? [texts.indicators(indicators.length)] : [];
  return [texts.activities(activities), ...asked].join(', ');
}

/** The plans of the asker's organisation, newest year first, and how to bring in another. */
export function createPlanList({ plans }: Pick<PlanUploadParts, 'plans'>) {
  async function view(turn: Turn, page: number): Promise<View> {
    const { organisation } = personOf(turn);
    const shown: Page<StoredPlan> = await pageOf(plans.list(organisation), page, { most: ON_PAGE });
    const texts = uploadTexts[turn.locale];
    return {
      template: 'plan/import-list',
      data: {
        organisation,
        plans: shown.items.map(({ plan }) => {
          const counts = countsOf(plan, turn.locale);
          const department = plan.department ?? texts.whole;
          return {
            title: plan.title,
            line: texts.planLine(plan.year, department, counts, stockholmDate(plan.importedAt)),
          };
        }),
        pages: [
          ...(page > 1 ? [{ to: page - 1, title: texts.previous }] : []),
          ...(shown.hasMore ? [{ to: page + 1, title: texts.next }] : []),
        ],
      },
    };
  }

  return {
    async post(turn: Turn): Promise<Reply> {
      const texts = uploadTexts[turn.locale];
      if (turn.conversation !== 'personal')
        return { post: [{ text: texts.onlyInPersonalChat }], outcome: 'not-personal' };
      return { post: [{ card: await view(turn, 1), summary: texts.listTitle }], outcome: 'plan-list' };
    },
    async show(turn: Turn, page: number): Promise<Reply> {
      return { replace: await view(turn, page), outcome: 'plan-list' };
    },
  };
}
