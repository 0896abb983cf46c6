import { z } from 'zod';
import { AppError } from './errors.js';
import { isHostPattern, isLoopback } from './files/index.js';
import { DEADLINES, MONTHS } from './round-schedule.js';
import type { StorageLocation } from './storage/index.js';

/** The public key of Azurite and the storage emulator: fine on this machine, a hole anywhere else. */
export const AZURITE_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** The key of a bot on a developer's own machine: anybody may know it, so production refuses it. */
export const LOCAL_SURVEY_KEY = Buffer.alloc(32, 'ubara').toString('base64');

const KEYS = z
  .string()
  .transform((list) => list.split(',').map((key) => key.trim()))
  .refine(
    (keys) => keys.every((key) => /^[A-Za-z0-9+/]{43}=$/.test(key)),
    'must be keys of 32 bytes as base64, the newest first, with commas (openssl rand -base64 32)',
  );

/** Hosts with commas, small letters: "*.sharepoint.com,files.example.org". */
const HOSTS = z
  .string()
  .transform((list) =>
    list
      .toLowerCase()
      .split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
  )
  .refine(
    (hosts) => hosts.length > 0 && hosts.every(isHostPattern),
    'must be hosts, "*.sharepoint.com,files.example.org"',
  );

/** Where Teams takes messages, public cloud: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages. */
const TEAMS_HOSTS = ['smba.trafficmanager.net'];
/** Where the client of the local world takes them. */
const LOCAL_HOSTS = ['localhost', '127.0.0.1'];

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const whole = (least: number, most: number) =>
  z.coerce.number({ invalid_type_error: 'must be a whole number' }).int('must be a whole number').min(least).max(most);
const INSIGHTS = /(^|;)\s*InstrumentationKey=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\s*(;|$)/i;
const CONNECTION_STRING = /AccountKey=|SharedAccessSignature=|UseDevelopmentStorage=true/i;

/** Every environment variable of the bot; an empty one counts as unset. `.env.example` documents each; a test holds the two together. */
export const environmentSchema = z.object({
  UBARA_ENVIRONMENT: z.enum(['local', 'production']).default('local'),
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(0, 65_535).default(3978),
  BOT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  BOT_APP_ID: z.string().uuid('must be a UUID').optional(),
  BOT_APP_PASSWORD: z.string().optional(),
  BOT_TENANT_ID: z.string().uuid('must be a UUID').optional(),
  SERVICE_HOSTS: HOSTS.optional(),
  TURNS_PER_MINUTE: whole(1, 100_000).default(120),
  STORAGE: z.enum(['azure', 'memory']).default('azure'),
  STORAGE_CONNECTION_STRING: z
    .string()
    .regex(CONNECTION_STRING, 'is no connection string of a storage account (copy it from the account, Access keys)')
    .optional(),
  STORAGE_TABLE_URL: z.string().url('must be an address (https://ACCOUNT.table.core.windows.net)').optional(),
  STORAGE_QUEUE_URL: z.string().url('must be an address (https://ACCOUNT.queue.core.windows.net)').optional(),
  KNOWLEDGE_DIR: z.string().default('knowledge'),
  CARDS_DIR: z.string().default('cards'),
  DEFAULT_LOCALE: z.enum(['sv', 'en']).default('sv'),
  CONTEXT_IDLE_MINUTES: whole(1, 1440).default(60),
  DIRECTORY_REFRESH_SECONDS: whole(1, 3600).default(15),
  COUNTS_FLUSH_SECONDS: whole(1, 3600).default(30),
  JOBS_LOOK_SECONDS: whole(1, 60).default(5),
  SENDS: flag.default('true'),
  SENDS_PER_SECOND: whole(1, 50).default(30),
  ROUND_DEADLINES: z.string().default('T1=04-30,T2=08-31,VB=01-31').pipe(DEADLINES),
  ROUND_MONTHS: z.string().default('T1=3,T2=6,VB=10').pipe(MONTHS),
  ROUND_WORKING_DAYS: whole(1, 60).default(10),
  FILE_DELIVERY: z.enum(['consent', 'link']).default('consent'),
  FILE_HOSTS: HOSTS.default('*.sharepoint.com'),
  PUBLIC_URL: z
    .string()
    .url('must be an address (https://HOST)')
    .transform((address) => address.replace(/\/+$/, ''))
    .optional(),
  EXIT_SURVEY_KEYS: z.string().default(LOCAL_SURVEY_KEY).pipe(KEYS),
  DISPOSAL_KEYS: KEYS.optional(),
  // Raised, never lowered: the least are the domain page's (P1).
  EXIT_LEAST_GROUP: whole(5, 1000).default(5),
  EXIT_LEAST_BREAKDOWN: whole(10, 1000).default(10),
  EXIT_LEAST_CELL: whole(3, 100).default(3),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  METRICS: flag.optional(),
  APPLICATIONINSIGHTS_CONNECTION_STRING: z
    .string()
    .regex(INSIGHTS, 'is no connection string of Application Insights (copy it from the resource, Overview)')
    .optional(),
  TELEMETRY_SAMPLING: whole(0, 100).default(100),
  TEST_NOW: z.string().datetime({ offset: true, message: 'must be a moment (2026-03-01T09:00:00+01:00)' }).optional(),
});

