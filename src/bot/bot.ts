import {
  type Activity,
  ActivityTypes,
  type Request as BotRequest,
  type Response as BotResponse,
  type TurnContext,
} from 'botbuilder';
import { Application } from '@microsoft/teams-ai';
import type { Courier } from '../broadcast/index.js';
import { TeamsAdapter } from './adapter.js';
import type { BotCredentials } from './authentication.js';
import { createCourier } from './courier/index.js';
import { createDoor, type DoorRefusal } from './door/index.js';
import { faultReference } from './fault.js';
import { faultyFields } from './incoming.js';
import { invokeResponse } from './invoke.js';
import { limitTurns } from './limited-turns.js';
import { searchResponse } from './search.js';
import { keepEntityProperties } from './keep-entities.js';
import { toActivity } from './outgoing.js';
import { toldOf } from './told.js';
import { INVOKES, type TurnKind, turnKindOf } from './turn-kind.js';
import { createTurns, type TurnParts, type Turns } from './turns.js';

export interface BotParts extends TurnParts {
  readonly turnsPerMinute: number;
  readonly credentials: BotCredentials;
  /** Does one turn that was let in; operation may look at how it goes. */
  readonly follow?: <T>(turn: TurnKind, work: () => Promise<T>) => Promise<T>;
}

export interface Bot {
  /**
   * Answers one HTTP request to /api/messages: 401, 403 or 503 when nobody is let in (door/), 400 with the names of the fields when it
   * is no activity to work on. Nothing of a refused one is processed.
   */
  process(req: BotRequest, res: BotResponse): Promise<void>;
  /** The way out for whatever is not the answer to a turn. */
  readonly courier: Courier;
}

/** Puts the Teams edge together: adapter, routes, error handling. */
export function createBot(parts: BotParts): Bot {
  keepEntityProperties();
  const { credentials, log, bind, follow = (_turn, work) => work() } = parts;
  const door = createDoor(credentials, parts.homeTenant);
  const adapter = new TeamsAdapter(credentials);
  const turns = limitTurns(createTurns(parts), parts);
  const app = createApplication(turns);

  adapter.onTurnError = async (context, error) => {
    const reference = faultReference();
    const { activity } = context;
    parts.onTurn(activity.type, 'failed');
    log.error({ error, reference, activity: activity.id, type: activity.type, name: activity.name }, 'turn failed');
    const locale = turns.localeFor(context);
    const { title, text } = toldOf(error, activity, { reference, locale });
    const card = { template: 'bot/error', data: { title, text, reference } };
    try {
      if (isInvokeOf(activity, INVOKES.search))
        await context.sendActivity(searchResponse({ kind: 'message', text }, bind));
      else if (isA(activity, ActivityTypes.Invoke))
        await context.sendActivity(invokeResponse({ error: { status: 500, code: reference, message: text } }));
      else if (isA(activity, ActivityTypes.Message))
        await context.sendActivity(toActivity({ card, summary: title }, locale, bind));
    } catch (unsent) {
      log.error({ error: unsent, reference }, 'the user could not be told of the fault');
    }
  };

  async function run(context: TurnContext): Promise<void> {
    const wasHandled = await app.run(context);
    // The adapter answers such an invoke with 501; nobody would know of it otherwise.
    if (!wasHandled && isA(context.activity, ActivityTypes.Invoke)) parts.onTurn('invoke', 'not-implemented');
  }

  return {
    courier: createCourier({ credentials, bind, clock: parts.clock, log }),
    async process(req, res) {
      const known = await door.identify(authorizationOf(req));
      if ('refusal' in known) return refuse(res, known.refusal);
      const fields = faultyFields(req.body);
      if (fields.length > 0) {
        log.warn({ fields }, 'malformed activity');
        const message = `Missing or unreadable in the activity: ${fields.join(', ')}.`;
        return refuse(res, { status: 400, code: 'activity_invalid', message });
      }
      const activity = req.body as unknown as Activity;
      const refusal = door.refuse(activity, known.identity);
      if (refusal) return refuse(res, refusal);
      const response = await follow(turnKindOf(activity), () => adapter.carryOut(activity, known.identity, run));
      res.status(response?.status ?? 200);
      if (response?.body) res.send(response.body);
      res.end();
    },
  };

  function refuse(res: BotResponse, { status, code, message }: DoorRefusal | Malformed): void {
    parts.onTurn('activity', code);
    if (status !== 400) log.warn({ code }, 'an activity was not let in');
    res.status(status);
    res.send({ error: { code, message } });
  }
}

interface Malformed {
  readonly status: 400;
  readonly code: 'activity_invalid';
  readonly message: string;
}

function authorizationOf({ headers }: BotRequest): string | undefined {
  const { authorization } = headers as { readonly authorization?: unknown };
  return typeof authorization === 'string' ? authorization : undefined;
}

function isA({ type }: Activity, wanted: ActivityTypes): boolean {
  return type === wanted.toString();
}

function isInvokeOf(activity: Activity, name: string): boolean {
  return isA(activity, ActivityTypes.Invoke) && activity.name === name;
}

/**
 * The routes, first match wins. No storage, no typing timer: the conversation is kept by memory.ts with one read and one
 * write a turn, and teams-ai's timer is one field for all turns at once (platform page, section 1). incoming.ts takes
 * mentions out: botbuilder's way throws for a mention without text.
 */
function createApplication(turns: Turns): Application {
  const app = new Application({ startTypingTimer: false, removeRecipientMention: false });
  // teams-ai 1.7.4 starts the timer whatever the option says.
  app.startTypingTimer = () => undefined;
  const isInvoke = (name: string) => async (context: TurnContext) => isInvokeOf(context.activity, name);
  app.addRoute(isInvoke(INVOKES.press), (context) => turns.press(context), true);
  app.addRoute(isInvoke(INVOKES.search), (context) => turns.search(context), true);
  app.addRoute(isInvoke(INVOKES.thumb), (context) => turns.thumb(context), true);
  app.addRoute(isInvoke(INVOKES.consent), (context) => turns.consent(context), true);
  app.activity(ActivityTypes.InstallationUpdate, async (context) => {
    const { action } = context.activity;
    if (action === 'add') await turns.installed(context);
    if (action === 'remove') await turns.uninstalled(context);
    // A new version of the app comes as remove-upgrade and add-upgrade, in any order: nobody left and nobody came, so
    // nothing is forgotten and no welcome goes out to everybody.
    if (action === 'add-upgrade') await turns.joined(context);
  });
  // Also sent when somebody leaves, the bot itself included: only newcomers are of interest.
  app.activity(ActivityTypes.ConversationUpdate, async (context) => {
    if (context.activity.membersAdded?.length) await turns.joined(context);
  });
  app.activity(ActivityTypes.Message, (context) => turns.message(context));
  return app;
}
