import { AuthenticationConstants, ClaimsIdentity } from 'botframework-connector';
import { type BotCredentials, OPENID_METADATA } from '../authentication.js';
import { refusalOf, type Knocking } from './judge.js';
import type { DoorRefusal } from './refusal.js';
import { createVerifyToken } from './verify-token.js';

export interface Door {
  /** By the request's authorization header: who sends, or why nobody is let in. Knows nothing of the activity. */
  identify(header: string | undefined): Promise<{ identity: ClaimsIdentity } | { refusal: DoorRefusal }>;
  /** Whether this sender's activity may come in; undefined when it may. */
  refuse(activity: Knocking, identity: ClaimsIdentity): DoorRefusal | undefined;
}

/** Who gets in. Without credentials (on this machine only, see config.ts) anybody, but the bot sends to allowed places all the same. */
export function createDoor(credentials: BotCredentials, homeTenant: string | undefined): Door {
  const { appId, serviceHosts, openIdMetadata = OPENID_METADATA } = credentials;
  const rules = { serviceHosts, homeTenant };
  if (appId === undefined)
    return {
      identify: async () => ({ identity: new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType) }),
      refuse: (activity) => refusalOf(activity, undefined, rules),
    };
  const verify = createVerifyToken({ appId, openIdMetadata });
  return {
    async identify(header) {
      const verified = await verify(header);
      return verified instanceof ClaimsIdentity ? { identity: verified } : { refusal: verified };
    },
    refuse: (activity, identity) => refusalOf(activity, identity, rules),
  };
}
