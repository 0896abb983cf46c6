import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication, type ConfigurationBotFrameworkAuthenticationOptions, type Response as BotResponse, type Request as BotRequest, TurnContext } from 'botbuilder';
import { Application } from '@microsoft/teams-ai';
import { messageOf } from '../errors.js';
import type { Message } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';
import type { Logger } from '../log.js';
import { faultReference } from './fault.js';
import { invokeResponse } from './invoke.js';
import { keepEntityProperties } from './keep-entities.js';
import { toActivity } from './outgoing.js';
import { texts } from './texts.js';
import { createTurns, type TurnParts } from './turns.js';

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
  /** Answers one HTTP request to /api/messages. */
  process(req: BotRequest, res: BotResponse): Promise<void>;
  /** Sends a message to a conversation by its stored reference. Failures are a value: the SDK would swallow them. */
  send(reference: string, message: Message, locale: Locale): Promise<SendResult>;
}

const ACTION_INVOKE = 'adaptiveCard/action';

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
    const locale = turns.localeFor(activity);
    const text = texts[locale].error(reference);
    try {
      if (activity.type === ActivityTypes.Invoke)
        await context.sendActivity(invokeResponse({ error: { status: 500, code: reference, message: text } }));
      else if (activity.type === ActivityTypes.Message)
        await context.sendActivity(toActivity({ card: { template: 'bot/error', data: { title: texts[locale].errorTitle, text, reference } } }, locale, bind));
    } catch (unsent) {
      log.error({ error: unsent, reference }, 'the user could not be told of the fault');
    }
  };

  return {
    process: (req, res) => adapter.process(req, res, async (context) => void (await app.run(context))),
    async send(reference, message, locale) {
      let result: SendResult = { kind: 'failed', reason: 'the turn did not run' };
      // The adapter resolves although the logic threw, so the outcome is caught inside.
      await adapter.continueConversationAsync(credentials.appId ?? '', JSON.parse(reference) as object, async (context) => {
        try {
          const sent = await context.sendActivity(toActivity(message, locale, bind));
          result = { kind: 'sent', activityId: sent?.id ?? '' };
        } catch (error) {
          result = { kind: 'failed', status: (error as { statusCode?: number }).statusCode, reason: messageOf(error) };
        }
      });
      return result;
    },
  };
}

/** Without an app id nobody is checked; config.ts lets such a bot listen on this machine only. */
function toSettings({ appType, appId, appPassword, tenantId }: BotCredentials): ConfigurationBotFrameworkAuthenticationOptions {
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
 * write a turn, and teams-ai's timer is one field for all turns at once (platform page, section 1).
 */
function createApplication(turns: ReturnType<typeof createTurns>): Application {
  const app = new Application({ startTypingTimer: false, removeRecipientMention: true });
  const isInvoke = async (context: TurnContext) =>
    context.activity.type === ActivityTypes.Invoke && context.activity.name === ACTION_INVOKE;
  app.addRoute(isInvoke, (context) => turns.press(context), true);
  app.activity(ActivityTypes.InstallationUpdate, (context) =>
    context.activity.action?.startsWith('remove') ? turns.uninstalled(context) : turns.installed(context),
  );
  app.activity(ActivityTypes.ConversationUpdate, (context) => turns.joined(context));
  app.activity(ActivityTypes.Message, (context) => turns.message(context));
  return app;
}
