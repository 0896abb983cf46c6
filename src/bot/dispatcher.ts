import type { z } from 'zod';
import type {
  AuditEntry,
  AuditLog,
  IncomingFile,
  Registry,
  Reply,
  SearchPage,
  SearchQuery,
  Turn,
} from '../actions/index.js';
import type { LoopRating } from '../feedback/index.js';
import { decide, type Decision, organisationOf, type Permission } from '../people/index.js';
import { bothFailed } from './fault.js';

/** How a press or command ended. Only `done` changed anything. */
export type Outcome =
  | { readonly kind: 'done'; readonly reply: Reply }
  | { readonly kind: 'denied' }
  | { readonly kind: 'unknown-verb' }
  | { readonly kind: 'invalid'; readonly fields: readonly string[] };

export type SearchOutcome =
  { readonly kind: 'found'; readonly page: SearchPage } | { readonly kind: 'denied' | 'unknown-search' };

/** How a file that somebody sent ended: as a press does, or `type` (what is taken instead), or `unfetched` (why). */
export type FileOutcome<Fault> =
  | Extract<Outcome, { kind: 'done' | 'denied' }>
  | { readonly kind: 'type'; readonly endings: readonly string[] }
  | { readonly kind: 'unfetched'; readonly fault: Fault };

/** Fetches the file; called only for a file that is taken, from somebody who may send it. */
export type Fetch<Fault> = () => Promise<{ readonly file: IncomingFile } | { readonly fault: Fault }>;

export interface Dispatcher {
  /** A pressed button. `data` is what the client sent: parsed by the action's schema before anybody sees it. */
  press(turn: Turn, verb: string, data: unknown): Promise<Outcome>;
  /** A typed command; undefined when the text is none. */
  command(turn: Turn, text: string): Promise<Outcome | undefined>;
  /** A file that was sent. One line in the audit, except for a file of a type that nobody takes from this person. */
  file<Fault>(turn: Turn, name: string, fetch: Fetch<Fault>): Promise<FileOutcome<Fault>>;
  /** The answer to Teams' question whether a file may be put into the person's OneDrive. `run` says which file it was. */
  consent(turn: Turn, action: string, run: () => Promise<Reply>): Promise<Outcome>;
  /** A typed question: anything that is no command. Not audited: nothing about it is kept. */
  question(turn: Turn, text: string): Promise<Outcome>;
  /** A search command of the compose box. Not audited either: it changes nothing and comes with each letter typed. */
  search(turn: Turn, id: string, query: SearchQuery): SearchOutcome;
  /** A thumb of Teams' own under an answer. Not audited: ratings are kept without person. */
  rating(turn: Turn, rating: LoopRating): Promise<Outcome>;
}

export interface DispatcherParts {
  readonly registry: Registry;
  readonly audit: AuditLog;
  readonly answer: { readonly allow: Permission; handle(turn: Turn, text: string): Promise<Reply> | Reply };
  readonly loop: { readonly allow: Permission; handle(turn: Turn, rating: LoopRating): Promise<Reply> };
}

/**
 * The one place where a turn's wish is parsed, allowed, carried out and audited: one audit line an action or command, none for
 * what is kept without person.
 */
