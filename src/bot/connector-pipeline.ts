import type { Agent as HttpAgent } from 'node:http';
import type { ConnectorClient } from 'botframework-connector';
import { inTime } from './in-time.js';

/** The steps of a connector client's requests (@azure/core-rest-pipeline), which its types keep to themselves. */
export interface ConnectorPipeline {
  removePolicy(policy: { name: string }): readonly unknown[];
  addPolicy(policy: ConnectorPolicy, place?: { afterPhase: 'Sign' }): void;
}
interface ConnectorRequest {
  readonly url: string;
  abortSignal?: object;
  agent?: HttpAgent;
}
export interface ConnectorPolicy {
  readonly name: string;
  sendRequest<Request extends ConnectorRequest, Response>(
    request: Request,
    next: (request: Request) => Promise<Response>,
  ): Promise<Response>;
}

export function pipelineOf(connector: ConnectorClient): ConnectorPipeline {
  return (connector as unknown as { readonly client: { readonly pipeline: ConnectorPipeline } }).client.pipeline;
}

/** Teams shows a press as failed after some 15 seconds; a reply, its token and its tries again included, has less. */
const REPLY_MS = 10_000;

/** The client that a turn replies by: it follows no redirect, which would be a place that nobody allowed, and it does not wait for ever. */
export function forReplies(connector: ConnectorClient, replyMs = REPLY_MS): ConnectorClient {
  const pipeline = pipelineOf(connector);
  pipeline.removePolicy({ name: 'redirectPolicy' });
  pipeline.addPolicy({
    name: 'replyInTime',
    sendRequest: (request, next) => {
      // The signal ends the request and its tries again; a token that does not come is not waited for either.
      request.abortSignal ??= AbortSignal.timeout(replyMs);
      return inTime(next(request), replyMs);
    },
  });
  return connector;
}
