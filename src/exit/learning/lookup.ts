import type { PictureStore } from '../picture/store.js';
import type { Limits } from '../survey/settings.js';
import type { Survey } from '../survey/survey.js';
import { reasonOf } from './learned.js';
import { type LearningStore, type Lessons, type Subject, type Theme, type Tie, tieId } from './learning.js';
import { type ToldReason, toldReasons } from './reasons.js';

export interface PlanName {
  readonly id: string;
  readonly title: string;
}

/** What exits need to know of plans; handed in, since plan/ is another feature. */
export interface PlanLook {
  /** Newest first. */
  plans(organisation: string): Promise<readonly PlanName[]>;
  /** What the plan has now, in its order; nothing of a plan that is gone. */
  activities(organisation: string, plan: string): Promise<readonly { readonly id: string; readonly words: string }[]>;
}

export interface LearningParts {
  readonly learning: LearningStore;
  readonly picture: Pick<PictureStore, 'closed' | 'batches'>;
  readonly plans: PlanLook;
  readonly survey: () => Survey;
  readonly limits: Limits;
}

/** A tie as it stands now. */
export interface SeenTie {
  readonly id: string;
  readonly tie: Tie;
  /** Of the plan now, or as they were when it left the plan. */
  readonly words: string;
  readonly planTitle: string;
  /** The plan no longer has the activity, so no round shows the tie. */
  readonly isLost: boolean;
}

/** A theme or a reason with what it is tied to. */
export interface SeenSubject extends Subject {
  readonly name: string;
  readonly tertials: readonly string[];
  readonly theme?: Theme;
  readonly ties: readonly SeenTie[];
}

export interface Learning {
  readonly lessons: Lessons;
  readonly plans: readonly PlanName[];
  /** Themes first, then the reasons that are told or tied, in the order of the survey. */
  readonly subjects: readonly SeenSubject[];
}

/** All that an organisation made of why people leave. */
export async function readLearning(
  { learning, picture, plans, survey }: LearningParts,
  organisation: string,
  locale: 'sv' | 'en',
): Promise<Learning> {
  const [lessons, closed, names] = await Promise.all([
    learning.read(organisation),
    picture.closed(organisation),
    plans.plans(organisation),
  ]);
  const tied = [...new Set(lessons.ties.map(({ plan }) => plan))];
  const activities = new Map<string, ReadonlyMap<string, string>>();
  for (const plan of tied) {
    const own = names.some(({ id }) => id === plan) ? await plans.activities(organisation, plan) : [];
    activities.set(plan, new Map(own.map(({ id, words }) => [id, words])));
  }
  const seen = (tie: Tie): SeenTie => {
    const words = activities.get(tie.plan)?.get(tie.activity);
    const planTitle = names.find(({ id }) => id === tie.plan)?.title ?? tie.plan;
    return { id: tieId(tie), tie, words: words ?? tie.words, planTitle, isLost: words === undefined };
  };
  const tiesOf = (kind: Subject['kind'], id: string) =>
    lessons.ties.filter((tie) => tie.kind === kind && tie.subject === id).map(seen);
  const told = toldReasons(closed, survey());
  return {
    lessons,
    plans: names,
    subjects: [
      ...lessons.themes.map((theme) => ({
        ...{ kind: 'theme' as const, id: theme.id, name: theme.name, tertials: theme.tertials, theme },
        ties: tiesOf('theme', theme.id),
      })),
      ...[...told, ...untold(lessons, told)].map(({ id, names: { [locale]: name }, tertials }) => ({
        ...{ kind: 'reason' as const, id, name, tertials },
        ties: tiesOf('reason', id),
      })),
    ],
  };
}

/** Reasons that are tied and that the survey no longer asks about. */
function untold({ ties }: Lessons, told: readonly ToldReason[]): readonly ToldReason[] {
  const left = ties.filter(({ kind, subject }) => kind === 'reason' && !told.some(({ id }) => id === subject));
  return [...new Map(left.map((tie) => [tie.subject, tie])).values()].map(({ subject, sv, en, tertials }) => ({
    ...{ id: subject, names: { sv, en }, tertials },
  }));
}

/** Whether a tie's activity has as many reasons as its card can show. */
export function countAt({ ties, themes }: Lessons, plan: string, activity: string): number {
  return ties.filter((tie) => tie.plan === plan && tie.activity === activity && reasonOf(tie, { themes })).length;
}
