import type { AppError } from '../errors.js';
import { type Child, type ChildSpec, startChild } from './child.js';

/** The processes of one local world: they live together and end together. */
export interface Family {
  /** Throws when the family is stopping: what is not started need not be stopped. */
  start(spec: ChildSpec & { readonly stopLast?: boolean }): Child;
  /** Kills one of them, on purpose: the others go on. */
  kill(child: Child): Promise<void>;
  /** Resolves with the reason when one of them ends though nobody asked it to. */
  readonly failed: Promise<AppError>;
  /** Ends all of them, those with `stopLast` after the others; within STOP_MS. Safe to call again. */
  stop(): Promise<void>;
}

/** Each of the two steps of stopping takes at most half of this; then the processes are killed. */
export const STOP_MS = 4000;

export function createFamily(): Family {
  const first: Child[] = [];
  const last: Child[] = [];
  const killed = new Set<Child>();
  let stopped: Promise<void> | undefined;
  let fail: (reason: AppError) => void;
  const failed = new Promise<AppError>((resolve) => (fail = resolve));

  const stopAll = async () => {
    for (const step of [first, last]) await Promise.all(step.map((child) => child.stop(STOP_MS / 2)));
  };

  return {
    failed,
    start: ({ stopLast = false, ...spec }) => {
      if (stopped) throw new Error(`${spec.name} is not started: the local world is stopping`);
      const child = startChild(spec);
      (stopLast ? last : first).push(child);
      void child.ended.then((how) => {
        if (!stopped && !killed.has(child)) fail(child.failure(`slutade oväntat / ended unexpectedly (${how})`));
      });
      return child;
    },
    async kill(child) {
      killed.add(child);
      await child.stop(0);
    },
    stop: () => (stopped ??= stopAll()),
  };
}
