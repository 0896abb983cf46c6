import type { View } from '../../actions/index.js';
import { type Locale, stockholmDate } from '../../calendar/index.js';
import type { Directory } from '../../people/index.js';
import type { ExitCase, Handover } from '../case/exit-case.js';
import type { Viewer } from '../case/viewer.js';
import { inOrder, type Mark, MARKS_OF, MOST_PARTS, type PartState, type Said, signOf, stateOf } from './handover.js';
import { handoverTexts } from './texts.js';

/** So many parts stand on one card. */
export const PAGE = 6;

/** A case as one person looks at its handover. */
export interface Seat {
  readonly exitCase: ExitCase;
  readonly viewer: Viewer;
}

export interface ViewAbout {
  readonly locale: Locale;
  readonly now: Date;
  readonly directory: Directory;
}

/** The plan, a page of it: what is to be handed over, how each part stands, what the viewer may do. */
export function overviewView(
  { exitCase, viewer }: Seat,
  { locale, now, directory, page: wanted = 1, note }: ViewAbout & { readonly page?: number; readonly note?: string },
): View {
  const texts = handoverTexts[locale];
  const parts = inOrder(exitCase);
  const pages = Math.max(1, Math.ceil(parts.length / PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  const given = parts.filter((part) => stateOf(part) !== 'open').length;
  const confirmed = parts.filter((part) => stateOf(part) === 'confirmed').length;
  const isOpen = exitCase.status === 'open';
  const mayWrite = isOpen && viewer !== 'hr';
  const person = directory.find(exitCase.employee);
  return {
    template: 'exit/handover',
    data: {
      case: exitCase.id,
      page,
      title: viewer === 'medarbetare' ? texts.own : texts.title(person?.name ?? texts.leaver),
      about: texts.about(person?.unit ?? '', exitCase.lastWorkingDay),
      note: note ?? (isOpen ? (viewer === 'hr' ? texts.readOnlyHr : '') : texts.readOnly),
      progress: parts.length > 0 ? texts.progress(given, confirmed, parts.length) : '',
      place: pages > 1 ? texts.place(page, pages) : '',
      parts: parts.slice((page - 1) * PAGE, page * PAGE).map((part, index) => {
        const number = (page - 1) * PAGE + index + 1;
        return {
          number,
          what: part.what,
          receiver: texts.receiver(part.to, part.by),
          state: stateText(part, stockholmDate(now), locale),
          buttons: mayWrite
            ? marksOf(part, viewer).map((mark) => ({ part: part.id, mark, title: texts.mark[mark](number) }))
            : [],
          changes: mayWrite && stateOf(part) === 'open' ? [{ part: part.id, title: texts.change(number) }] : [],
        };
      }),
      canAdd: mayWrite && parts.length < MOST_PARTS,
      pages: [
        ...(page > 1 ? [{ to: page - 1, direction: 'previous' }] : []),
        ...(page < pages ? [{ to: page + 1, direction: 'next' }] : []),
      ],
    },
  };
}

/** On which page of the plan a part stands. */
export function pageOfPart(exitCase: ExitCase, id: string): number {
  const at = inOrder(exitCase).findIndex((part) => part.id === id);
  return at < 0 ? 1 : Math.floor(at / PAGE) + 1;
}

export function stateText(part: Handover, today: string, locale: Locale): string {
  const { state } = handoverTexts[locale];
  switch (stateOf(part)) {
    case 'open':
      return part.by < today ? state.late : state.open;
    case 'given':
      return state.given(stockholmDate(part.handedOverAt!));
    case 'confirmed':
      return state.confirmed(stockholmDate(part.confirmedAt!));
  }
}

/** What this side may tick of a part as it stands. */
function marksOf(part: Handover, viewer: Viewer): readonly Mark[] {
  const fitting: Readonly<Record<Mark, readonly PartState[]>> = {
    given: ['open'],
    notGiven: ['given'],
    confirmed: ['open', 'given'],
    notConfirmed: ['confirmed'],
  };
  return MARKS_OF[viewer].filter((mark) => fitting[mark].includes(stateOf(part)));
}

export interface FormAbout {
  readonly page: number;
  /** A new part's id, once it is saved. */
  readonly form: string;
  /** Missing for a new one. */
  readonly part?: Handover;
  /** What was typed, when the form comes back; with it, the sign of what it was made from. */
  readonly typed?: { readonly said: Said; readonly seen: string };
  readonly shown?: string;
  readonly problems?: readonly string[];
  /** Somebody else changed the part meanwhile: both are shown. */
  readonly isConflict?: boolean;
  readonly sure?: boolean;
}

/** One part with its fields. */
export function formView(
  { exitCase }: Seat,
  { page, form, part, typed, shown = '', problems = [], isConflict = false, sure = false }: FormAbout,
  { locale, now }: ViewAbout,
): View {
  const texts = handoverTexts[locale];
  const said = typed?.said ?? part ?? { what: '', to: '', by: '' };
  // After a conflict the next press is meant to write on top of what is shown.
  const seen = isConflict && part ? signOf(part) : (typed?.seen ?? (part ? signOf(part) : ''));
  const today = stockholmDate(now);
  return {
    template: 'exit/handover-form',
    data: {
      ...{ case: exitCase.id, page, form, part: part?.id ?? '', seen, shown },
      ...{ what: said.what, to: said.to, by: said.by },
      min: said.by !== '' && said.by < today ? said.by : today,
      max: exitCase.lastWorkingDay,
      last: exitCase.lastWorkingDay,
      problems: [...(sure ? [texts.sure] : []), ...problems].map((problem) => ({ problem })),
      conflict:
        isConflict && part
          ? [{ title: texts.conflict, what: part.what, receiver: texts.receiver(part.to, part.by) }]
          : [],
      removal: part ? [{ sure: sure ? 'yes' : '' }] : [],
    },
  };
}
