import type { z } from 'zod';
import type { Reply, Turn } from '../../actions/index.js';
import { organisationOf } from '../../people/index.js';
import type { TieInput, untieSchema } from './forms.js';
import { MOST_OF_AN_ACTIVITY, MOST_TIES, type Tie, tieId } from './learning.js';
import { countAt, type LearningParts } from './lookup.js';
import { toldReasons } from './reasons.js';
import type { Show } from './show.js';
import { learningTexts } from './texts.js';

/** HR ties themes and told reasons to activities of the board's plans, and unties them. */
export function createWriteTie({ learning, picture, plans, survey }: LearningParts, show: Show) {
  /** How a reason is called and of when; a theme knows it itself. */
  async function labelOf(organisation: string, { kind, subject }: Pick<TieInput, 'kind' | 'subject'>) {
    if (kind === 'theme') return { sv: '', en: '', tertials: [] };
    const reason = toldReasons(await picture.closed(organisation), survey()).find(({ id }) => id === subject);
    return reason && { ...reason.names, tertials: [...reason.tertials] };
  }

  return {
    async tie(turn: Turn, input: TieInput): Promise<Reply> {
      const { kind, subject: id, search, page } = input;
      const texts = learningTexts[turn.locale];
      const organisation = organisationOf(turn.asker);
      const subject = await show.subject(turn, { kind, id });
      const label = subject && (await labelOf(organisation, input));
      if (!subject) return show.gone(turn);
      const [plan = '', activity = ''] = input.activity.split('/');
      const answer = async (note: string, outcome: string): Promise<Reply> => ({
        ...(await show.ties(turn, { kind, id }, { plan: plan || input.plan, search, page, note })),
        outcome,
      });
      if (!label) return answer(texts.notTold, 'learning-refused');
      if (activity === '') return answer(texts.chooseActivity, 'learning-refused');
      const found = (await plans.activities(organisation, plan)).find((one) => one.id === activity);
      if (!found) return answer(texts.gone, 'learning-refused');
      const tie: Tie = { ...{ organisation, kind, subject: id, plan, activity, words: found.words }, ...label };
      const before = subject.ties.find((one) => one.id === tieId(tie))?.tie;
      if (before && before.tertials.join() === tie.tertials.join()) return answer(texts.tieAlready, 'tie-already');
      if (!before && subject.ties.length >= MOST_TIES) return answer(texts.tiesFull, 'learning-refused');
      if (!before && countAt(await learning.read(organisation), plan, activity) >= MOST_OF_AN_ACTIVITY)
        return answer(texts.activityFull, 'learning-refused');
      await learning.putTie(tie);
      return { ...(await answer(texts.tieSaved, 'tied')), touched: { subject: id, activity: input.activity } };
    },

    async untie(turn: Turn, { kind, subject: id, tie }: z.infer<typeof untieSchema>): Promise<Reply> {
      const organisation = organisationOf(turn.asker);
      const untied = (await learning.read(organisation)).ties.find((one) => tieId(one) === tie);
      await learning.removeTie(organisation, tie);
      const note = learningTexts[turn.locale].untied;
      const shown = (await show.subject(turn, { kind, id })) !== undefined;
      const reply = await (shown ? show.ties(turn, { kind, id }, { note }) : show.overview(turn, { note }));
      // The audit holds what was there, not what was sent.
      return { ...reply, outcome: 'untied', ...(untied && { touched: { subject: untied.subject } }) };
    },
  };
}
