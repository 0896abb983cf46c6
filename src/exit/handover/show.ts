import { pageOf, type OutgoingFile, type Reply, type Turn } from '../../actions/index.js';
import { writeDocx } from '../../documents/index.js';
import type { ExitParts } from '../parts.js';
import type { Desk } from './desk.js';
import { handoverDocument } from './document.js';
import { handoverTexts } from './texts.js';
import { type FormAbout, formView, type OverviewAbout, overviewView, pageOfPart, type Seat } from './views.js';

/** So many cases are offered on one card to somebody who leads several. */
const CASES_PAGE = 8;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The cards of a handover as replies, and its file. */
export function createShow({ directory }: Pick<ExitParts, 'directory'>, desk: Desk) {
  const touched = ({ exitCase }: Seat) => ({ case: exitCase.id });
  const viewOf = (turn: Turn, seat: Seat, about: OverviewAbout = {}) =>
    overviewView(seat, { locale: turn.locale, now: turn.now, directory, ...about });

  /** The cases that somebody leads, to choose one. */
  async function chooser(turn: Turn, page: number) {
    const { items, hasMore } = await pageOf(desk.own(turn), page, { most: CASES_PAGE });
    const texts = handoverTexts[turn.locale];
    return {
      template: 'exit/handover-cases',
      data: {
        cases: items.map(({ exitCase, viewer }) => {
          const person = directory.find(exitCase.employee);
          const name = person?.name ?? texts.leaver;
          return {
            case: exitCase.id,
            name: viewer === 'medarbetare' ? texts.own : viewer === 'mottagare' ? texts.titleFrom(name) : name,
            about: texts.about(person?.unit ?? '', exitCase.lastWorkingDay),
          };
        }),
        pages: [
          ...(page > 1 ? [{ to: page - 1, direction: 'previous' }] : []),
          ...(hasMore ? [{ to: page + 1, direction: 'next' }] : []),
        ],
      },
    };
  }

  const show = {
    overview(turn: Turn, seat: Seat, { part, ...about }: OverviewAbout & { readonly part?: string } = {}): Reply {
      return {
        replace: viewOf(turn, seat, { ...about, ...(part !== undefined && { page: pageOfPart(seat, part) }) }),
        touched: touched(seat),
        outcome: 'handover',
      };
    },

    form(turn: Turn, seat: Seat, { isLive = false, ...about }: FormAbout & { readonly isLive?: boolean }): Reply {
      const { locale, now } = turn;
      const card = formView(seat, about, { locale, now, directory });
      // The live card is made anew whenever anybody ticks, and would take along what is typed.
      return isLive
        ? { post: [{ card, summary: handoverTexts[locale].file }], touched: touched(seat) }
        : { replace: card, touched: touched(seat) };
    },

    /** Beside the card, which stays as it is with all that was typed. */
    refused({ locale }: Turn, why: 'gone' | 'gonePart' | 'closed'): Reply {
      return { toast: handoverTexts[locale][why], outcome: 'handover-refused' };
    },

    /** A card of its own: where it was opened from stays. */
    post(turn: Turn, seat: Seat, page = 1): Reply {
      const card = viewOf(turn, seat, { page });
      const summary = (card.data as { title: string }).title;
      return { post: [{ card, summary }], touched: touched(seat), outcome: 'handover' };
    },

    async cases(turn: Turn, page: number): Promise<Reply> {
      return { replace: await chooser(turn, page), outcome: 'handover-cases' };
    },

    /** "överlämning": the one case that the asker leaves or leads, or a choice of them. */
    async mine(turn: Turn): Promise<Reply> {
      const texts = handoverTexts[turn.locale];
      if (turn.conversation !== 'personal')
        return { post: [{ text: texts.onlyInPersonalChat }], outcome: 'not-personal' };
      const { items } = await pageOf(desk.own(turn), 1, { most: 2 });
      const [only, ...others] = items;
      if (!only) return { post: [{ text: texts.none }], outcome: 'handover-none' };
      if (others.length === 0) return show.post(turn, only);
      return { post: [{ card: await chooser(turn, 1), summary: texts.file }], outcome: 'handover-cases' };
    },

    file(turn: Turn, { exitCase }: Seat): Reply {
      const { locale, now } = turn;
      const texts = handoverTexts[locale];
      const written = handoverDocument(exitCase, { locale, now, directory });
      const name = directory.find(exitCase.employee)?.name ?? '';
      const file: OutgoingFile = {
        name: `${`${texts.file} ${name}`.replace(/[^\p{L}\p{N} .,_-]/gu, '-').trim()}.docx`,
        contentType: WORD,
        description: texts.fileBelow,
        bytes: () => writeDocx(written),
      };
      return {
        post: [{ text: `${file.description}: ${file.name}`, summary: file.description, file }],
        touched: { case: exitCase.id },
        outcome: 'handover-file',
      };
    },
  };
  return show;
}

export type Show = ReturnType<typeof createShow>;
