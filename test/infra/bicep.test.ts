import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { environmentSchema, readConfig } from '../../src/config.js';
import { type BicepFile, createReader, readBicep } from './support/bicep.js';

let files: readonly BicepFile[];
let main: BicepFile;
beforeAll(async () => {
  files = await readBicep();
  main = files.find(({ name }) => name === 'main.bicep')!;
});

/** What is wrong, over all files: "modules/app.bicep: ...". */
const wrong = (look: (file: BicepFile) => readonly string[]) =>
  files.flatMap((file) => look(file).map((fault) => `${file.name}: ${fault}`));

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('the reader of Bicep, on which these tests stand', () => {
  it('finds what is no Bicep, what nobody declared, what nobody uses', async () => {
    const look = await createReader();
    const { faults, declared, used, resources } = look(
      'x.bicep',
      "param a string\nresource b 'Microsoft.X/y@2024-01-01' = { name: '${c}' }",
    );
    expect([faults, declared, [...used], resources[0]?.version]).toEqual([[], ['a', 'b'], ['c'], '2024-01-01']);
    expect(look('x.bicep', 'param a string =\nvar b = {').faults).not.toEqual([]);
  });
});

describe('the files of infra/', () => {
  it('are there, and Bicep', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(wrong(({ faults }) => faults)).toEqual([]);
  });

  it('use nothing that they do not declare', () => {
    expect(wrong(({ used, declared }) => [...used].filter((name) => !declared.includes(name)))).toEqual([]);
  });

  it('declare nothing that they do not use', () => {
    const leaves = (file: BicepFile) => [...file.resources, ...file.modules].map(({ name }) => name);
    expect(
      wrong((file) => file.declared.filter((name) => !file.used.has(name) && !leaves(file).includes(name))),
    ).toEqual([]);
  });

  it('use API versions of the dated list alone, and all of it', () => {
    const { checked, versions } = z
      .object({ checked: z.string().date(), versions: z.record(z.string().date()) })
      .parse(read('infra/api-versions.json'));
    expect(checked).toMatch(/^20/);
    const used = files.flatMap(({ resources }) => resources.map(({ type, version }) => `${type}@${version}`));
    const listed = Object.entries(versions).map(([type, version]) => `${type}@${version}`);
    expect([...new Set(used)].sort()).toEqual(listed.sort());
  });

  it('give each module what it asks for, nothing else, and read only what it gives', () => {
    const moduleOf = (file: string) => files.find(({ name }) => name === file);
    expect(
      wrong(({ modules, usedOutputs }) => [
        ...modules.flatMap(({ name, file, params }) => {
          const given = moduleOf(file);
          if (!given) return [`${name}: ${file} is missing`];
          const asked = given.params.filter(({ hasDefault }) => !hasDefault).map((param) => param.name);
          const known = given.params.map((param) => param.name);
          return [
            ...asked.filter((param) => !params.includes(param)).map((param) => `${name} lacks ${param}`),
            ...params.filter((param) => !known.includes(param)).map((param) => `${name} does not know ${param}`),
          ];
        }),
        ...usedOutputs.flatMap(([from, output]) => {
          const module = modules.find(({ name }) => name === from);
          return module && moduleOf(module.file)?.outputs.includes(output) ? [] : [`${from} has no output ${output}`];
        }),
      ]),
    ).toEqual([]);
    const unused = files.filter(({ name }) => name !== 'main.bicep' && !main.modules.some(({ file }) => file === name));
    expect(unused).toEqual([]);
  });
});

describe('what keeps strangers out and answers in', () => {
  it('is set, and turned off nowhere', () => {
    const held = (name: string, ...lines: readonly string[]) => {
      const { text } = files.find((file) => file.name === name)!;
      const own = text.split('\n').map((line) => line.trim());
      return lines.filter((line) => !own.includes(line)).map((line) => `${name}: ${line}`);
    };
    expect([
      ...held('main.bicep', "param location string = 'swedencentral'", 'isPrivate: privateStorage'),
      ...held(
        'modules/storage.bicep',
        'allowSharedKeyAccess: false',
        'allowBlobPublicAccess: false',
        'supportsHttpsTrafficOnly: true',
        "minimumTlsVersion: 'TLS1_2'",
        "publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'",
        "networkAcls: { defaultAction: isPrivate ? 'Deny' : 'Allow', bypass: 'AzureServices' }",
      ),
      ...held('modules/bot.bicep', "msaAppType: 'UserAssignedMSI'", 'disableLocalAuth: true'),
      ...held(
        'modules/vault.bicep',
        'enablePurgeProtection: true',
        'enableSoftDelete: true',
        'softDeleteRetentionInDays: 90',
        'enableRbacAuthorization: true',
      ),
      ...held('modules/registry.bicep', 'properties: { adminUserEnabled: false }'),
      ...held('modules/monitoring.bicep', 'DisableLocalAuth: true'),
      ...held(
        'modules/app.bicep',
        "ingress: { external: true, targetPort: 3978, transport: 'http', allowInsecure: false }",
      ),
    ]).toEqual([]);
    // No other place of the parameter files: data stays in Sweden.
    for (const environment of ['dev', 'test', 'prod'])
      expect(readFileSync(`infra/parameters/${environment}.json`, 'utf8')).not.toMatch(/"(location|botLocation)"/);
  });

  it('gives the identity five roles, each on one resource, and no other', () => {
    // Ids of built-in roles are the same in every tenant: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
    const roles = {
      '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3': 'Storage Table Data Contributor',
      '974c5e8b-45b9-4653-ba55-5f855dd0fb88': 'Storage Queue Data Contributor',
      '4633458b-17de-408a-b874-0445c86b69e6': 'Key Vault Secrets User',
      '7f951dda-4ed3-4680-a7ca-43fe172d538d': 'AcrPull',
      '3913510d-42f4-4e42-8a64-420c390055eb': 'Monitoring Metrics Publisher',
    };
    const given = files.flatMap(({ text }) => text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []);
    expect(given.sort()).toEqual(Object.keys(roles).sort());
    const assignments = files.flatMap(({ text, resources }) =>
      resources
        .filter(({ type }) => type === 'Microsoft.Authorization/roleAssignments')
        .map(() => (text.match(/^ +scope: (\w+)$/gm) ?? []).map((line) => line.trim())),
    );
    expect(assignments.flat().sort()).toEqual(['scope: account', 'scope: insights', 'scope: registry', 'scope: vault']);
  });

  it('never lets less than two bots answer, or keeps logs longer than is promised', () => {
    expect(main.text).toMatch(/@minValue\(2\)\nparam botReplicas int = 2\n/);
    expect(main.text).toMatch(/\nparam logDays int = 30\n/);
    for (const environment of ['dev', 'test', 'prod']) {
      const { parameters } = read(`infra/parameters/${environment}.json`) as {
        parameters: Record<string, { value: unknown } | undefined>;
      };
      expect([environment, Number(parameters['botReplicas']?.value ?? 2)]).toEqual([environment, 2]);
      expect([environment, parameters['logDays']?.value ?? 30]).toEqual([environment, 30]);
    }
  });
});

