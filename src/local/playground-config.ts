import { COLLEAGUES, type DemoUser, LOCAL_TENANT_ID, nameOf, type Persona, PERSONAS } from './personas.js';

interface PlaygroundUser {
  readonly id: string;
  readonly name: string;
  /** The Playground's own spelling. */
  readonly userPrincipleName: string;
  readonly aadObjectId: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
}

/** The Playground's file: every field is required, none may be added, `users` holds exactly five. */
export interface PlaygroundConfig {
  readonly version: '0.1.1';
  readonly tenantId: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly currentUser: PlaygroundUser;
  readonly users: readonly PlaygroundUser[];
  readonly personalChat: { readonly id: string };
  readonly groupChat: { readonly id: string; readonly name: string };
  readonly team: {
    readonly id: string;
    readonly name: string;
    readonly aadGroupId: string;
    readonly channels: readonly { readonly id: string; readonly name: string }[];
  };
}

export const BOT_ID = '28:ubara-assistenten';

/**
 * What the persona's Playground shows. Each Playground has its own memory, so its conversations carry the persona in
 * their ids, which look as in Teams and stay the same from start to start: the bot finds its conversation again.
 */
export function playgroundConfig(persona: Persona): PlaygroundConfig {
  const others = [...PERSONAS, ...COLLEAGUES].filter(({ id }) => id !== persona.id);
  return {
    version: '0.1.1',
    tenantId: LOCAL_TENANT_ID,
    bot: { id: BOT_ID, name: 'UBARA-assistenten' },
    currentUser: userOf(persona),
    users: others.map(userOf),
    personalChat: { id: personalChatId(persona) },
    groupChat: { id: `19:grupp-${persona.key}@thread.v2`, name: 'Ledningsgruppen' },
    team: {
      id: `19:team-${persona.key}@thread.tacv2`,
      name: 'Hägersten-Älvsjö',
      aadGroupId: persona.id.replace(/^.{8}/, '77777777'),
      channels: [{ id: `19:kanal-${persona.key}@thread.tacv2`, name: 'Kompetensförsörjning' }],
    },
  };
}

/** The id of the persona's chat with the bot. */
export function personalChatId(persona: Persona): string {
  return `a:personlig-${persona.key}`;
}

/** The persona's id inside a conversation (`from.id`), which in Teams is another than the Entra id. */
export function teamsUserId(user: DemoUser): string {
  return `29:${user.id}`;
}

function userOf(user: DemoUser): PlaygroundUser {
  return {
    id: teamsUserId(user),
    name: nameOf(user),
    userPrincipleName: user.email,
    aadObjectId: user.id,
    givenName: user.givenName,
    surname: user.surname,
    email: user.email,
  };
}
