import { AuthenticationConstants, AuthenticationError, type ClaimsIdentity } from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { inTime } from '../in-time.js';
import { DOOR_REFUSALS, type DoorRefusal } from './refusal.js';

/** The only channel that the bot is in: in the others whoever writes chooses their id. */
export const CHANNEL = 'msteams';
/** Clocks may differ by so many seconds: Bot Framework's own value. */
const CLOCK_TOLERANCE_S = 300;
/** Fetching the keys, once a day, may take so many milliseconds; the SDK would wait for ever. */
const KEYS_MS = 10_000;

export interface TokenRules {
  readonly appId: string;
  readonly openIdMetadata: string;
  readonly keysMs?: number;
}

/** Gives the claims of a sound token, or why there are none. */
export type VerifyToken = (header: string | undefined) => Promise<ClaimsIdentity | DoorRefusal>;

/**
 * Checks the token of a request by the SDK's own extractor: signature by a key of Bot Framework that is endorsed for Teams, RS256 or
 * stronger, issuer, audience, time. The adapter's own door is passed by: it lets in tokens of Entra too (emulator, skills, Azure
 * Stack), by the app id alone, without audience or serviceUrl, so that whoever the bot ever gave its own token could come back
 * with it; and it keeps a list of the tenants that anybody names, which grows for ever.
 */
export function createVerifyToken({ appId, openIdMetadata, keysMs = KEYS_MS }: TokenRules): VerifyToken {
  const rules = {
    issuer: [AuthenticationConstants.ToBotFromChannelTokenIssuer],
    audience: appId,
    clockTolerance: CLOCK_TOLERANCE_S,
    ignoreExpiration: false,
  };
  const extractor = new JwtTokenExtractor(rules, openIdMetadata, AuthenticationConstants.AllowedSigningAlgorithms);

  return async (header) => {
    if (header === undefined || !/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/.test(header)) return DOOR_REFUSALS.token;
    try {
      const identity = await inTime(extractor.getIdentityFromAuthHeader(header, CHANNEL), keysMs);
      if (!identity?.isAuthenticated) return DOOR_REFUSALS.token;
      // The package takes a token without an end for one that never ends.
      return hasEnd(identity) ? identity : DOOR_REFUSALS.token;
    } catch (error) {
      return isOfKeys(error) ? DOOR_REFUSALS.keys : DOOR_REFUSALS.token;
    }
  };
}

function hasEnd(identity: ClaimsIdentity): boolean {
  return identity.claims.some(({ type, value }) => type === 'exp' && typeof (value as unknown) === 'number');
}

/** Whether the keys could not be fetched (node-fetch's errors, ours for the time, the SDK's for a status); all else is the token's fault. */
function isOfKeys(error: unknown): boolean {
  if (error instanceof AuthenticationError) return Number(error.statusCode) >= 500;
  return error instanceof Error && ['FetchError', 'TimeoutError', 'AbortError'].includes(error.name);
}
