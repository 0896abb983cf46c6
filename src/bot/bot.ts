import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  type Request as BotRequest,
  type Response as BotResponse,
  type TurnContext,
} from 'botbuilder';
import { Application } from '@microsoft/teams-ai';
import { messageOf } from '../errors.js';
import type { Message } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';
import type { Logger } from '../log.js';
import { faultReference, NotKept } from './fault.js';
import { faultyFields } from './incoming.js';
import { invokeResponse } from './invoke.js';
import { searchResponse } from './search.js';
import { keepEntityProperties } from './keep-entities.js';
import { toActivity } from './outgoing.js';
import { texts } from './texts.js';
import { createTurns, type TurnParts, type Turns } from './turns.js';

export interface BotCredentials {
  readonly appType: string;
  readonly appId?: string;
  readonly appPassword?: string;
  readonly tenantId?: string;
}

export interface BotParts extends TurnParts {
  readonly credentials: BotCredentials;
  readonly log: Logger;
}

export type SendResult =
  | { readonly kind: 'sent'; readonly activityId: string }
  | { readonly kind: 'failed'; readonly status?: number; readonly reason: string };

export interface Bot {
  /** Answers one HTTP request to /api/messages: 400 with the names of the fields when it is no activity to work on. */
  process(req: BotRequest, res: BotResponse): Promise<void>;
  /** Sends a message to a conversation by its stored reference. Never rejects: each failure is a value, its status with it. */
  send(reference: string, message: Message, locale: Locale): Promise<SendResult>;
}

const ACTION_INVOKE = 'adaptiveCard/action';
const SEARCH_INVOKE = 'composeExtension/query';
const SUBMIT_INVOKE = 'message/submitAction';

/** Puts the Teams edge together: adapter, routes, error handling. */
export function createBot(parts: BotParts): Bot {
  keepEntityProperties();
  const { credentials, log, bind } = parts;
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(toSettings(credentials)));
  const turns = createTurns(parts);
  const app = createApplication(turns);

  adapter.onTurnError = async (context, error) => {
    const reference = faultReference();
    const { activity } = context;
    parts.onTurn(activity.type, 'failed');
    log.error({ error, reference, activity: activity.id, type: activity.type, name: activity.name }, 'turn failed');
    const locale = turns.localeFor(context);
    const says = texts[locale];
    const [title, text] =
      error instanceof NotKept
        ? [says.notKeptTitle, says.notKept(reference)]
        : [says.errorTitle, says.error(reference)];
    const card = { template: 'bot/error', data: { title, text, reference } };
    try {
      if (isInvokeOf(activity, SEARCH_INVOKE))
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
    async process(req, res) {
      const fields = faultyFields(req.body);
      if (fields.length === 0) return adapter.process(req, res, run);
      parts.onTurn('activity', 'malformed');
      log.warn({ fields }, 'malformed activity');
      res.status(400);
      res.send({
        error: { code: 'activity_invalid', message: `Missing or unreadable in the activity: ${fields.join(', ')}.` },
      });
    },
    async send(reference, message, locale) {
      let result: SendResult = { kind: 'failed', reason: 'the turn did not run' };
      // The adapter resolves although the logic threw, so the outcome is caught inside.
      try {
        await adapter.continueConversationAsync(
          credentials.appId ?? '',
          JSON.parse(reference) as object,
          async (context) => {
            try {
              const sent = await context.sendActivity(toActivity(message, locale, bind));
              result = { kind: 'sent', activityId: sent?.id ?? '' };
            } catch (error) {
              result = failed(error);
            }
          },
        );
      } catch (error) {
        // A reference that cannot be read, or one that leads to no connector.
        return failed(error);
      }
      return result;
    },
  };
}

function isA({ type }: Activity, wanted: ActivityTypes): boolean {
  return type === wanted.toString();
}

function isInvokeOf(activity: Activity, name: string): boolean {
  return isA(activity, ActivityTypes.Invoke) && activity.name === name;
}

function failed(error: unknown): SendResult {
  return { kind: 'failed', status: (error as { statusCode?: number }).statusCode, reason: messageOf(error) };
}

/** Without an app id nobody is checked; config.ts lets such a bot listen on this machine only. */
function toSettings({
  appType,
  appId,
  appPassword,
  tenantId,
}: BotCredentials): ConfigurationBotFrameworkAuthenticationOptions {
  if (appId === undefined) return {};
  return {
    MicrosoftAppType: appType,
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    ...(appPassword === undefined ? {} : { MicrosoftAppPassword: appPassword }),
  };
}

/**
 * The routes, first match wins. No storage, no typing timer: the conversation is kept by memory.ts with one read and one
 * write a turn, and teams-ai's timer is one field for all turns at once (platform page, section 1). incoming.ts takes
 * mentions out: botbuilder's way throws for a mention without text.
 */
function createApplication(turns: Turns): Application {
  const app = new Application({ startTypingTimer: false, removeRecipientMention: false });
  const isInvoke = (name: string) => async (context: TurnContext) => isInvokeOf(context.activity, name);
  app.addRoute(isInvoke(ACTION_INVOKE), (context) => turns.press(context), true);
  app.addRoute(isInvoke(SEARCH_INVOKE), (context) => turns.search(context), true);
  app.addRoute(isInvoke(SUBMIT_INVOKE), (context) => turns.thumb(context), true);
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
