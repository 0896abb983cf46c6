import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { AuthenticationConstants, ClaimsIdentity, type ConnectorClient } from 'botframework-connector';
import { isAllowedAddress } from '../../files/index.js';
import { authenticationFor, type BotCredentials } from '../authentication.js';
import { pipelineOf } from '../connector-pipeline.js';

/** The connector client for each service URL, made once: a new one for each message costs a third more CPU. */
export interface ConnectorClients {
  /** Whether the bot may send there: a kept reference may be older than the list of hosts, or come from elsewhere. */
  allows(serviceUrl: string): boolean;
  /** Rejects when the address is none. */
  get(serviceUrl: string): Promise<ConnectorClient>;
  /** Whether the request that carries this abort signal got as far as the network client. */
  wasHandedOver(signal: AbortSignal): boolean;
}

/**
 * A connection that was idle for so many milliseconds is not used again. Gateways drop idle connections without a word; the
 * next message then meets a reset or no answer at all, and nobody can tell whether it arrived.
 */
const IDLE_MS = 4000;

/**
 * The SDK's clients without its habit of sending again by itself (429, 500, 502 and more, up to four times: platform page,
 * section 2), and without following redirects: both would be requests that no ledger and no rate limit knows of. The token is
 * kept and renewed by the SDK's credentials behind each client.
 */
export function createConnectorClients(credentials: BotCredentials): ConnectorClients {
  const auth = authenticationFor(credentials);
  const { appId = '' } = credentials;
  const identity = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);
  const clients = new Map<string, Promise<ConnectorClient>>();
  const handedOver = new WeakSet<object>();
  const plain = new HttpAgent({ keepAlive: true, timeout: IDLE_MS });
  const secure = new HttpsAgent({ keepAlive: true, timeout: IDLE_MS });

  async function make(serviceUrl: string): Promise<ConnectorClient> {
    const connector = await auth.createConnectorFactory(identity).create(serviceUrl);
    const pipeline = pipelineOf(connector);
    const removed = [...pipeline.removePolicy({ name: 'defaultRetryPolicy' })];
    if (removed.length !== 1)
      throw new Error(
        'The SDK names its retries differently than botframework-connector 4.23.3 does; see connector-clients.ts.',
      );
    pipeline.removePolicy({ name: 'redirectPolicy' });
    // After "Sign" is after the token has been fetched: the last thing before the network.
    pipeline.addPolicy(
      {
        name: 'courier',
        sendRequest: (request, next) => {
          // Set already where the way leads through a proxy.
          request.agent ??= request.url.startsWith('https:') ? secure : plain;
          if (request.abortSignal) handedOver.add(request.abortSignal);
          return next(request);
        },
      },
      { afterPhase: 'Sign' },
    );
    return connector;
  }

  return {
    allows: (serviceUrl) => isAllowedAddress(serviceUrl, credentials.serviceHosts),
    get(serviceUrl) {
      const known = clients.get(serviceUrl);
      if (known) return known;
      const made = make(serviceUrl);
      clients.set(serviceUrl, made);
      // One failure must not stay.
      made.catch(() => clients.delete(serviceUrl));
      return made;
    },
    wasHandedOver: (signal) => handedOver.has(signal),
  };
}