type Environment = z.infer<typeof environmentSchema>;
type Variable = keyof Environment;

export interface Config {
  readonly environment: 'local' | 'production';
  readonly host: string;
  readonly port: number;
  readonly bot: {
    readonly appType: 'SingleTenant' | 'UserAssignedMSI';
    readonly appId?: string;
    readonly appPassword?: string;
    readonly tenantId?: string;
    /** The hosts of the serviceUrl that activities may name, and so where the bot sends. */
    readonly serviceHosts: readonly string[];
    /** Where the keys of Teams' tokens are described, for tests; no variable sets it. */
    readonly openIdMetadata?: string;
  };
  /** How much one person may ask and press, in each process: so many at once, and as many a minute from then on. */
  readonly turnsPerMinute: number;
  readonly storage: StorageLocation;
  readonly knowledgeDir: string;
  readonly cardsDir: string;
  readonly defaultLocale: 'sv' | 'en';
  readonly contextIdleMs: number;
  readonly directoryRefreshMs: number;
  readonly countsFlushMs: number;
  /** How often the scheduler looks for due jobs of other processes: so late may a reminder be. */
  readonly jobsLookMs: number;
  /** Whether this process takes part in the sending of unasked messages. */
  readonly sends: boolean;
  /** Unasked messages and updates a second, of all processes together. */
  readonly sendsPerSecond: number;
  /** What a new round of a plan's follow-up proposes: see Schedule of plan/. */
  readonly rounds: {
    readonly deadlines: Environment['ROUND_DEADLINES'];
    readonly months: Environment['ROUND_MONTHS'];
    readonly workingDays: number;
  };
  readonly files: {
    /** How a file reaches a person: by Teams' file consent, or by a link of our own below `publicUrl`. */
    readonly delivery: { readonly kind: 'consent' } | { readonly kind: 'link'; readonly publicUrl: string };
    /** From and to which hosts files are fetched and put. */
    readonly hosts: readonly string[];
  };
  /** What the disposal record is sealed with: 32 bytes each, the newest first; none is a chain of bare hashes. */
  readonly recordKeys: readonly Uint8Array[];
  readonly survey: {
    /** 32 bytes each, the newest first. */
    readonly keys: readonly Uint8Array[];
    /** From how many on figures are shown: see Limits of exit/. */
    readonly limits: { readonly group: number; readonly breakdown: number; readonly cell: number };
  };
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly metrics: boolean;
  /** Where traces and metrics are sent, and how many percent of the traces; nowhere when undefined. */
  readonly telemetry?: { readonly connectionString: string; readonly sampling: number };
  readonly testNow?: Date;
}

/** What is wrong with the settings; `about` are the variables that it follows from. */
interface SettingFault {
  readonly about: readonly Variable[];
  readonly message: string;
}

/** Reads the settings. Throws `config_invalid` with every fault at once, each naming its variable and what to do. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const { values, faulty } = readVariables(env);
  // What follows from a variable that is faulty itself is not told besides.
  const follow = [
    ...storageFaults(values),
    ...openFaults(values),
    ...linkFaults(values),
    ...productionFaults(values),
  ].filter(({ about }) => about.every((name) => !faulty.has(name)));
  const faults = [...faulty.values(), ...follow.map(({ message }) => message)];
  if (faults.length === 0) return toConfig(values);
  const list = faults.map((fault) => `  - ${fault}`).join('\n');
  throw new AppError('config_invalid', `The settings are not right:\n${list}\nSee .env.example.`);
}

/** Each variable by itself, so that all faults are found; a faulty one is left out of the values. */
function readVariables(env: NodeJS.ProcessEnv): { values: Environment; faulty: Map<Variable, string> } {
  const names = Object.keys(environmentSchema.shape) as Variable[];
  const faulty = new Map<Variable, string>();
  const values = names.flatMap((name) => {
    const given = env[name]?.trim() === '' ? undefined : env[name];
    const parsed = environmentSchema.shape[name].safeParse(given);
    if (parsed.success) return [[name, parsed.data] as const];
    faulty.set(name, `${name}: ${parsed.error.issues.map(({ message }) => message).join('; ')}`);
    return [];
  });
  return { values: Object.fromEntries(values) as Environment, faulty };
}

