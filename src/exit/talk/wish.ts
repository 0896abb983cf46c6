import { type ExitCase, type Lead, LEADS, type Talk } from '../case/exit-case.js';

/** With whom the employee wishes to talk; `none` declines, for which nobody asks why. */
export const WISHES = ['manager', 'hr', 'both', 'none'] as const;
export type Wish = (typeof WISHES)[number];

/** What the employee has said; undefined before that. */
export function wishOf({ withManager, withHr }: Pick<Talk, 'withManager' | 'withHr'>): Wish | undefined {
  if (withManager === undefined && withHr === undefined) return undefined;
  if (withManager && withHr) return 'both';
  if (withHr) return 'hr';
  return withManager ? 'manager' : 'none';
}

/** The case with the wish; undefined when it is so already, or nothing is to be wished any more. */
export function wished(exitCase: ExitCase, wish: Wish): ExitCase | undefined {
  if (!isAwaited(exitCase) || wishOf(exitCase.talk) === wish) return undefined;
  const [withManager, withHr] = [wish === 'manager' || wish === 'both', wish === 'hr' || wish === 'both'];
  return { ...exitCase, talk: { ...exitCase.talk, withManager, withHr } };
}

/** What the manager may know: that the employee talks with HR besides is between those two. */
export function wishForManager(wish: Wish | undefined): Exclude<Wish, 'both'> | undefined {
  return wish === 'both' ? 'manager' : wish;
}

/**
 * Whether a side's conversation is still to come: it can be booked. Once one side has recorded an outcome, only a side that the
 * employee wishes for is waited for, so that whoever chose both has the other one as well.
 */
export function isAwaitedBy({ status, talk }: Pick<ExitCase, 'status' | 'talk'>, side: Lead): boolean {
  const { chef, hr } = talk.outcomes ?? {};
  const isWished = side === 'chef' ? talk.withManager : talk.withHr;
  return status === 'open' && !(side === 'chef' ? chef : hr) && (isWished === true || (!chef && !hr));
}

/** Whether any conversation is still to come: it can be wished for. */
export function isAwaited(exitCase: Pick<ExitCase, 'status' | 'talk'>): boolean {
  return LEADS.some((side) => isAwaitedBy(exitCase, side));
}