describe.each(['dev', 'test', 'prod'])('parameters/%s.json', (environment) => {
  it('names parameters that there are, and all that have no default but secrets', () => {
    const { parameters } = z
      .object({ parameters: z.record(z.object({ value: z.unknown() })) })
      .parse(read(`infra/parameters/${environment}.json`));
    const names = Object.keys(parameters);
    const known = main.params.map(({ name }) => name);
    const asked = main.params.filter(({ hasDefault, isSecure }) => !hasDefault && !isSecure).map(({ name }) => name);
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    expect(asked.filter((name) => !names.includes(name))).toEqual([]);
    // A secret never lies in a file of the repository.
    expect(main.params.filter(({ name, isSecure }) => isSecure && names.includes(name))).toEqual([]);
  });
});

/** Stands for what is only known in Azure. */
const EXAMPLES: Record<string, string> = {
  BOT_APP_ID: '77777777-7777-4777-8777-777777777777',
  BOT_TENANT_ID: '66666666-6666-4666-8666-666666666666',
  STORAGE_TABLE_URL: 'https://ubara.table.core.windows.net',
  STORAGE_QUEUE_URL: 'https://ubara.queue.core.windows.net',
  PUBLIC_URL: 'https://ubara-bot.example.org',
  SENDS_PER_SECOND: '30',
  APPLICATIONINSIGHTS_CONNECTION_STRING:
    'InstrumentationKey=55555555-5555-4555-8555-555555555555;IngestionEndpoint=https://swedencentral-0.in.applicationinsights.azure.com/',
  TELEMETRY_SAMPLING: '100',
  EXIT_SURVEY_KEYS: Buffer.alloc(32, 'a key of its own').toString('base64'),
  AZURE_CLIENT_ID: '77777777-7777-4777-8777-777777777777',
  DISPOSAL_KEYS: Buffer.alloc(32, 'another key').toString('base64'),
};

describe('the settings that the processes are given', () => {
  /** From `{ name: 'PORT', value: '3978' }`; a value that is no text is looked up in the examples. */
  const given = () =>
    files
      .flatMap(({ text }) => [...text.matchAll(/\{ name: '([A-Z_]+)', (?:value: (?:'([^'$]*)')?|secretRef)/g)])
      .map(([, name, value]) => [name!, value ?? EXAMPLES[name!]] as const);

  it('are settings of the bot, or of the package that signs in', () => {
    const known = [...Object.keys(environmentSchema.shape), 'AZURE_CLIENT_ID'];
    expect(given().map(([name]) => name)).toContain('PUBLIC_URL');
    expect(given().filter(([name]) => !known.includes(name))).toEqual([]);
    expect(given().filter(([, value]) => value === undefined)).toEqual([]);
  });

  it('let a bot in production start', () => {
    const config = readConfig(Object.fromEntries(given()));
    expect(config).toMatchObject({ environment: 'production', bot: { appType: 'UserAssignedMSI' }, sends: false });
    expect(config.port).toBe(3978);
  });
});

describe('the alerts', () => {
  const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`src/${name}`, 'utf8'))
    .join('\n');
  const alerts = readFileSync('infra/modules/alerts.bicep', 'utf8');
  const queries = [...alerts.matchAll(/query: '(.*)'/g)].map(([, query]) => query!);
  const messages = queries.flatMap((query) => [...query.matchAll(/"([^"]+)"/g)].map(([, text]) => text!));

  it.each(messages)('look for "%s", which the bot logs or tells', (message) => {
    expect(source).toContain(`'${message}'`);
  });

  it('are each told of in docs/operate.md', () => {
    const keys = [...alerts.matchAll(/key: '([\w-]+)'/g)].map(([, key]) => key!);
    expect(keys.length).toBeGreaterThan(4);
    const page = readFileSync('docs/operate.md', 'utf8');
    expect([...keys, 'health'].filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
  });
});