function storageFaults(env: Environment): SettingFault[] {
  if (env.STORAGE === 'memory') return [];
  const given = [env.STORAGE_CONNECTION_STRING, env.STORAGE_TABLE_URL].filter((value) => value !== undefined).length;
  if (given === 1) return queueFaults(env);
  const message = `STORAGE_CONNECTION_STRING or STORAGE_TABLE_URL: set exactly one of them (${given} are set). Locally \`npm start\` does it.`;
  return [{ about: ['STORAGE', 'STORAGE_CONNECTION_STRING', 'STORAGE_TABLE_URL'], message }];
}

/** Tables and queues of one account have an address each; a connection string names both. */
function queueFaults(env: Environment): SettingFault[] {
  if ((env.STORAGE_TABLE_URL === undefined) === (env.STORAGE_QUEUE_URL === undefined)) return [];
  const message = `STORAGE_QUEUE_URL: set it together with STORAGE_TABLE_URL, and neither with a connection string.`;
  return [{ about: ['STORAGE_TABLE_URL', 'STORAGE_QUEUE_URL'], message }];
}

/** Without an app id the adapter lets anybody in, so such a bot may only be reached from this machine. */
function openFaults(env: Environment): SettingFault[] {
  const isLoopback = ['127.0.0.1', '::1', 'localhost'].includes(env.HOST);
  if (env.BOT_APP_ID !== undefined || isLoopback) return [];
  const message = `HOST: ${env.HOST} is open to others, but BOT_APP_ID is missing and so nobody would be checked. Use 127.0.0.1 or set BOT_APP_ID.`;
  return [{ about: ['BOT_APP_ID'], message }];
}

/** A link needs the address by which people reach the bot. */
function linkFaults(env: Environment): SettingFault[] {
  if (env.FILE_DELIVERY !== 'link' || env.PUBLIC_URL !== undefined) return [];
  const message = 'PUBLIC_URL: missing; with FILE_DELIVERY=link files are fetched from it (https://bot.example.org).';
  return [{ about: ['FILE_DELIVERY', 'PUBLIC_URL'], message }];
}

function productionFaults(env: Environment): SettingFault[] {
  if (env.UBARA_ENVIRONMENT !== 'production') return [];
  const isManaged = env.BOT_APP_TYPE === 'UserAssignedMSI';
  const faults: readonly (readonly [boolean, Variable, string])[] = [
    [env.BOT_APP_ID === undefined, 'BOT_APP_ID', 'missing; production refuses to start without credentials.'],
    [env.BOT_TENANT_ID === undefined, 'BOT_TENANT_ID', 'missing; the bot serves one tenant.'],
    [!isManaged && env.BOT_APP_PASSWORD === undefined, 'BOT_APP_PASSWORD', 'missing for a SingleTenant bot.'],
    [isManaged && env.BOT_APP_PASSWORD !== undefined, 'BOT_APP_PASSWORD', 'must not be set with UserAssignedMSI.'],
    [env.STORAGE === 'memory', 'STORAGE', 'memory forgets everything; production needs azure.'],
    [
      isEmulator(env.STORAGE_CONNECTION_STRING),
      'STORAGE_CONNECTION_STRING',
      "this is the emulator's public key; use an account of your own.",
    ],
    [isPlainHttp(env.STORAGE_CONNECTION_STRING), 'STORAGE_CONNECTION_STRING', 'must go over https.'],
    [env.PUBLIC_URL?.startsWith('http:') === true, 'PUBLIC_URL', 'must be https.'],
    [env.SERVICE_HOSTS?.some(isLoopback) === true, 'SERVICE_HOSTS', 'must not name this machine itself.'],
    [env.FILE_HOSTS?.some(isLoopback) === true, 'FILE_HOSTS', 'must not name this machine itself.'],
    [
      env.EXIT_SURVEY_KEYS?.includes(LOCAL_SURVEY_KEY) === true,
      'EXIT_SURVEY_KEYS',
      'missing, or the one that anybody knows; make one of your own (openssl rand -base64 32) and keep it apart from storage.',
    ],
    [
      /http:\/\//i.test(env.APPLICATIONINSIGHTS_CONNECTION_STRING ?? ''),
      'APPLICATIONINSIGHTS_CONNECTION_STRING',
      'must go over https.',
    ],
    [env.TEST_NOW !== undefined, 'TEST_NOW', 'a test clock is refused in production.'],
  ];
  return faults
    .filter(([isWrong]) => isWrong)
    .map(([, name, message]) => ({
      about: name === 'BOT_APP_PASSWORD' ? [name, 'BOT_APP_TYPE'] : [name],
      message: `${name}: ${message}`,
    }));
}

