import type { Phase } from '../../../ask/index.js';
import type { ActivityStatus, GoalStatus } from '../../round/index.js';

/** A part of a whole: "3 av 40 aktiviteter". */
export interface Part {
  readonly count: number;
  readonly of: number;
}

/** What answers about the plan say, in one language. Text that somebody wrote is never put into these: it stands in rows. */
export interface PlanTexts {
  readonly statuses: Readonly<Record<ActivityStatus | '', string>>;
  readonly goals: Readonly<Record<GoalStatus, string>>;
  readonly phases: Readonly<Record<Phase, string>>;
  readonly moved: string;
  readonly you: string;
  readonly count: string;
  readonly percent: (part: Part) => string;
  readonly open: (deadline: string) => string;
  readonly closed: string;
  readonly sight: Readonly<Record<'organisation' | 'linje' | 'eget', string>>;
  readonly titles: Readonly<
    Record<'status' | 'list' | 'said' | 'silent' | 'mine' | 'content' | 'due' | 'compare' | 'nothing', string>
  >;
  readonly noRound: string;
  readonly noSuchRound: (newest: string) => string;
  readonly noPrevious: string;
  readonly notYours: string;
  readonly notHere: string;
  readonly nothingAsked: string;
  readonly nothingAbout: string;
  /** How activities stand, after their number: "är klara". */
  readonly are: (status: ActivityStatus | 'moved' | 'open', count: number) => string;
  readonly or: string;
  readonly stand: (are: string, part: Part) => string;
  readonly answered: (part: Part) => string;
  readonly perUnit: (activities: number, units: number) => string;
  readonly goalsLine: (parts: readonly string[]) => string;
  readonly ofDepartment: (done: Part, silent: number) => string;
  readonly more: (count: number) => string;
  readonly saidLead: (part: Part) => string;
  readonly nobodySaid: (asked: number) => string;
  readonly units: (all: number, finished: number, silent: number) => string;
  readonly everybodyAnswered: string;
  readonly unanswered: (part: Part) => string;
  readonly left: (part: Part, deadline: string) => string;
  readonly leftClosed: (part: Part) => string;
  readonly allDone: (of: number) => string;
  readonly contentLead: (count: number) => string;
  readonly newDue: (day: string) => string;
  readonly wasMoved: (day: string) => string;
  readonly responsible: (functions: string) => string;
  readonly compared: (now: string, before: string) => string;
  readonly change: (now: Part, before: Part) => string;
  readonly ask: Readonly<
    Record<
      'delayed' | 'silent' | 'done' | 'mine' | 'compare' | 'status' | 'deviations',
      { title: string; question: string }
    >
  >;
}
