import type { Message, Reply, Turn } from '../../../actions/index.js';
import type { Person } from '../../../people/index.js';
import type { ExitCase } from '../../case/exit-case.js';
import { caseItems } from '../../case/slots.js';
import type { ExitStartParts } from '../parts.js';
import { startTexts } from '../texts.js';
import { wordFile } from '../word/word-file.js';
import { leadView } from './lead-view.js';

/** A case for whoever leads it, as a reply to a press. Only for cases that the asker was found to lead. */
export function createShowCase(parts: ExitStartParts) {
  const { checklist, directory, holdersOf, reaches } = parts;

  const itemsOf = (exitCase: ExitCase) => caseItems(exitCase, checklist(), holdersOf(exitCase));

  const isReached = async ({ organisation, employee }: Pick<ExitCase, 'organisation' | 'employee'>) =>
    (await reaches.find(organisation, employee)) !== undefined;

  async function lead(turn: Turn, exitCase: ExitCase, about: { note?: string; outcome?: string } = {}): Promise<Reply> {
    const { note, outcome = 'exit-shown' } = about;
    const view = leadView(exitCase, {
      ...{ items: itemsOf(exitCase), directory, locale: turn.locale, note },
      isReached: await isReached(exitCase),
    });
    return { replace: view, touched: { case: exitCase.id }, outcome };
  }

  function list(turn: Turn, exitCase: ExitCase): Message {
    const file = wordFile(exitCase, { items: itemsOf(exitCase), directory, locale: turn.locale });
    return { text: startTexts[turn.locale].wordBelow, file };
  }

  return {
    lead,
    /** The list as Word, below the card. */
    word: (turn: Turn, exitCase: ExitCase): Reply => ({
      post: [list(turn, exitCase)],
      touched: { case: exitCase.id },
      outcome: 'exit-word',
    }),
    /** After the sending: how it stands, and the list for somebody whom the bot cannot reach. */
    async sent(turn: Turn, exitCase: ExitCase, employee: Person): Promise<Reply> {
      const texts = startTexts[turn.locale];
      if (await isReached(exitCase)) return lead(turn, exitCase, { note: texts.sent, outcome: 'exit-sent' });
      const reply = await lead(turn, exitCase, { note: texts.sentWithList(employee.name), outcome: 'exit-sent' });
      return { ...reply, post: [list(turn, exitCase)] };
    },
  };
}

export type ShowCase = ReturnType<typeof createShowCase>;
