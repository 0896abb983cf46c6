import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationConstants } from 'botframework-connector';

export interface BotCredentials {
  readonly appType: string;
  readonly appId?: string;
  readonly appPassword?: string;
  readonly tenantId?: string;
  /** The hosts that the bot may send to: Teams' own, as patterns of isAllowedAddress. */
  readonly serviceHosts: readonly string[];
  /** Where the keys are described with which Teams' tokens are signed: Bot Framework's own, and another one in tests alone. */
  readonly openIdMetadata?: string;
}

/** The keys of Bot Framework: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication. */
export const OPENID_METADATA = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;

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
