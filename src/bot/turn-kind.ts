import { type Activity, ActivityTypes } from 'botbuilder';
import { typedIn } from './incoming.js';
import { readPress } from './invoke.js';

/** The invokes that the bot answers. */
export const INVOKES = {
  press: 'adaptiveCard/action',
  search: 'composeExtension/query',
  thumb: 'message/submitAction',
  consent: 'fileConsent/invoke',
} as const;

/** What comes in, for operation: its kind, the verb of a press as the client wrote it, and what was typed, which is told to nobody. */
export interface TurnKind {
  readonly kind: 'message' | keyof typeof INVOKES | 'install' | 'join' | 'other';
  readonly verb?: string;
  readonly typed?: string;
}

const KINDS: ReadonlyMap<string, TurnKind['kind']> = new Map<string, TurnKind['kind']>([
  [ActivityTypes.Message, 'message'],
  [ActivityTypes.InstallationUpdate, 'install'],
  [ActivityTypes.ConversationUpdate, 'join'],
]);

export function turnKindOf(activity: Activity): TurnKind {
  if (activity.type !== ActivityTypes.Invoke.toString()) {
    const kind = KINDS.get(activity.type) ?? 'other';
    return kind === 'message' ? { kind, typed: typedIn(activity.text) } : { kind };
  }
  const invokes = Object.entries(INVOKES) as [keyof typeof INVOKES, string][];
  const kind = invokes.find(([, name]) => name === activity.name)?.[0] ?? 'other';
  return kind === 'press' ? { kind, verb: readPress(activity)?.verb } : { kind };
}
