import type { Locale } from '../../calendar/index.js';
import { type LearningStore, type Lessons, periodOf, type Tie } from './learning.js';

/** A reason why people leave as it stands beside an activity: its name and period, never how many said it. */
export interface LearnedReason extends Readonly<Record<Locale, string>> {
  readonly period: string;
}

/** The name and period of what is tied; undefined where its theme is no more. */
export function reasonOf(tie: Tie, { themes }: Pick<Lessons, 'themes'>): LearnedReason | undefined {
  if (tie.kind === 'reason') return { sv: tie.sv, en: tie.en, period: periodOf(tie.tertials) };
  const theme = themes.find(({ id }) => id === tie.subject);
  return theme && { sv: theme.name, en: theme.name, period: periodOf(theme.tertials) };
}

/** For follow-up rounds: the reasons that an organisation's activities are tied to, by "PLAN/ACTIVITY". */
export function createReadLearned(store: Pick<LearningStore, 'read'>) {
  return async (organisation: string): Promise<ReadonlyMap<string, readonly LearnedReason[]>> => {
    const lessons = await store.read(organisation);
    const found = new Map<string, LearnedReason[]>();
    for (const tie of lessons.ties) {
      const reason = reasonOf(tie, lessons);
      const key = `${tie.plan}/${tie.activity}`;
      if (reason) found.set(key, [...(found.get(key) ?? []), reason]);
    }
    return found;
  };
}