function isEmulator(connectionString = ''): boolean {
  return connectionString.includes(AZURITE_KEY) || /UseDevelopmentStorage=true/i.test(connectionString);
}

/** The package allows what the string asks for, and then key and rows would go in clear text. */
function isPlainHttp(connectionString = ''): boolean {
  return !isEmulator(connectionString) && /http:\/\/|DefaultEndpointsProtocol=http(;|$)/i.test(connectionString);
}

function toConfig(env: Environment): Config {
  return {
    environment: env.UBARA_ENVIRONMENT,
    host: env.HOST,
    port: env.PORT,
    bot: {
      appType: env.BOT_APP_TYPE,
      appId: env.BOT_APP_ID,
      appPassword: env.BOT_APP_PASSWORD,
      tenantId: env.BOT_TENANT_ID,
      serviceHosts:
        env.SERVICE_HOSTS ?? (env.UBARA_ENVIRONMENT === 'local' ? [...TEAMS_HOSTS, ...LOCAL_HOSTS] : TEAMS_HOSTS),
    },
    turnsPerMinute: env.TURNS_PER_MINUTE,
    storage: storageOf(env),
    knowledgeDir: env.KNOWLEDGE_DIR,
    cardsDir: env.CARDS_DIR,
    defaultLocale: env.DEFAULT_LOCALE,
    contextIdleMs: env.CONTEXT_IDLE_MINUTES * 60_000,
    directoryRefreshMs: env.DIRECTORY_REFRESH_SECONDS * 1000,
    countsFlushMs: env.COUNTS_FLUSH_SECONDS * 1000,
    jobsLookMs: env.JOBS_LOOK_SECONDS * 1000,
    sends: env.SENDS,
    sendsPerSecond: env.SENDS_PER_SECOND,
    rounds: { deadlines: env.ROUND_DEADLINES, months: env.ROUND_MONTHS, workingDays: env.ROUND_WORKING_DAYS },
    files: {
      delivery: env.FILE_DELIVERY === 'link' ? { kind: 'link', publicUrl: env.PUBLIC_URL! } : { kind: 'consent' },
      hosts: env.FILE_HOSTS,
    },
    survey: {
      keys: bytesOf(env.EXIT_SURVEY_KEYS),
      limits: {
        group: env.EXIT_LEAST_GROUP,
        breakdown: Math.max(env.EXIT_LEAST_BREAKDOWN, env.EXIT_LEAST_GROUP),
        cell: env.EXIT_LEAST_CELL,
      },
    },
    recordKeys: bytesOf(env.DISPOSAL_KEYS),
    logLevel: env.LOG_LEVEL,
    metrics: env.METRICS ?? env.UBARA_ENVIRONMENT === 'local',
    ...telemetryOf(env),
    testNow: env.TEST_NOW === undefined ? undefined : new Date(env.TEST_NOW),
  };
}

/** What the disposal record is sealed with, for commands that need no other setting. Throws `config_invalid`. */
export function recordKeys({ DISPOSAL_KEYS }: NodeJS.ProcessEnv): Config['recordKeys'] {
  return readConfig({ STORAGE: 'memory', DISPOSAL_KEYS }).recordKeys;
}

function bytesOf(keys: readonly string[] = []): readonly Uint8Array[] {
  return keys.map((key) => Buffer.from(key, 'base64'));
}

/** From how many on figures of the survey are shown, for commands that need no other setting. Throws `config_invalid`. */
export function surveyLimits(env: NodeJS.ProcessEnv): Config['survey']['limits'] {
  const { EXIT_LEAST_GROUP, EXIT_LEAST_BREAKDOWN, EXIT_LEAST_CELL } = env;
  return readConfig({ STORAGE: 'memory', EXIT_LEAST_GROUP, EXIT_LEAST_BREAKDOWN, EXIT_LEAST_CELL }).survey.limits;
}

function telemetryOf(env: Environment): Pick<Config, 'telemetry'> {
  const { APPLICATIONINSIGHTS_CONNECTION_STRING: connectionString, TELEMETRY_SAMPLING: sampling } = env;
  return connectionString === undefined ? {} : { telemetry: { connectionString, sampling } };
}

function storageOf(env: Environment): StorageLocation {
  if (env.STORAGE === 'memory') return { kind: 'memory' };
  if (env.STORAGE_CONNECTION_STRING !== undefined)
    return { kind: 'connection-string', connectionString: env.STORAGE_CONNECTION_STRING };
  return { kind: 'account', tableUrl: env.STORAGE_TABLE_URL!, queueUrl: env.STORAGE_QUEUE_URL! };
}
