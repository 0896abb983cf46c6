/** Why an activity is not taken in: the HTTP status and what the sender is told. Says nothing of the bot's secrets or of the token. */
export interface DoorRefusal {
  readonly status: 401 | 403 | 503;
  readonly code: string;
  readonly message: string;
}

export const DOOR_REFUSALS = {
  token: { status: 401, code: 'not_authenticated', message: 'A valid token of Bot Framework for this bot is missing.' },
  keys: { status: 503, code: 'keys_unavailable', message: 'The token cannot be checked just now; try again.' },
  channel: { status: 403, code: 'channel_not_served', message: 'This bot is in Microsoft Teams only.' },
  service: { status: 403, code: 'service_not_allowed', message: 'This bot does not send to that serviceUrl.' },
  tenant: { status: 403, code: 'tenant_not_served', message: 'This bot serves another tenant.' },
} as const satisfies Record<string, DoorRefusal>;
