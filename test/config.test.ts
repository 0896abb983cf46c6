import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AZURITE_KEY, environmentSchema, LOCAL_SURVEY_KEY, readConfig } from '../src/config.js';
import { readSettings, settingsSchema } from '../src/local/settings.js';

const ID = '00000000-0000-4000-8000-000000000001';
const AZURITE = `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=${AZURITE_KEY};TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;`;
const ACCOUNT = 'DefaultEndpointsProtocol=https;AccountName=kommunen;AccountKey=aGVq;EndpointSuffix=core.windows.net';
const TABLE_URL = 'https://kommunen.table.core.windows.net';
const QUEUE_URL = 'https://kommunen.queue.core.windows.net';

const INSIGHTS = `InstrumentationKey=${ID};IngestionEndpoint=https://swedencentral-0.in.applicationinsights.azure.com/`;
const SURVEY_KEY = Buffer.alloc(32, 1).toString('base64');

const local = { STORAGE_CONNECTION_STRING: AZURITE };
const production = {
  UBARA_ENVIRONMENT: 'production',
  HOST: '0.0.0.0',
  BOT_APP_ID: ID,
  BOT_APP_PASSWORD: 'hemligt',
  BOT_TENANT_ID: ID,
  STORAGE_TABLE_URL: TABLE_URL,
  STORAGE_QUEUE_URL: QUEUE_URL,
  EXIT_SURVEY_KEYS: SURVEY_KEY,
};

/** What readConfig complains of, line by line. */
function faultsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    expect(code).toBe('config_invalid');
    const lines = message.split('\n');
    expect([lines[0], lines.at(-1)]).toEqual(['The settings are not right:', 'See .env.example.']);
    return lines.slice(1, -1).map((line) => line.replace(/^ {2}- /, ''));
  }
}

