import { type Message, pageWithin, type View } from '../../actions/index.js';
import { type Locale, stockholmDate } from '../../calendar/index.js';
import type { RoundItem } from '../round/item.js';
import type { Round } from '../round/round.js';
import { mayAnswer } from '../round/transitions.js';
import { respondTexts } from './texts.js';
import { cut, dueIn, saidIn } from './wording.js';
import { refOf } from './forms.js';

/** So many items stand on one card: few enough for a phone and for the size of a card. */
export const PAGE = 8;
const LONGEST_LINE = 160;
const LONGEST_MESSAGE = 2000;

export interface OverviewAbout {
  readonly page?: number;
  /** What has just happened. */
  readonly note?: string;
  readonly now?: Date;
}

/** The card of one round for one person, and what lists show of it. `preview` is the very card with buttons that do nothing. */
export function roundMessage(
  round: Round,
  items: readonly RoundItem[],
  person: string,
  { locale, preview = false, ...about }: OverviewAbout & { readonly locale: Locale; readonly preview?: boolean },
): Message {
  const own = items.filter((item) => mayAnswer(item, person));
  const left = own.filter(({ response }) => !response).length;
  return {
    card: overviewView(round, own, locale, { ...about, preview }),
    summary: respondTexts[locale].summary(round.title, left),
  };
}

function overviewView(
  round: Round,
  items: readonly RoundItem[],
  locale: Locale,
  { page: wanted = 1, note = '', preview }: OverviewAbout & { readonly preview: boolean },
): View {
  const texts = respondTexts[locale];
  const isOpen = round.state !== 'closed';
  const shown = pageWithin(items, wanted, PAGE);
  const done = items.filter(({ response }) => response).length;
  const next = isOpen && !preview ? items.find(({ response }) => !response) : undefined;
  return {
    template: 'plan/round',
    data: {
      round: round.id,
      title: round.title,
      from: texts.from(round.organisation),
      lines: cut(round.message, LONGEST_MESSAGE)
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
        .map((line) => ({ line })),
      deadline: stockholmDate(round.deadline),
      state: preview ? 'preview' : round.state,
      note: note || noteOf(isOpen, done === items.length && items.length > 0, locale),
      progress: texts.progress(done, items.length),
      place: shown.pages > 1 ? texts.place(shown.page, shown.pages) : '',
      items: shown.items.map((item, index) =>
        entry(item, (shown.page - 1) * PAGE + index + 1, { locale, isOpen, preview }),
      ),
      next: next ? [{ ...refOf(next), title: done === 0 ? texts.begin : texts.goOn }] : [],
      pages: preview ? [] : shown.turnings,
    },
  };
}

function noteOf(isOpen: boolean, isDone: boolean, locale: Locale): string {
  const texts = respondTexts[locale];
  if (!isOpen) return texts.closedNote;
  return isDone ? texts.allDone : '';
}

function entry(
  item: RoundItem,
  number: number,
  { locale, isOpen, preview }: { readonly locale: Locale; readonly isOpen: boolean; readonly preview: boolean },
) {
  const texts = respondTexts[locale];
  const due = item.response?.newDue ?? dueIn(locale, item.due);
  const title = item.response ? texts.change(number) : texts.open(number);
  return {
    ...refOf(item),
    number,
    kind: item.kind,
    line: cut(item.text, LONGEST_LINE),
    status: [saidIn(locale, item.response), cut(due, 60)].filter((part) => part !== '').join(' · '),
    buttons: preview ? [] : [{ title: isOpen ? title : texts.look(number) }],
  };
}
