import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import { AuthenticationConstants, type ClaimsIdentity } from 'botframework-connector';
import { authenticationFor, type BotCredentials } from './authentication.js';
import { forReplies } from './connector-pipeline.js';

/** The SDK's adapter behind a door of our own (door/): it is handed who has been let in, and replies by bounded requests. */
export class TeamsAdapter extends CloudAdapter {
  readonly #connectors: ReturnType<typeof authenticationFor>;

  constructor(credentials: BotCredentials) {
    const authentication = authenticationFor(credentials);
    super(authentication);
    this.#connectors = authentication;
  }

  /** One turn. Gives the response of an invoke; rejects for what no turn could be made of. */
  carryOut(
    activity: Activity,
    claimsIdentity: ClaimsIdentity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const factory = this.#connectors.createConnectorFactory(claimsIdentity);
    const connectorFactory = {
      create: async (serviceUrl: string, audience?: string) => forReplies(await factory.create(serviceUrl, audience)),
    };
    const audience = AuthenticationConstants.ToChannelFromBotOAuthScope;
    return this.processActivity({ audience, claimsIdentity, connectorFactory }, activity, logic);
  }
}