describe('readConfig', () => {
  it('has a default for everything but storage', () => {
    expect(readConfig(local)).toEqual({
      environment: 'local',
      host: '127.0.0.1',
      port: 3978,
      bot: {
        ...{ appType: 'SingleTenant', appId: undefined, appPassword: undefined, tenantId: undefined },
        serviceHosts: ['smba.trafficmanager.net', 'localhost', '127.0.0.1'],
      },
      turnsPerMinute: 120,
      storage: { kind: 'connection-string', connectionString: AZURITE },
      knowledgeDir: 'knowledge',
      cardsDir: 'cards',
      defaultLocale: 'sv',
      contextIdleMs: 3_600_000,
      directoryRefreshMs: 15_000,
      countsFlushMs: 30_000,
      jobsLookMs: 5000,
      sends: true,
      sendsPerSecond: 30,
      rounds: {
        deadlines: { T1: '04-30', T2: '08-31', VB: '01-31' },
        months: { T1: 3, T2: 6, VB: 10 },
        workingDays: 10,
      },
      files: { delivery: { kind: 'consent' }, hosts: ['*.sharepoint.com'] },
      survey: {
        keys: [Buffer.from(LOCAL_SURVEY_KEY, 'base64')],
        limits: { group: 5, breakdown: 10, cell: 3 },
      },
      recordKeys: [],
      logLevel: 'info',
      metrics: true,
      testNow: undefined,
    });
  });

  it('reads every variable', () => {
    const env = {
      ...production,
      UBARA_ENVIRONMENT: 'local',
      PORT: '0',
      BOT_APP_TYPE: 'UserAssignedMSI',
      SERVICE_HOSTS: 'smba.example.org',
      TURNS_PER_MINUTE: '9',
      KNOWLEDGE_DIR: '/k',
      CARDS_DIR: '/c',
      DEFAULT_LOCALE: 'en',
      CONTEXT_IDLE_MINUTES: '5',
      DIRECTORY_REFRESH_SECONDS: '1',
      COUNTS_FLUSH_SECONDS: '2',
      JOBS_LOOK_SECONDS: '7',
      SENDS: 'false',
      SENDS_PER_SECOND: '50',
      ROUND_DEADLINES: ' VB=01-15, T1 = 05-04,T2=09-02',
      ROUND_MONTHS: 'T1=2,T2=7,VB=11',
      ROUND_WORKING_DAYS: '5',
      FILE_DELIVERY: 'link',
      FILE_HOSTS: ' *.Example.org, localhost,',
      PUBLIC_URL: 'https://bot.example.org/ubara/',
      EXIT_SURVEY_KEYS: `${SURVEY_KEY}, ${LOCAL_SURVEY_KEY}`,
      DISPOSAL_KEYS: SURVEY_KEY,
      EXIT_LEAST_GROUP: '12',
      EXIT_LEAST_BREAKDOWN: '10',
      EXIT_LEAST_CELL: '4',
      LOG_LEVEL: 'debug',
      METRICS: 'false',
      APPLICATIONINSIGHTS_CONNECTION_STRING: INSIGHTS,
      TELEMETRY_SAMPLING: '20',
      TEST_NOW: '2026-03-01T09:00:00+01:00',
    };
    expect(readConfig(env)).toEqual({
      environment: 'local',
      host: '0.0.0.0',
      port: 0,
      bot: {
        ...{ appType: 'UserAssignedMSI', appId: ID, appPassword: 'hemligt', tenantId: ID },
        serviceHosts: ['smba.example.org'],
      },
      turnsPerMinute: 9,
      storage: { kind: 'account', tableUrl: TABLE_URL, queueUrl: QUEUE_URL },
      knowledgeDir: '/k',
      cardsDir: '/c',
      defaultLocale: 'en',
      contextIdleMs: 300_000,
      directoryRefreshMs: 1000,
      countsFlushMs: 2000,
      jobsLookMs: 7000,
      sends: false,
      sendsPerSecond: 50,
      rounds: {
        deadlines: { T1: '05-04', T2: '09-02', VB: '01-15' },
        months: { T1: 2, T2: 7, VB: 11 },
        workingDays: 5,
      },
      files: {
        delivery: { kind: 'link', publicUrl: 'https://bot.example.org/ubara' },
        hosts: ['*.example.org', 'localhost'],
      },
      // A breakdown of a group is never shown sooner than the group.
      survey: {
        keys: [Buffer.alloc(32, 1), Buffer.from(LOCAL_SURVEY_KEY, 'base64')],
        limits: { group: 12, breakdown: 12, cell: 4 },
      },
      recordKeys: [Buffer.alloc(32, 1)],
      logLevel: 'debug',
      metrics: false,
      telemetry: { connectionString: INSIGHTS, sampling: 20 },
      testNow: new Date('2026-03-01T08:00:00Z'),
    });
  });

  it('takes empty and blank values for unset', () => {
    const names = Object.keys(environmentSchema.shape);
    const empty = Object.fromEntries(names.map((name, n) => [name, n % 2 === 0 ? '' : ' ']));
    expect(readConfig({ ...empty, ...local })).toEqual(readConfig(local));
  });

  it('keeps storage in memory where it is asked to', () => {
    expect(readConfig({ STORAGE: 'memory' }).storage).toEqual({ kind: 'memory' });
    expect(readConfig({ STORAGE: 'memory', ...local }).storage).toEqual({ kind: 'memory' });
  });

  it.each([
    ['UBARA_ENVIRONMENT', 'prod', "Invalid enum value. Expected 'local' | 'production', received 'prod'"],
    ['PORT', 'abc', 'must be a whole number'],
    ['PORT', '1.5', 'must be a whole number'],
    ['PORT', '65536', 'Number must be less than or equal to 65535'],
    ['PORT', '-1', 'Number must be greater than or equal to 0'],
    [
      'BOT_APP_TYPE',
      'MultiTenant',
      "Invalid enum value. Expected 'SingleTenant' | 'UserAssignedMSI', received 'MultiTenant'",
    ],
    ['BOT_APP_ID', 'my-bot', 'must be a UUID'],
    ['BOT_TENANT_ID', 'kommunen.se', 'must be a UUID'],
    ['STORAGE', 'disk', "Invalid enum value. Expected 'azure' | 'memory', received 'disk'"],
    [
      'STORAGE_CONNECTION_STRING',
      'hemligt',
      'is no connection string of a storage account (copy it from the account, Access keys)',
    ],
    ['STORAGE_TABLE_URL', 'kommunen', 'must be an address (https://ACCOUNT.table.core.windows.net)'],
    ['DEFAULT_LOCALE', 'fi', "Invalid enum value. Expected 'sv' | 'en', received 'fi'"],
    ['EXIT_LEAST_GROUP', '4', 'Number must be greater than or equal to 5'],
    ['EXIT_LEAST_BREAKDOWN', '9', 'Number must be greater than or equal to 10'],
    ['EXIT_LEAST_CELL', '2', 'Number must be greater than or equal to 3'],
    [
      'EXIT_SURVEY_KEYS',
      'hemligt',
      'must be keys of 32 bytes as base64, the newest first, with commas (openssl rand -base64 32)',
    ],
    ['CONTEXT_IDLE_MINUTES', '0', 'Number must be greater than or equal to 1'],
    ['CONTEXT_IDLE_MINUTES', '1441', 'Number must be less than or equal to 1440'],
    ['DIRECTORY_REFRESH_SECONDS', '0', 'Number must be greater than or equal to 1'],
    ['DIRECTORY_REFRESH_SECONDS', '3601', 'Number must be less than or equal to 3600'],
    ['COUNTS_FLUSH_SECONDS', '0', 'Number must be greater than or equal to 1'],
    ['SENDS', 'no', "Invalid enum value. Expected 'true' | 'false', received 'no'"],
    ['SENDS_PER_SECOND', '51', 'Number must be less than or equal to 50'],
    [
      'LOG_LEVEL',
      'trace',
      "Invalid enum value. Expected 'silent' | 'error' | 'warn' | 'info' | 'debug', received 'trace'",
    ],
    ...[
      '04-30',
      'T1=04-30,T2=08-31',
      'T1=04-30,T2=08-31,VB=01-31,VB=01-30',
      'T1=04-31,T2=08-31,VB=01-31',
      'T1=04-30,T2=08-31,VB=02-29',
      'T1=08-31,T2=04-30,VB=01-31',
      'T1=04-30,T2=08-31,VB=12-31',
      'T1=4-30,T2=08-31,VB=01-31',
    ].map((days) => [
      'ROUND_DEADLINES',
      days,
      "must be a day of each follow-up, the year after's for VB, in order (T1=04-30,T2=08-31,VB=01-31)",
    ]),
    ...['3,6,10', 'T1=0,T2=6,VB=10', 'T1=3,T2=6,VB=13', 'T1=6,T2=3,VB=10', 'T1=3,T2=6,löpande=10'].map((months) => [
      'ROUND_MONTHS',
      months,
      'must be the first month of each follow-up, 1 to 12, in order (T1=3,T2=6,VB=10)',
    ]),
    ['ROUND_WORKING_DAYS', '0', 'Number must be greater than or equal to 1'],
    ['FILE_DELIVERY', 'mail', "Invalid enum value. Expected 'consent' | 'link', received 'mail'"],
    ['FILE_HOSTS', '*', 'must be hosts, "*.sharepoint.com,files.example.org"'],
    ['FILE_HOSTS', 'https://a.se', 'must be hosts, "*.sharepoint.com,files.example.org"'],
    ['PUBLIC_URL', 'bot', 'must be an address (https://HOST)'],
    [
      'APPLICATIONINSIGHTS_CONNECTION_STRING',
      'InstrumentationKey=x',
      'is no connection string of Application Insights (copy it from the resource, Overview)',
    ],
    ['TELEMETRY_SAMPLING', '0.2', 'must be a whole number'],
    ['METRICS', 'yes', "Invalid enum value. Expected 'true' | 'false', received 'yes'"],
    ['TEST_NOW', '2026-03-01', 'must be a moment (2026-03-01T09:00:00+01:00)'],
  ])('refuses %s=%s and says why', (name, value, why) => {
    expect(faultsOf({ ...local, [name]: value })).toEqual([`${name}: ${why}`]);
  });

  it.each([
    [{}, 0],
    [{ ...local, STORAGE_TABLE_URL: TABLE_URL }, 2],
  ])('wants exactly one place of storage: %j', (env, given) => {
    expect(faultsOf(env)).toEqual([
      `STORAGE_CONNECTION_STRING or STORAGE_TABLE_URL: set exactly one of them (${given} are set). Locally \`npm start\` does it.`,
    ]);
  });

  it.each(['0.0.0.0', '::', '192.168.1.10', 'bot.kommunen.se'])(
    'refuses to listen on %s when nobody is checked',
    (HOST) => {
      expect(faultsOf({ ...local, HOST })).toEqual([
        `HOST: ${HOST} is open to others, but BOT_APP_ID is missing and so nobody would be checked. Use 127.0.0.1 or set BOT_APP_ID.`,
      ]);
      expect(faultsOf({ ...local, HOST, BOT_APP_ID: ID })).toEqual([]);
    },
  );

  it.each(['127.0.0.1', '::1', 'localhost'])('listens on %s without credentials', (HOST) => {
    expect(readConfig({ ...local, HOST }).host).toBe(HOST);
  });

  it('wants to know where links to files lead', () => {
    expect(faultsOf({ ...local, FILE_DELIVERY: 'link' })).toEqual([
      'PUBLIC_URL: missing; with FILE_DELIVERY=link files are fetched from it (https://bot.example.org).',
    ]);
    expect(faultsOf({ ...local, FILE_DELIVERY: 'link', PUBLIC_URL: 'http://127.0.0.1:3978' })).toEqual([]);
  });

  it('tells all faults at once, each once', () => {
    const faults = faultsOf({
      ...production,
      PORT: 'abc',
      BOT_APP_ID: 'my-bot',
      BOT_TENANT_ID: '',
      STORAGE_TABLE_URL: '',
      TEST_NOW: '2026-03-01T09:00:00Z',
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'PORT',
      'BOT_APP_ID',
      'STORAGE_CONNECTION_STRING or STORAGE_TABLE_URL',
      'BOT_TENANT_ID',
      'TEST_NOW',
    ]);
  });
});

