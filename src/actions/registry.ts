import type { z } from 'zod';
import { AppError } from '../errors.js';
import { isPermission, type Permission } from '../people/policy.js';
import { endingOf, type FileIntake } from './file-intake.js';
import type { Reply } from './reply.js';
import type { Search } from './search.js';
import type { Turn } from './turn.js';

/** A button of a card: its verb, the shape of its data, who may press it, what it does. */
export interface Action {
  readonly verb: string;
  readonly schema: z.ZodTypeAny;
  readonly allow: Permission;
  /** Kept without person: then no audit line may say who pressed it when, except for a press that is denied. */
  readonly isAnonymous?: boolean;
  handle(input: unknown, turn: Turn): Promise<Reply> | Reply;
}

/** A word that the user types instead of a question. Phrases match the whole message, without case, marks or emoji. */
export interface Command {
  readonly id: string;
  readonly phrases: readonly string[];
  readonly allow: Permission;
  /** As for an action: no audit line says who typed it when. */
  readonly isAnonymous?: boolean;
  /** What the same words mean to whoever may do this: it is carried out, and audited, in the command's place. */
  readonly before?: Omit<Command, 'phrases' | 'before'>;
  handle(turn: Turn, text: string): Promise<Reply> | Reply;
}

/** What a feature's door gives to main.ts. */
export interface Feature {
  readonly name: string;
  readonly actions: readonly Action[];
  readonly commands: readonly Command[];
  /** Search commands of the compose box. */
  readonly searches?: readonly Search[];
  /** Files that people send in their own chat. */
  readonly files?: readonly FileIntake[];
}

/** Ties the type of `handle`'s input to the schema, so that a handler gets what the schema lets through. */
export function defineAction<S extends z.ZodTypeAny>(action: {
  verb: string;
  schema: S;
  allow: Permission;
  isAnonymous?: boolean;
  handle(input: z.infer<S>, turn: Turn): Promise<Reply> | Reply;
}): Action {
  return action;
}

export interface Registry {
  readonly actions: readonly Action[];
  readonly commands: readonly Command[];
  findAction(verb: string): Action | undefined;
  findCommand(text: string): Command | undefined;
  findSearch(id: string): Search | undefined;
  readonly files: readonly FileIntake[];
  /** By the file's name. */
  findIntake(name: string): FileIntake | undefined;
}

/**
 * Joins the features' actions, commands, searches and files.
 * Throws `registry_invalid` when two share a verb, an id, a phrase or an ending of files, when one names a permission that the policy table lacks,
 * and for what nobody could ever press or type: a verb that is only the feature's name, a command without a phrase.
 */
export function joinFeatures(features: readonly Feature[]): Registry {
  const actions = new Map<string, Action>();
  const commands = new Map<string, Command>();
  const searches = new Map<string, Search>();
  const intakes = new Map<string, FileIntake>();
  const ids = new Set<string>();
  for (const feature of features) {
    for (const action of feature.actions) {
      const isOwn = action.verb.startsWith(`${feature.name}.`) && action.verb.length > feature.name.length + 1;
      if (!isOwn) throw refused(`verb ${action.verb} must begin with ${feature.name}. and go on`);
      if (actions.has(action.verb)) throw refused(`verb ${action.verb} is registered twice`);
      if (!isPermission(action.allow)) throw refused(`verb ${action.verb} names no permission of the policy table`);
      actions.set(action.verb, action);
    }
    for (const search of feature.searches ?? []) {
      if (searches.has(search.id)) throw refused(`search ${search.id} is registered twice`);
      if (!isPermission(search.allow)) throw refused(`search ${search.id} names no permission of the policy table`);
      searches.set(search.id, search);
    }
    for (const intake of feature.files ?? []) {
      if (!isPermission(intake.allow)) throw refused(`files of ${intake.id} name no permission of the policy table`);
      for (const ending of intake.endings) {
        if (intakes.has(ending)) throw refused(`files that end with ${ending} are taken twice`);
        intakes.set(ending, intake);
      }
    }
    for (const command of feature.commands) {
      if (![command, command.before].every((one) => !one || isPermission(one.allow)))
        throw refused(`command ${command.id} names no permission of the policy table`);
      if (ids.has(command.id)) throw refused(`command ${command.id} is registered twice`);
      if (command.phrases.length === 0) throw refused(`command ${command.id} has no phrase`);
      ids.add(command.id);
      for (const phrase of command.phrases.map(normalisePhrase)) {
        if (phrase === '') throw refused(`a phrase of ${command.id} has no letter, so any emoji would match it`);
        if (commands.has(phrase)) throw refused(`phrase "${phrase}" of ${command.id} is registered twice`);
        commands.set(phrase, command);
      }
    }
  }
  return {
    findSearch: (id) => searches.get(id),
    actions: [...actions.values()],
    commands: [...new Set(commands.values())],
    files: [...new Set(intakes.values())],
    findIntake: (name) => intakes.get(endingOf(name)),
    findAction: (verb) => actions.get(verb),
    findCommand: (text) => commands.get(normalisePhrase(text)),
  };
}

/** Lower case, without emoji, marks and doubled spaces: "Hjälp! 🙂" -> "hjälp". */
export function normalisePhrase(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function refused(message: string): AppError {
  return new AppError('registry_invalid', message);
}
