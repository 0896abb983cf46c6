import { AuthenticationConstants, type ClaimsIdentity } from 'botframework-connector';
import { isAllowedAddress } from '../../files/index.js';
import { isAtHome } from '../incoming.js';
import { DOOR_REFUSALS, type DoorRefusal } from './refusal.js';
import { CHANNEL } from './verify-token.js';

/** What of an activity the door looks at. */
export interface Knocking {
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly tenantId?: string | null };
  readonly channelData?: { readonly tenant?: { readonly id?: string | null } | null } | null;
}

export interface HouseRules {
  readonly serviceHosts: readonly string[];
  /** The tenant that is served; without one, all. */
  readonly homeTenant?: string;
}

/**
 * Why an activity with a sound token is refused all the same; undefined when it may come in. `identity` is not there for a bot without
 * credentials, which only this machine can reach: then only the place that it would send to is looked at.
 */
export function refusalOf(
  activity: Knocking,
  identity: ClaimsIdentity | undefined,
  { serviceHosts, homeTenant }: HouseRules,
): DoorRefusal | undefined {
  if (!isAllowedAddress(activity.serviceUrl, serviceHosts)) return DOOR_REFUSALS.service;
  if (!identity) return undefined;
  if (activity.channelId !== CHANNEL) return DOOR_REFUSALS.channel;
  // The token is good for one place only: another one would be given the bot's own token.
  if (identity.getClaimValue(AuthenticationConstants.ServiceUrlClaim) !== activity.serviceUrl)
    return DOOR_REFUSALS.token;
  const tenants = [activity.conversation.tenantId, activity.channelData?.tenant?.id];
  if (homeTenant !== undefined && !isAtHome(tenants, homeTenant)) return DOOR_REFUSALS.tenant;
  return undefined;
}
