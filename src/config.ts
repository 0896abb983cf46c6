import { z } from 'zod';
import { AppError } from './errors.js';
import type { StorageLocation } from './storage/index.js';

/** The public key of Azurite and the storage emulator: fine on this machine, a hole anywhere else. */
export const AZURITE_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const optional = <T extends z.ZodTypeAny>(inner: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), inner.optional()) as z.ZodEffects<z.ZodOptional<T>, z.infer<T> | undefined, unknown>;

/** Every environment variable of the bot. `.env.example` documents each; a test holds the two together. */
export const environmentSchema = z.object({
  UBARA_ENVIRONMENT: z.enum(['local', 'production']).default('local'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  BOT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  BOT_APP_ID: optional(z.string().uuid()),
  BOT_APP_PASSWORD: optional(z.string()),
  BOT_TENANT_ID: optional(z.string().uuid()),
  STORAGE: z.enum(['azure', 'memory']).default('azure'),
  STORAGE_CONNECTION_STRING: optional(z.string()),
  STORAGE_TABLE_URL: optional(z.string().url()),
  KNOWLEDGE_DIR: z.string().default('knowledge'),
  CARDS_DIR: z.string().default('cards'),
  DEFAULT_LOCALE: z.enum(['sv', 'en']).default('sv'),
  CONTEXT_IDLE_MINUTES: z.coerce.number().int().min(1).max(1440).default(60),
  DIRECTORY_REFRESH_SECONDS: z.coerce.number().int().min(1).max(3600).default(15),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  METRICS: optional(flag),
  TEST_NOW: optional(z.string().datetime({ offset: true })),
});

type Environment = z.infer<typeof environmentSchema>;

export interface Config {
  readonly environment: 'local' | 'production';
  readonly host: string;
  readonly port: number;
  readonly bot: {
    readonly appType: 'SingleTenant' | 'UserAssignedMSI';
    readonly appId?: string;
    readonly appPassword?: string;
    readonly tenantId?: string;
  };
  readonly storage: StorageLocation;
  readonly knowledgeDir: string;
  readonly cardsDir: string;
  readonly defaultLocale: 'sv' | 'en';
  readonly contextIdleMs: number;
  readonly directoryRefreshMs: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly metrics: boolean;
  readonly testNow?: Date;
}

/** Reads the settings. Throws `config_invalid` with every fault at once, each naming its variable and what to do. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environmentSchema.safeParse(env);
  const faults = parsed.success
    ? [...storageFaults(parsed.data), ...openFaults(parsed.data), ...productionFaults(parsed.data)]
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (!parsed.success || faults.length > 0)
    throw new AppError('config_invalid', `The settings are not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\nSee .env.example.`);
  return toConfig(parsed.data);
}

function storageFaults(env: Environment): string[] {
  if (env.STORAGE === 'memory') return [];
  const given = [env.STORAGE_CONNECTION_STRING, env.STORAGE_TABLE_URL].filter((value) => value !== undefined).length;
  if (given === 1) return [];
  return [`STORAGE_CONNECTION_STRING or STORAGE_TABLE_URL: set exactly one of them (${given} are set). Locally \`npm start\` does it.`];
}

/** Without an app id the adapter lets anybody in, so such a bot may only be reached from this machine. */
function openFaults(env: Environment): string[] {
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(env.HOST);
  if (env.BOT_APP_ID !== undefined || loopback) return [];
  return [`HOST: ${env.HOST} is open to others, but BOT_APP_ID is missing and so nobody would be checked. Use 127.0.0.1 or set BOT_APP_ID.`];
}

function productionFaults(env: Environment): string[] {
  if (env.UBARA_ENVIRONMENT !== 'production') return [];
  const faults: [boolean, string][] = [
    [env.BOT_APP_ID === undefined, 'BOT_APP_ID: missing; production refuses to start without credentials.'],
    [env.BOT_TENANT_ID === undefined, 'BOT_TENANT_ID: missing; the bot serves one tenant.'],
    [env.BOT_APP_TYPE === 'SingleTenant' && env.BOT_APP_PASSWORD === undefined, 'BOT_APP_PASSWORD: missing for a SingleTenant bot.'],
    [env.BOT_APP_TYPE === 'UserAssignedMSI' && env.BOT_APP_PASSWORD !== undefined, 'BOT_APP_PASSWORD: must not be set with UserAssignedMSI.'],
    [env.STORAGE === 'memory', 'STORAGE: memory forgets everything; production needs azure.'],
    [isEmulator(env.STORAGE_CONNECTION_STRING), "STORAGE_CONNECTION_STRING: this is the emulator's public key; use an account of your own."],
    [env.TEST_NOW !== undefined, 'TEST_NOW: a test clock is refused in production.'],
  ];
  return faults.filter(([wrong]) => wrong).map(([, message]) => message);
}

function isEmulator(connectionString = ''): boolean {
  return connectionString.includes(AZURITE_KEY) || /UseDevelopmentStorage=true/i.test(connectionString);
}

function toConfig(env: Environment): Config {
  return {
    environment: env.UBARA_ENVIRONMENT,
    host: env.HOST,
    port: env.PORT,
    bot: { appType: env.BOT_APP_TYPE, appId: env.BOT_APP_ID, appPassword: env.BOT_APP_PASSWORD, tenantId: env.BOT_TENANT_ID },
    storage: storageOf(env),
    knowledgeDir: env.KNOWLEDGE_DIR,
    cardsDir: env.CARDS_DIR,
    defaultLocale: env.DEFAULT_LOCALE,
    contextIdleMs: env.CONTEXT_IDLE_MINUTES * 60_000,
    directoryRefreshMs: env.DIRECTORY_REFRESH_SECONDS * 1000,
    logLevel: env.LOG_LEVEL,
    metrics: env.METRICS ?? env.UBARA_ENVIRONMENT === 'local',
    testNow: env.TEST_NOW === undefined ? undefined : new Date(env.TEST_NOW),
  };
}

function storageOf(env: Environment): StorageLocation {
  if (env.STORAGE === 'memory') return { kind: 'memory' };
  if (env.STORAGE_CONNECTION_STRING !== undefined) return { kind: 'connection-string', connectionString: env.STORAGE_CONNECTION_STRING };
  return { kind: 'account', tableUrl: env.STORAGE_TABLE_URL! };
}
