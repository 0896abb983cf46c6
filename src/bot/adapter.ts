import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import { AuthenticationConstants, type ClaimsIdentity, type ConnectorClient } from 'botframework-connector';
import { authenticationFor, type BotCredentials } from './authentication.js';
import { forReplies } from './connector-pipeline.js';

const AUDIENCE = AuthenticationConstants.ToChannelFromBotOAuthScope;
const MOST_CLIENTS = 100;

/** The SDK's adapter behind a door of our own (door/): it is handed who has been let in, and replies by bounded requests. */
export class TeamsAdapter extends CloudAdapter {
  readonly #connectors: ReturnType<typeof authenticationFor>;
  /** By address: the door lets in activities for one bot only, and a new client for each turn would be a third of its CPU. */
  readonly #clients = new Map<string, Promise<ConnectorClient>>();

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
    const connectorFactory = { create: (serviceUrl: string) => this.#clientFor(serviceUrl, claimsIdentity) };
    return this.processActivity({ audience: AUDIENCE, claimsIdentity, connectorFactory }, activity, logic);
  }

  /** Always for the audience that the turn itself is given, so one client an address is enough. */
  #clientFor(serviceUrl: string, identity: ClaimsIdentity): Promise<ConnectorClient> {
    const known = this.#clients.get(serviceUrl);
    if (known) return known;
    const made = this.#connectors
      .createConnectorFactory(identity)
      .create(serviceUrl, AUDIENCE)
      .then((client) => forReplies(client));
    // Who may send activities may name many addresses of Teams' hosts.
    if (this.#clients.size >= MOST_CLIENTS) this.#clients.clear();
    this.#clients.set(serviceUrl, made);
    // One failure must not stay.
    made.catch(() => this.#clients.delete(serviceUrl));
    return made;
  }
}
