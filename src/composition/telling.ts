import { AsyncLocalStorage } from 'node:async_hooks';
import { ANSWER_KINDS } from '../ask/index.js';
import type { Registry } from '../actions/index.js';
import type { BotParts } from '../bot/index.js';
import type { Courier, Follow } from '../broadcast/index.js';
import { AppError } from '../errors.js';
import type { JobHandler } from '../jobs/index.js';
import type { WatchCall } from '../storage/index.js';
import type { Telemetry } from '../telemetry/index.js';

/** What telemetry is told of the parts of the bot, which know nothing of it: kinds, verbs, outcomes and states, never of whom. */

/** Each call to storage is a part of what is followed; one that fails for good is counted. A lost race or a missing row is no failure. */
export function tellStorage(telemetry: Telemetry): WatchCall {
  return async ({ table, operation, kind }, run) => {
    try {
      return await telemetry.step(`storage ${operation} ${table}`, { table, operation }, run);
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'unexpected';
      if (code !== 'storage_conflict' && code !== 'not_found')
        telemetry.count('ubara.storage.failures', { kind, table, error: code });
      throw error;
    }
  };
}

/** Each request to Teams that no turn asked for, with what became of it. */
export function tellCourier(courier: Courier, telemetry: Telemetry): Courier {
  const told = <Outcome extends { readonly kind: string }>(name: string, send: () => Promise<Outcome>) =>
    telemetry.step(`teams ${name}`, {}, async () => {
      const outcome = await send();
      const facts = { outcome: outcome.kind, ...('cause' in outcome ? { cause: String(outcome.cause) } : {}) };
      telemetry.note(facts, !['sent', 'opened', 'throttled'].includes(outcome.kind));
      telemetry.count('ubara.sends', facts);
      return outcome;
    });
  return {
    post: (...wanted) => told('post', () => courier.post(...wanted)),
    update: (...wanted) => told('update', () => courier.update(...wanted)),
    reopen: (...wanted) => told('reopen', () => courier.reopen(...wanted)),
  };
}

const OVER: readonly string[] = ['delivered', 'failed', 'uncertain', 'notInstalled'];

/** A sending from the press to each delivery: each step a trace of its own, linked to the press. */
export function tellSendings(telemetry: Telemetry): Follow {
  return {
    here: () => telemetry.here(),
    goOn: (step, { from, kind }, work) => telemetry.follow({ name: `broadcast ${step}`, from, facts: { kind } }, work),
    apart: (work) => telemetry.apart(work),
    stands({ state, cause, tries }) {
      telemetry.note({ state, cause, tries }, state === 'failed' || state === 'uncertain');
      if (OVER.includes(state)) telemetry.count('ubara.deliveries', { state, cause });
    },
  };
}

/** Each run of a job. */
export function tellJobs(handlers: Readonly<Record<string, JobHandler>>, telemetry: Telemetry) {
  const told =
    (kind: string, handler: JobHandler): JobHandler =>
    async (...given) => {
      try {
        await telemetry.follow({ name: 'job', facts: { kind } }, () => handler(...given));
        telemetry.count('ubara.jobs', { kind, outcome: 'done' });
      } catch (error) {
        telemetry.count('ubara.jobs', { kind, outcome: 'failed' });
        throw error;
      }
    };
  return Object.fromEntries(Object.entries(handlers).map(([kind, handler]) => [kind, told(kind, handler)]));
}

/**
 * Turns, for the door. What is kept without person (answers of the exit survey and the word that asks for it, ratings) is not followed at all, and counted without
 * its outcome: a trace has a moment, and a moment may tell who it was. What a question was about, a delicate matter for instance,
 * is in no trace either; answers are counted by kind, and the delicate ones among the others.
 */
export function tellTurns(telemetry: Telemetry, registry: Registry, now: () => number = () => performance.now()) {
  const anonymous = new AsyncLocalStorage<boolean>();
  const answers: readonly string[] = ANSWER_KINDS;
  const follow: BotParts['follow'] = async ({ kind, verb = '', typed = '' }, work) => {
    const began = now();
    const action = registry.findAction(verb);
    // Also for whom the same words mean something else: telemetry does not know who typed them.
    const isAnonymous = kind === 'thumb' || [action, registry.findCommand(typed)].some((one) => one?.isAnonymous);
    const facts = { kind, verb: action?.verb };
    try {
      return isAnonymous
        ? await telemetry.apart(() => anonymous.run(true, work))
        : await telemetry.follow({ name: `turn ${kind}`, facts }, work);
    } finally {
      telemetry.took(now() - began, { kind });
    }
  };
  return {
    follow,
    onTurn(kind: string, outcome: string): void {
      const isFailed = outcome.startsWith('failed');
      const isAnswer = answers.includes(outcome);
      const isAnonymous = anonymous.getStore() === true;
      const coarse = isAnswer ? 'answered' : isAnonymous && !isFailed ? 'done' : outcome;
      telemetry.count('ubara.turns', { kind, outcome: coarse });
      if (isAnswer) telemetry.count('ubara.answers', { kind: outcome === 'sensitive' ? 'other' : outcome });
      if (!isAnonymous) telemetry.note({ outcome: coarse }, isFailed);
    },
  };
}
