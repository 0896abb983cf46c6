import { defineAction, type Reply, type Turn } from '../../actions/index.js';
import type { Compose, FeaturePart } from '../../broadcast/index.js';
import { HANDOVER } from '../case/subjects.js';
import { noteView } from '../list/note-view.js';
import type { ExitParts } from '../parts.js';
import { createDesk } from './desk.js';
import { casesSchema, editSchema, fileSchema, markSchema, openSchema, removeSchema, saveSchema } from './forms.js';
import { createNews } from './news.js';
import { createShow } from './show.js';
import { handoverTexts } from './texts.js';
import { overviewView } from './views.js';
import { createWrite } from './write.js';

export type HandoverParts = Pick<ExitParts, 'cases' | 'directory' | 'guard' | 'liveCards' | 'clock'>;

export interface ExitHandover extends FeaturePart {
  /** Once a day for an organisation, at a civil hour: who should have a plan's card and has not, gets it. */
  readonly onDaily: (organisation: string) => Promise<void>;
}

/**
 * What only the leaver knows, to whom it goes and by when: written by the leaver or the manager, handed over by the leaver, and
 * confirmed by the colleague who received it or by the manager. HR of the board may read it.
 */
export function createExitHandover(parts: HandoverParts): ExitHandover {
  const { cases, directory, clock } = parts;
  const desk = createDesk(parts);
  const show = createShow(parts, desk);
  const news = createNews(parts);
  const write = createWrite(parts, desk, show, news);
  const allow = 'exit.own' as const;

  /** Names, and what only one person knows: nobody else of a group chat may read it. */
  const inPersonalChat =
    <Input>(handle: (turn: Turn, input: Input) => Promise<Reply>) =>
    (input: Input, turn: Turn): Promise<Reply> =>
      turn.conversation === 'personal'
        ? handle(turn, input)
        : Promise.resolve({ toast: handoverTexts[turn.locale].onlyInPersonalChat, outcome: 'not-personal' });

  /** Made from what is stored at that moment, so that it is true whenever it is sent or updated. */
  const compose: Compose = async ({ organisation, content }, to) => {
    const texts = handoverTexts[to.locale];
    const [exitCase, person] = [await cases.find(organisation, String(content.subject)), directory.find(to.person)];
    const seat = person && desk.seatIn(exitCase, person);
    if (seat) {
      const card = overviewView(seat, { locale: to.locale, now: clock(), directory, isLive: true });
      return { card, summary: (card.data as { title: string }).title };
    }
    const problem = exitCase?.status === 'open' ? texts.notYours : texts.over;
    return { card: noteView({ title: texts.file, problem }), summary: problem };
  };

  return {
    async onDaily(organisation) {
      for await (const exitCase of cases.list(organisation)) if (exitCase.status === 'open') await news.all(exitCase);
    },
    composers: { [HANDOVER]: compose },
    commands: [
      {
        id: 'exit.handover',
        phrases: ['överlämning', 'min överlämning', 'överlämningsplan', 'handover', 'my handover', 'handover plan'],
        allow,
        handle: (turn) => show.mine(turn),
      },
    ],
    actions: [
      defineAction({
        verb: 'exit.handover.open',
        schema: openSchema,
        allow,
        handle: inPersonalChat(async (turn, { case: id, page, isLive }) => {
          const seat = await desk.seat(turn, id);
          if (!seat) return show.refused(turn, 'gone');
          return page === undefined || isLive ? show.post(turn, seat, page) : show.overview(turn, seat, { page });
        }),
      }),
      defineAction({
        verb: 'exit.handover.cases',
        schema: casesSchema,
        allow,
        handle: inPersonalChat((turn, { page }) => show.cases(turn, page)),
      }),
      defineAction({
        verb: 'exit.handover.edit',
        schema: editSchema,
        allow,
        handle: inPersonalChat((turn, input) => write.edit(turn, input)),
      }),
      defineAction({
        verb: 'exit.handover.save',
        schema: saveSchema,
        allow,
        handle: inPersonalChat((turn, input) => write.save(turn, input)),
      }),
      defineAction({
        verb: 'exit.handover.remove',
        schema: removeSchema,
        allow,
        handle: inPersonalChat((turn, input) => write.remove(turn, input)),
      }),
      defineAction({
        verb: 'exit.handover.mark',
        schema: markSchema,
        allow,
        handle: inPersonalChat((turn, input) => write.mark(turn, input)),
      }),
      defineAction({
        verb: 'exit.handover.file',
        schema: fileSchema,
        allow,
        handle: inPersonalChat(async (turn, { case: id }) => {
          const seat = await desk.seat(turn, id);
          return seat && seat.viewer !== 'mottagare' ? show.file(turn, seat) : show.refused(turn, 'gone');
        }),
      }),
    ],
  };
}