export function createDispatcher({ registry, audit, answer, loop }: DispatcherParts): Dispatcher {
  async function audited<Ended extends { readonly kind: string; readonly reply?: Reply }>(
    turn: Turn,
    what: { permission: string; action: string },
    run: () => Promise<Ended>,
  ): Promise<Ended> {
    const entry = (outcome: AuditEntry['outcome']): AuditEntry => ({
      at: turn.now,
      organisation: organisationOf(turn.asker),
      personId: turn.asker.id,
      ...what,
      outcome,
    });
    let outcome: Ended;
    try {
      outcome = await run();
    } catch (error) {
      try {
        await audit.append(entry('failed'));
      } catch (unwritten) {
        throw bothFailed(error, 'nor could the audit be written', unwritten);
      }
      throw error;
    }
    const done = entry(outcome.kind === 'done' || outcome.kind === 'denied' ? outcome.kind : 'invalid');
    const touched = outcome.reply?.touched;
    await audit.append(touched ? { ...done, subject: touched } : done);
    return outcome;
  }

  return {
    async press(turn, verb, data) {
      const action = registry.findAction(verb);
      if (!action)
        return audited(turn, { permission: '-', action: nameOf(verb) }, async () => ({
          kind: 'unknown-verb' as const,
        }));
      const decision = decide(turn.asker, action.allow);
      const run = async (): Promise<Outcome> => {
        if (!decision.allowed) return { kind: 'denied' };
        const parsed = action.schema.safeParse(data ?? {});
        if (!parsed.success) return { kind: 'invalid', fields: fieldsOf(parsed.error) };
        return done(await action.handle(parsed.data, turn), action.allow, decision);
      };
      if (decision.allowed && action.isAnonymous) return run();
      return audited(turn, { permission: action.allow, action: verb }, run);
    },
    async command(turn, text) {
      const typed = registry.findCommand(text);
      if (!typed) return undefined;
      const { before } = typed;
      const command = before && decide(turn.asker, before.allow).allowed ? before : typed;
      const decision = decide(turn.asker, command.allow);
      const run = async (): Promise<Outcome> =>
        decision.allowed ? done(await command.handle(turn, text), command.allow, decision) : { kind: 'denied' };
      if (decision.allowed && command.isAnonymous) return run();
      return audited(turn, { permission: command.allow, action: command.id }, run);
    },
    async file<Fault>(turn: Turn, name: string, fetch: Fetch<Fault>) {
      const intake = registry.findIntake(name);
      const endings = registry.files
        .filter(({ allow }) => decide(turn.asker, allow).allowed)
        .flatMap((one) => one.endings);
      if (!intake && endings.length > 0) return { kind: 'type' as const, endings };
      const what = { permission: intake?.allow ?? '-', action: intake?.id ?? 'files.send' };
      return audited<FileOutcome<Fault>>(turn, what, async () => {
        const decision = intake && decide(turn.asker, intake.allow);
        if (!intake || !decision?.allowed) return { kind: 'denied' };
        const fetched = await fetch();
        if ('fault' in fetched) return { kind: 'unfetched', fault: fetched.fault };
        return done(await intake.handle(fetched.file, turn), intake.allow, decision);
      });
    },
    async consent(turn, action, run) {
      return audited<Outcome>(turn, { permission: 'files.take', action }, async () =>
        decide(turn.asker, 'files.take').allowed ? { kind: 'done', reply: await run() } : { kind: 'denied' },
      );
    },
    search(turn, id, query) {
      const search = registry.findSearch(id);
      if (!search) return { kind: 'unknown-search' };
      if (!decide(turn.asker, search.allow).allowed) return { kind: 'denied' };
      return { kind: 'found', page: search.handle(query, turn) };
    },
    async question(turn, text) {
      const decision = decide(turn.asker, answer.allow);
      if (!decision.allowed) return { kind: 'denied' };
      return done(await answer.handle(turn, text), answer.allow, decision);
    },
    async rating(turn, rating) {
      if (!decide(turn.asker, loop.allow).allowed) return { kind: 'denied' };
      return { kind: 'done', reply: await loop.handle(turn, rating) };
    },
  };
}

/** The reply with the right by which it was asked for. */
function done(reply: Reply, permission: Permission, { reach }: Extract<Decision, { allowed: true }>) {
  return { kind: 'done', reply: { ...reply, right: { permission, reach } } } as const;
}

/** The client chooses the verb: what does not look like one is no name of an action, and the audit holds no text. */
function nameOf(verb: string): string {
  return /^[a-z]+(\.[a-z-]+){1,3}$/.test(verb) ? verb.slice(0, 100) : '(unreadable)';
}

function fieldsOf(error: z.ZodError): string[] {
  return [...new Set(error.issues.map((issue) => issue.path.join('.') || '(data)'))];
}
