import { parseEnv } from 'node:util';
import { z } from 'zod';
import { AppError } from '../../errors.js';

const id = z.string().uuid('must be a UUID (8-4-4-4-12 hexadecimal digits)');
const address = z
  .string()
  .url('must be an address (https://HOST)')
  .refine((value) => value.startsWith('https://'), 'must begin with https://');

const schema = z.object({
  TEAMS_APP_ID: id,
  BOT_APP_ID: id,
  PUBLIC_URL: address,
  DEVELOPER_NAME: z.string().max(32, 'may have at most 32 letters'),
  DEVELOPER_WEBSITE: address,
  PRIVACY_URL: address,
  TERMS_URL: address,
  SSO_APP_ID: id.optional(),
  APP_VERSION: z
    .string()
    .regex(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/, 'must be three numbers (1.0.1)')
    .optional(),
});

/** What the manifest's `${{NAME}}` stand for; SSO_APP_ID only when the app has single sign-on. */
export type ManifestValues = Readonly<Record<string, string>>;

/**
 * Reads an .env file's text; other variables in it are passed over, an empty one counts as unset. `version` is for a file without
 * APP_VERSION. Throws `config_invalid` with every fault at once, each naming its variable.
 */
export function readManifestValues(text: string, version: string): ManifestValues {
  const given = Object.fromEntries(Object.entries(parseEnv(text)).filter(([, value]) => value?.trim() !== ''));
  const parsed = schema.safeParse({ APP_VERSION: version, ...given });
  const faults = parsed.success ? sameIds(parsed.data) : parsed.error.issues.map(faultOf);
  if (!parsed.success || faults.length > 0)
    throw new AppError('config_invalid', faults.map((fault) => `  - ${fault}`).join('\n'));
  const { SSO_APP_ID, ...values } = parsed.data;
  return {
    ...values,
    APP_VERSION: parsed.data.APP_VERSION ?? version,
    BOT_HOST: new URL(parsed.data.PUBLIC_URL).host,
    ...(SSO_APP_ID === undefined ? {} : { SSO_APP_ID }),
  };
}

function faultOf({ path, message, code }: z.ZodIssue): string {
  const isMissing = code === 'invalid_type';
  return `${path.join('.')}: ${isMissing ? 'missing; see manifest/example.env' : message}`;
}

/** Teams takes such a package and then shows the bot as another app's. */
function sameIds({ TEAMS_APP_ID, BOT_APP_ID }: z.infer<typeof schema>): string[] {
  if (TEAMS_APP_ID.toLowerCase() !== BOT_APP_ID.toLowerCase()) return [];
  return ['TEAMS_APP_ID: must be an id of the app\'s own, not the bot\'s (node -p "crypto.randomUUID()")'];
}
