import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  TurnContext,
} from 'botbuilder';
import restify from 'restify';

export type Logic = (context: TurnContext) => Promise<void>;

/** The smallest real bot: restify, CloudAdapter without credentials, and what the test wants done in a turn. */
export interface TinyBot {
  readonly url: string;
  readonly adapter: CloudAdapter;
  /** What is done with the next activities. */
  logic: Logic;
  /** The errors that a turn threw, in order. */
  readonly errors: readonly unknown[];
  /** Sends unasked: runs `logic` in the conversation of `reference`; rejects with what it threw. */
  proactively<T>(reference: Partial<ConversationReference>, logic: (context: TurnContext) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export async function startTinyBot(first: Logic = async () => {}): Promise<TinyBot> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const errors: unknown[] = [];
  adapter.onTurnError = async (_context, error) => void errors.push(error);
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser({ mapParams: false }));
  server.post('/api/messages', async (req, res) => {
    await adapter.process(req, res, (context) => bot.logic(context));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();

  const bot: TinyBot = {
    url: `http://127.0.0.1:${port}`,
    adapter,
    logic: first,
    errors,
    proactively: (reference, logic) =>
      new Promise((resolve, reject) => {
        // continueConversationAsync resolves even when the logic threw, so its outcome is taken inside.
        adapter
          .continueConversationAsync('', reference, async (context) => logic(context).then(resolve, reject))
          .catch(reject);
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      }),
  };
  return bot;
}

/** The conversation reference of the activity in hand, as a bot stores it. */
export function referenceOf(context: TurnContext): Partial<ConversationReference> {
  return TurnContext.getConversationReference(context.activity);
}