describe('readConfig in production', () => {
  it('starts with credentials and an account', () => {
    expect(readConfig(production)).toMatchObject({
      environment: 'production',
      metrics: false,
      bot: { serviceHosts: ['smba.trafficmanager.net'] },
    });
    expect(readConfig({ ...production, METRICS: 'true' }).metrics).toBe(true);
    expect(faultsOf({ ...production, BOT_APP_TYPE: 'UserAssignedMSI', BOT_APP_PASSWORD: '' })).toEqual([]);
    expect(
      faultsOf({ ...production, STORAGE_TABLE_URL: '', STORAGE_QUEUE_URL: '', STORAGE_CONNECTION_STRING: ACCOUNT }),
    ).toEqual([]);
  });

  const connection = (STORAGE_CONNECTION_STRING: string) => ({
    STORAGE_TABLE_URL: '',
    STORAGE_QUEUE_URL: '',
    STORAGE_CONNECTION_STRING,
  });
  const emulator = "STORAGE_CONNECTION_STRING: this is the emulator's public key; use an account of your own.";
  const https = 'STORAGE_CONNECTION_STRING: must go over https.';

  it.each([
    [
      'no app id',
      { HOST: '127.0.0.1', BOT_APP_ID: '' },
      'BOT_APP_ID: missing; production refuses to start without credentials.',
    ],
    ['no tenant', { BOT_TENANT_ID: '' }, 'BOT_TENANT_ID: missing; the bot serves one tenant.'],
    ['no password', { BOT_APP_PASSWORD: '' }, 'BOT_APP_PASSWORD: missing for a SingleTenant bot.'],
    [
      'a password too many',
      { BOT_APP_TYPE: 'UserAssignedMSI' },
      'BOT_APP_PASSWORD: must not be set with UserAssignedMSI.',
    ],
    ['storage in memory', { STORAGE: 'memory' }, 'STORAGE: memory forgets everything; production needs azure.'],
    ["the emulator's key", connection(AZURITE), emulator],
    ["the emulator's key elsewhere", connection(`${ACCOUNT};AccountKey=${AZURITE_KEY}`), emulator],
    ['the emulator by name', connection('UseDevelopmentStorage=true'), emulator],
    ['plain http', connection(ACCOUNT.replace('https', 'http')), https],
    ['an address in plain http', connection(`${ACCOUNT};TableEndpoint=http://kommunen.example/`), https],
    [
      'links without TLS',
      { FILE_DELIVERY: 'link', PUBLIC_URL: 'http://bot.example.org' },
      'PUBLIC_URL: must be https.',
    ],
    [
      'files of this machine',
      { FILE_HOSTS: '*.sharepoint.com,localhost' },
      'FILE_HOSTS: must not name this machine itself.',
    ],
    [
      'messages to this machine',
      { SERVICE_HOSTS: 'smba.trafficmanager.net,127.0.0.1' },
      'SERVICE_HOSTS: must not name this machine itself.',
    ],
    [
      'no key of the survey',
      { EXIT_SURVEY_KEYS: '' },
      'EXIT_SURVEY_KEYS: missing, or the one that anybody knows; make one of your own (openssl rand -base64 32) and keep it apart from storage.',
    ],
    [
      'telemetry in clear text',
      { APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${ID};IngestionEndpoint=http://127.0.0.1:1/` },
      'APPLICATIONINSIGHTS_CONNECTION_STRING: must go over https.',
    ],
    ['a test clock', { TEST_NOW: '2026-03-01T09:00:00Z' }, 'TEST_NOW: a test clock is refused in production.'],
  ])('refuses %s', (_, change, fault) => {
    expect(faultsOf({ ...production, ...change })).toEqual([fault]);
  });

  it('refuses an open door without credentials, naming both', () => {
    expect(faultsOf({ ...production, BOT_APP_ID: '' }).map((fault) => fault.split(':')[0])).toEqual([
      'HOST',
      'BOT_APP_ID',
    ]);
  });

  it('quotes no password and no key', () => {
    const text = faultsOf({
      ...production,
      ...connection(AZURITE),
      BOT_APP_TYPE: 'UserAssignedMSI',
      BOT_APP_ID: '',
    }).join();
    expect(text).not.toMatch(new RegExp(`hemligt|${AZURITE_KEY.slice(0, 10)}`));
    expect(faultsOf({ ...production, ...connection('hemligt') }).join()).not.toContain('hemligt');
  });
});

describe('.env.example', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
  const given = lines.flatMap((line) => {
    const match = /^([A-Z_]+)=(.*)$/.exec(line);
    return match ? [[match[1]!, match[2]!] as const] : [];
  });

  it('documents exactly the variables that are read', () => {
    const read = [...Object.keys(environmentSchema.shape), ...Object.keys(settingsSchema.shape)];
    expect(given.map(([name]) => name).sort()).toEqual(read.sort());
  });

  it('says something about each block of variables', () => {
    const blocks = lines.join('\n').trim().split('\n\n');
    for (const block of blocks) expect(block).toMatch(/^# \S/);
  });

  it('shows the defaults, so that a copy of it changes nothing', () => {
    const copy = Object.fromEntries(given);
    expect(readConfig({ ...copy, ...local })).toEqual(readConfig(local));
    expect(readSettings(copy, '/house')).toEqual(readSettings({}, '/house'));
  });
});
