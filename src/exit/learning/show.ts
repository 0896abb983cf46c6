import type { Reply, Turn } from '../../actions/index.js';
import { decide, organisationOf } from '../../people/index.js';
import type { Subject } from './learning.js';
import { type LearningParts, readLearning, type SeenSubject } from './lookup.js';
import { learningTexts } from './texts.js';
import { overviewView, tieView } from './views.js';

/** The cards of themes and ties as replies, always of the asker's own board. */
export function createShow(parts: LearningParts) {
  const { picture, plans, limits } = parts;

  async function overview(turn: Turn, about: { readonly page?: number; readonly note?: string } = {}): Promise<Reply> {
    const { locale, asker } = turn;
    const organisation = organisationOf(asker);
    const [learning, batches] = await Promise.all([
      readLearning(parts, organisation, locale),
      picture.batches(organisation),
    ]);
    const mayWrite = decide(asker, 'exit.learn').allowed;
    const view = overviewView(learning, { page: 1, ...about, locale, limits, mayWrite, hasTexts: batches.length > 0 });
    return { replace: view, outcome: 'learning' };
  }

  return {
    overview,

    /** A card of its own, with the same in it. */
    async post(turn: Turn): Promise<Reply> {
      const { replace, ...reply } = await overview(turn);
      return { ...reply, post: [{ card: replace!, summary: learningTexts[turn.locale].title }] };
    },

    gone({ locale }: Turn): Reply {
      return { toast: learningTexts[locale].gone, outcome: 'learning-refused' };
    },

    async subject(turn: Turn, { kind, id }: Subject): Promise<SeenSubject | undefined> {
      const { subjects } = await readLearning(parts, organisationOf(turn.asker), turn.locale);
      return subjects.find((one) => one.kind === kind && one.id === id);
    },

    /** What a subject is tied to, and activities to choose among: of the newest plan when none is named. */
    async ties(
      turn: Turn,
      { kind, id }: Subject,
      about: { readonly plan?: string; readonly search?: string; readonly page?: number; readonly note?: string } = {},
    ): Promise<Reply> {
      const { locale } = turn;
      const organisation = organisationOf(turn.asker);
      const learning = await readLearning(parts, organisation, locale);
      const subject = learning.subjects.find((one) => one.kind === kind && one.id === id);
      if (!subject) return { toast: learningTexts[locale].gone, outcome: 'learning-refused' };
      const { search = '', page = 1, note } = about;
      const plan = learning.plans.find((one) => one.id === about.plan)?.id ?? learning.plans[0]?.id ?? '';
      const all = plan === '' ? [] : await plans.activities(organisation, plan);
      const words = search.toLowerCase().split(/\s+/).filter(Boolean);
      const found = all.filter((one) => words.every((word) => one.words.toLowerCase().includes(word)));
      const view = tieView({ locale, subject, plans: learning.plans, plan, search, page, found, note });
      return { replace: view, outcome: 'learning-ties', touched: { subject: id } };
    },
  };
}

export type Show = ReturnType<typeof createShow>;
