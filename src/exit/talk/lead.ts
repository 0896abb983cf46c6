import type { Reply, Turn } from '../../actions/index.js';
import type { Desk, LeadSeat } from './desk.js';
import { bookView, recordView } from './form-views.js';
import type { TalkParts } from './parts.js';
import { talkTexts } from './texts.js';
import { guideView, noteView, pickView } from './views.js';

/**
 * What manager and HR open: the guide and the two forms. They come as messages of their own, so that the card with their buttons
 * stays, and may change, without taking along what is being typed.
 */
export function createLead({ content, directory }: Pick<TalkParts, 'content' | 'directory'>, desk: Desk) {
  const aboutOf = ({ locale, now }: Turn) => ({ locale, now, directory });

  /** Runs for somebody who leads the case's conversation, in the own chat. */
  async function asLead(turn: Turn, id: string, run: (seat: LeadSeat) => Reply): Promise<Reply> {
    const texts = talkTexts[turn.locale];
    if (turn.conversation !== 'personal') return { toast: texts.onlyPersonal, outcome: 'not-personal' };
    const seat = await desk.lead(turn, id);
    if (!seat) return { post: [{ card: noteView(texts.gone) }], outcome: 'talk-refused' };
    return { touched: { case: id }, ...run(seat) };
  }

  const guideReply = (seat: LeadSeat, turn: Turn): Reply => ({
    post: [{ card: guideView(seat, content(), aboutOf(turn)), summary: talkTexts[turn.locale].title }],
    outcome: 'talk-guide',
  });

  return {
    guide: (turn: Turn, id: string) => asLead(turn, id, (seat) => guideReply(seat, turn)),

    /** Typed: the guide of the one case, or which one. */
    async typed(turn: Turn): Promise<Reply> {
      const texts = talkTexts[turn.locale];
      if (turn.conversation !== 'personal') return { post: [{ text: texts.onlyPersonal }], outcome: 'not-personal' };
      const [first, ...more] = await desk.mine(turn);
      if (!first) return { post: [{ text: texts.none }], outcome: 'talk-none' };
      if (more.length === 0) return guideReply(first, turn);
      return {
        post: [{ card: pickView([first, ...more], aboutOf(turn)), summary: texts.title }],
        outcome: 'talk-pick',
      };
    },

    form: (turn: Turn, id: string) =>
      asLead(turn, id, (seat) => ({ post: [{ card: bookView(seat, aboutOf(turn)) }], outcome: 'talk-form' })),

    outcome: (turn: Turn, id: string) =>
      asLead(turn, id, (seat) => ({
        post: [{ card: recordView(seat, content(), aboutOf(turn)) }],
        outcome: 'talk-form',
      })),
  };
}
