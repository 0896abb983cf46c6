import { pageWithin, type View } from '../../actions/index.js';
import { type Locale, stockholmDate } from '../../calendar/index.js';
import type { Directory } from '../../people/index.js';
import type { ExitCase, Handover } from '../case/exit-case.js';
import { type HandoverViewer, inOrder, marksFor, MOST_PARTS, type Said, signOf, stateOf } from './handover.js';
import { handoverTexts } from './texts.js';

/** So many parts stand on one card. */
export const PAGE = 6;

/** A case as one person looks at its handover. */
export interface Seat {
  readonly exitCase: ExitCase;
  readonly viewer: HandoverViewer;
  readonly person: string;
  /** The parts that were handed over to this person; none for the manager, who may confirm any. */
  readonly received: ReadonlySet<string>;
}

/** Whether somebody may write the plan, and see it as a file. */
export function mayWrite({ viewer }: Pick<Seat, 'viewer'>): boolean {
  return viewer === 'medarbetare' || viewer === 'chef';
}

export interface ViewAbout {
  readonly locale: Locale;
  readonly now: Date;
  readonly directory: Directory;
}

export interface OverviewAbout {
  readonly page?: number;
  readonly note?: string;
  /** The card that is kept true. */
  readonly isLive?: boolean;
}

/** The plan, a page of it: what is to be handed over, how each part stands, what the viewer may do. */
export function overviewView(
  seat: Seat,
  { locale, now, directory, page: wanted = 1, note, isLive = false }: ViewAbout & OverviewAbout,
): View {
  const { exitCase, viewer } = seat;
  const texts = handoverTexts[locale];
  const parts = partsFor(seat);
  const { items: shown, page, pages, turnings } = pageWithin(parts, wanted, PAGE);
  const given = parts.filter((part) => stateOf(part) !== 'open').length;
  const confirmed = parts.filter((part) => stateOf(part) === 'confirmed').length;
  const isOpen = exitCase.status === 'open';
  const canWrite = isOpen && mayWrite(seat);
  const person = directory.find(exitCase.employee);
  const isReceiver = viewer === 'mottagare';
  const title = isReceiver ? texts.titleFrom : texts.title;
  return {
    template: 'exit/handover',
    data: {
      ...{ case: exitCase.id, page, isLive, isReceiver },
      title: viewer === 'medarbetare' ? texts.own : title(person?.name ?? texts.leaver),
      about: texts.about(person?.unit ?? '', exitCase.lastWorkingDay),
      note: note ?? (isOpen ? (viewer === 'hr' ? texts.readOnlyHr : '') : texts.readOnly),
      progress: parts.length > 0 ? texts.progress(given, confirmed, parts.length) : '',
      place: pages > 1 ? texts.place(page, pages) : '',
      parts: shown.map((part, index) => {
        const number = (page - 1) * PAGE + index + 1;
        const marks = isOpen ? marksFor(part, viewer, seat.received.has(part.id)) : [];
        return {
          number,
          what: part.what,
          receiver: texts.receiver(part.to, part.by),
          state: stateText(part, stockholmDate(now), locale),
          buttons: marks.map((mark) => ({ part: part.id, mark, title: texts.mark[mark](number) })),
          changes: canWrite && stateOf(part) === 'open' ? [{ part: part.id, title: texts.change(number) }] : [],
        };
      }),
      canAdd: canWrite && exitCase.handover.length < MOST_PARTS,
      pages: turnings,
    },
  };
}

/** A colleague sees what was handed over to them, all others the whole plan. */
function partsFor({ exitCase, viewer, received }: Seat): readonly Handover[] {
  const parts = inOrder(exitCase);
  return viewer === 'mottagare' ? parts.filter(({ id }) => received.has(id)) : parts;
}

/** On which page of the plan a part stands. */
export function pageOfPart(seat: Seat, id: string): number {
  const at = partsFor(seat).findIndex((part) => part.id === id);
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
      return state.confirmed(stockholmDate(part.confirmedAt!), part.confirmedBy ?? 'chef');
  }
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
