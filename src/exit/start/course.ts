import type { Broadcasts, LiveCards, LiveCardStore } from '../../broadcast/index.js';
import { stockholmDate } from '../../calendar/index.js';
import type { Jobs } from '../../jobs/index.js';
import type { PeopleDirectory } from '../../people/index.js';
import { CASE_CARDS, CHECKLIST, subjectOfCase, SURVEY } from '../case/subjects.js';
import type { Cases } from '../case/cases.js';
import type { ExitCase } from '../case/exit-case.js';
import type { Holders } from '../case/slots.js';
import type { ChecklistItem } from '../checklist/item.js';
import { presentManager } from './access.js';
import { hasEarlier } from './open-case-of.js';
import { recipientsOf } from './recipients.js';
import { CARD_TITLE } from './texts.js';

/** The jobs that carry a case on, so that a process may die between any two of their steps. */
export const OPEN_JOB = 'exit.open';
export const CLOSE_JOB = 'exit.close';
export type Closing = 'withdrawn' | 'recalled';

export interface CourseParts {
  readonly cases: Pick<Cases, 'find' | 'change' | 'list'>;
  readonly directory: Pick<PeopleDirectory, 'find' | 'managerOf'>;
  readonly checklist: () => readonly ChecklistItem[];
  readonly holdersOf: (exitCase: ExitCase) => Holders;
  readonly liveCards: Pick<LiveCards, 'show' | 'changed'>;
  readonly broadcasts: Pick<Broadcasts, 'list' | 'recall' | 'touch'>;
  /** Which broadcasts carry the cards of a case. */
  readonly sendings: Pick<LiveCardStore, 'list' | 'add'>;
  readonly jobs: Pick<Jobs, 'reschedule'>;
  /** What else begins with a case; may be called more than once for the same. */
  readonly onOpened?: (exitCase: ExitCase) => Promise<void>;
}

/** How a case is opened and closed. Each call may be repeated, and a job repeats what a crash cut off. */
export interface CaseCourse {
  /**
   * "Medarbetaren vet om det, skicka": a draft is open from now on, and its cards go out. Gives the case as it is then: `recalled`
   * when another case of the same person was opened first. Throws `not_found`.
   */
  open(organisation: string, id: string, at: Date): Promise<ExitCase>;
  /** The resignation was taken back, or the case was started by mistake: then every card of it is taken back, too. */
  close(organisation: string, id: string, as: Closing, at: Date): Promise<ExitCase>;
  /** What the jobs do. */
  runOpen(organisation: string, id: string, at: Date): Promise<void>;
  runClose(organisation: string, id: string, as: Closing, at: Date): Promise<ExitCase>;
}

export function createCaseCourse(parts: CourseParts): CaseCourse {
  const { cases, directory, jobs, liveCards, broadcasts, sendings } = parts;

  /** Only a draft becomes open, led by who is the employee's manager at that moment. */
  async function begin(organisation: string, id: string, at: Date): Promise<ExitCase> {
    const opened = await cases.change(organisation, id, (draft) => {
      if (draft.status !== 'draft') return undefined;
      const today = stockholmDate(at);
      const manager = presentManager(directory, draft.employee)?.id ?? draft.manager;
      const above = directory.managerOf(manager)?.id;
      const notice = draft.kind === 'visstid' ? today : draft.notice;
      return { ...draft, status: 'open', manager, above, notice, opened: today, sentAt: at };
    });
    if (opened.status !== 'open' || !(await hasEarlier(parts, opened))) return opened;
    return runClose(organisation, id, 'recalled', at);
  }

  async function runOpen(organisation: string, id: string, at: Date): Promise<void> {
    const exitCase = await begin(organisation, id, at);
    if (exitCase.status !== 'open') return bringBehind(exitCase, at);
    await liveCards.show(subjectOfCase(exitCase), recipientsOf(exitCase, parts), {
      title: CARD_TITLE,
      by: exitCase.startedBy,
      name: `exit-${id}`,
      at: exitCase.sentAt,
    });
    await parts.onOpened?.(exitCase);
    // Somebody may have recalled it while its cards were on their way out.
    if ((await cases.find(organisation, id))?.status === 'recalled') await takeBack(exitCase, at);
  }

  async function runClose(organisation: string, id: string, as: Closing, at: Date): Promise<ExitCase> {
    const closed = await cases.change(organisation, id, (old) =>
      old.status === 'open' ? { ...old, status: as, endedAt: at } : undefined,
    );
    if (closed.status === 'recalled') await takeBack(closed, at);
    // Nobody answers any more why they leave; no change of a case makes that card anew by itself.
    if (closed.status === 'withdrawn') await liveCards.changed(subjectOfCase(closed, SURVEY));
    return closed;
  }

  /** A run that died may have sent the cards and not yet said whose they are, and the case was closed since: they follow now. */
  async function bringBehind(exitCase: ExitCase, at: Date): Promise<void> {
    const { organisation, id, sentAt, status } = exitCase;
    if (!sentAt) return;
    for await (const card of broadcasts.list(organisation)) {
      if (card.createdAt < sentAt) return;
      if (card.kind !== CHECKLIST || card.content.subject !== id) continue;
      await sendings.add(subjectOfCase(exitCase), card.id);
      await (status === 'recalled'
        ? broadcasts.recall(organisation, card.id, at)
        : broadcasts.touch(organisation, card.id));
    }
  }

  async function takeBack(exitCase: ExitCase, at: Date): Promise<void> {
    for (const kind of [...CASE_CARDS, SURVEY])
      for await (const card of sendings.list(subjectOfCase(exitCase, kind)))
        await broadcasts.recall(exitCase.organisation, card, at);
  }

  return {
    runOpen,
    runClose,
    async open(organisation, id, at) {
      const data = { case: id, at: at.toISOString() };
      // The job first: should this process die after it, the job opens the case; before it, nothing has happened.
      await jobs.reschedule({ organisation, id: `${OPEN_JOB}:${id}`, kind: OPEN_JOB, dueAt: at, data });
      return begin(organisation, id, at);
    },
    async close(organisation, id, as, at) {
      const data = { case: id, as, at: at.toISOString() };
      await jobs.reschedule({ organisation, id: `${CLOSE_JOB}:${id}`, kind: CLOSE_JOB, dueAt: at, data });
      return runClose(organisation, id, as, at);
    },
  };
}
