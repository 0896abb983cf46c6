import type { z } from 'zod';
import type { Reply, Turn } from '../../actions/index.js';
import { judge, verdictText } from '../../privacy/index.js';
import { ticketHash } from './box.js';
import {
  type openSchema,
  type pageSchema,
  readKept,
  type sendSchema,
  type Typed,
  TYPED_IDS,
  typedOf,
} from './forms.js';
import type { SurveyParts } from './parts.js';
import { readAnswer } from './read-answer.js';
import { createSeat, type Seat } from './seat.js';
import { PAGES } from './survey.js';
import { surveyTexts } from './texts.js';
import { endView, onPage, type PageAbout, pageView } from './views.js';

type Form = z.infer<typeof sendSchema>;
type OpenSeat = Extract<Seat, { exitCase: unknown }>;

/** A text of so many characters fits on a card beside all else; a longer one stays in the client. */
const LONGEST_SHOWN_TEXT = 5000;
const NOTHING = Object.fromEntries(TYPED_IDS.map((key) => [key, ''])) as Typed;
/** Counters and logs know that somebody pressed something of a survey, not what. */
const OUTCOME = { outcome: 'survey' } as const;

/** The pages of the survey: what was answered goes from card to card, and is stored when it is sent, at once and whole. */
export function createRespond(parts: SurveyParts) {
  const { boxes, seal, guard, directory, limits } = parts;
  const seat = createSeat(parts);
  const about = (turn: Turn) => ({ survey: parts.survey(), limits, locale: turn.locale });

  const end = (turn: Turn, note: string, taken?: OpenSeat): Reply => ({
    replace: endView(
      about(turn),
      note,
      taken ? { exitCase: taken.exitCase, canAskContact: taken.kind === 'open' } : {},
    ),
    ...OUTCOME,
  });

  /** The asker's open survey of a ticket that this bot gave out for it; otherwise the card that says why not. */
  async function enter(turn: Turn, { case: id, ticket }: Pick<Form, 'case' | 'ticket'>): Promise<OpenSeat | Reply> {
    const texts = surveyTexts[turn.locale];
    const taken = await seat(turn, id);
    if (taken.kind === 'none' || !seal.isTicket(ticket, id)) return end(turn, texts.notYours);
    return taken.kind === 'closed' ? end(turn, texts.closed) : taken;
  }

  /** What stands in the inputs and in the card; undefined for a card that nobody can read. */
  function typed({ kept, page, ...input }: Form): Typed | undefined {
    const carried = readKept(kept);
    return carried && typedOf(input, carried, onPage(parts.survey(), page));
  }

  function show(turn: Turn, { exitCase }: OpenSeat, wanted: Omit<PageAbout, 'exitCase'>): Reply {
    if (wanted.typed.Q15.length > LONGEST_SHOWN_TEXT)
      return { toast: surveyTexts[turn.locale].tooLongToShow, ...OUTCOME };
    const page = Math.min(Math.max(1, wanted.page), PAGES);
    return { replace: pageView(about(turn), { ...wanted, page, exitCase }), ...OUTCOME };
  }

  return {
    async open(turn: Turn, input: z.infer<typeof openSchema>): Promise<Reply> {
      const entered = await enter(turn, input);
      if (!('kind' in entered)) return entered;
      const { exitCase, tertial } = entered;
      // Written whether or not something is sent: a stamp of storage is no sign of an answer.
      await boxes.stir(exitCase.organisation, tertial);
      const isSent = await boxes.has(exitCase.organisation, tertial, ticketHash(input.ticket));
      if (isSent) return end(turn, surveyTexts[turn.locale].already, entered);
      return show(turn, entered, { ticket: input.ticket, page: 1, typed: NOTHING });
    },

    async page(turn: Turn, { to, ...input }: z.infer<typeof pageSchema>): Promise<Reply> {
      const entered = await enter(turn, input);
      if (!('kind' in entered)) return entered;
      const all = typed(input);
      if (!all) return { toast: surveyTexts[turn.locale].unreadable, ...OUTCOME };
      const { ticket, page, shown } = input;
      const { problems } = readAnswer(parts.survey(), all, turn.locale, [page]);
      // A page is left with what it has; what would be refused in the end is said where it stands.
      return show(turn, entered, { ticket, shown, typed: all, page: problems.length > 0 ? page : to, problems });
    },

    async send(turn: Turn, input: Form): Promise<Reply> {
      const texts = surveyTexts[turn.locale];
      const entered = await enter(turn, input);
      if (!('kind' in entered)) return entered;
      const all = typed(input);
      if (!all) return { toast: texts.unreadable, ...OUTCOME };
      const { ticket, page, shown } = input;
      const read = readAnswer(parts.survey(), all, turn.locale);
      const back = (problems: readonly string[], at = page, seen = shown) =>
        show(turn, entered, { ticket, shown: seen, typed: all, page: at, problems });
      if (read.isEmpty) return back([texts.empty]);
      if (read.problems.length > 0) return back(read.problems, read.page);
      const { organisation } = entered.exitCase;
      const names = directory.inOrganisation(organisation).map(({ name }) => name);
      const verdict = judge(guard(all.Q15, { names }), shown);
      const problem = verdictText(verdict, turn.locale);
      if (problem !== undefined) return back([problem], PAGES, verdict.kind === 'ask' ? verdict.shown : shown);
      const { tertial, department } = entered;
      const kept = { ...read.said, ticket: ticketHash(ticket), department };
      const outcome = await boxes.put(organisation, tertial, kept, read.background);
      return end(turn, outcome === 'already' ? texts.already : texts.stored, entered);
    },
  };
}
