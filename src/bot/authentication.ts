import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

export interface BotCredentials {
  readonly appType: string;
  readonly appId?: string;
  readonly appPassword?: string;
  readonly tenantId?: string;
}

/** Who the bot is towards Teams. Without an app id nobody is checked; config.ts lets such a bot listen on this machine only. */
export function authenticationFor({
  appType,
  appId,
  appPassword,
  tenantId,
}: BotCredentials): ConfigurationBotFrameworkAuthentication {
  if (appId === undefined) return new ConfigurationBotFrameworkAuthentication({});
  return new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppType: appType,
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    ...(appPassword === undefined ? {} : { MicrosoftAppPassword: appPassword }),
  });
}
