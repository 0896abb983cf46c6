import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runManifestCommand } from '../../src/cli/manifest-command.js';

const SETTINGS = {
  TEAMS_APP_ID: '3f0e1f4a-52a4-4c0b-9d62-3a9d8a1b0c11',
  BOT_APP_ID: '77777777-7777-4777-8777-777777777777',
  PUBLIC_URL: 'https://bot.example.org/',
  DEVELOPER_NAME: 'Exempelstads kommun',
  DEVELOPER_WEBSITE: 'https://example.org',
  PRIVACY_URL: 'https://example.org/privacy',
  TERMS_URL: 'https://example.org/terms',
};

let cwd: string;
let folder: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'ubara-manifest-'));
  folder = join(cwd, 'manifest');
  cpSync('manifest', folder, { recursive: true });
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Runs the command as somebody types it, with these settings in prod.env; what it said is one text. */
async function run(settings: Record<string, string>, args = ['package', '--env', 'prod.env']) {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  writeFileSync(join(cwd, 'prod.env'), lines.join('\n'));
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const code = await runManifestCommand(args, { folder, cwd, version: '1.2.3', print: say, complain: say });
  return { code, said: said.join('\n'), zip: join(cwd, 'ubara.zip') };
}

const filesOf = (zip: string) => unzipSync(readFileSync(zip));
const manifestOf = (zip: string) => JSON.parse(strFromU8(filesOf(zip)['manifest.json']!)) as Record<string, unknown>;

function edit(name: string, change: (json: Record<string, unknown>) => void): void {
  const json = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;
  change(json);
  writeFileSync(join(folder, name), JSON.stringify(json));
}

describe('manifest package', () => {
  it('packs manifest, language and icons at the top of the zip, filled in, without the network', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('the network was asked')));
    const { code, zip } = await run(SETTINGS);
    expect(code).toBe(0);
    expect(Object.keys(filesOf(zip)).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    expect(manifestOf(zip)).toMatchObject({
      id: SETTINGS.TEAMS_APP_ID,
      version: '1.2.3',
      bots: [{ botId: SETTINGS.BOT_APP_ID, scopes: ['personal', 'team'], supportsFiles: true }],
      composeExtensions: [{ botId: SETTINGS.BOT_APP_ID }],
      validDomains: ['bot.example.org'],
    });
    expect(strFromU8(filesOf(zip)['manifest.json']!)).not.toContain('${');
  });

  it('gives the same bytes at another time and in another zone', async () => {
    const first = readFileSync((await run(SETTINGS)).zip);
    const zone = process.env.TZ;
    process.env.TZ = 'Asia/Tokyo';
    vi.useFakeTimers({ now: new Date('2031-07-01T00:00:00Z'), toFake: ['Date'] });
    const second = readFileSync((await run(SETTINGS)).zip);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(second.equals(first)).toBe(true);
  });

  it('has the fields of single sign-on only when there is an app for it', async () => {
    expect(manifestOf((await run(SETTINGS)).zip)).not.toHaveProperty('webApplicationInfo');
    const id = '55555555-5555-4555-8555-555555555555';
    expect(manifestOf((await run({ ...SETTINGS, SSO_APP_ID: id })).zip)).toMatchObject({
      webApplicationInfo: { id, resource: `api://botid-${id}` },
    });
  });

  it('takes a value as it is, whatever it holds', async () => {
    const { zip } = await run({ ...SETTINGS, DEVELOPER_NAME: '\'Bo "B" \\ $& Å\'' });
    expect(manifestOf(zip)).toMatchObject({ developer: { name: 'Bo "B" \\ $& Å' } });
  });

  it('names every wrong setting at once and writes nothing', async () => {
    const { code, said, zip } = await run({
      ...SETTINGS,
      TEAMS_APP_ID: 'my-app',
      PUBLIC_URL: 'http://bot.example.org',
      DEVELOPER_NAME: 'En förvaltning med ett namn som är för långt',
      TERMS_URL: '',
      APP_VERSION: '1.2',
    });
    expect(code).toBe(1);
    for (const fault of [
      'TEAMS_APP_ID: must be a UUID',
      'PUBLIC_URL: must begin with https://',
      'DEVELOPER_NAME: may have at most 32 letters',
      'TERMS_URL: missing',
      'APP_VERSION: must be three numbers',
    ])
      expect(said).toContain(fault);
    expect(existsSync(zip)).toBe(false);
  });

  it("refuses the bot's id as the app's", async () => {
    const { code, said } = await run({ ...SETTINGS, TEAMS_APP_ID: SETTINGS.BOT_APP_ID });
    expect([code, said]).toEqual([1, expect.stringContaining("TEAMS_APP_ID: must be an id of the app's own")]);
  });

  it.each<[string, () => void, string]>([
    ['an icon that is missing', () => rmSync(join(folder, 'color.png')), 'color.png: missing'],
    ['an icon that is none', () => writeFileSync(join(folder, 'color.png'), 'hej'), 'color.png: is no PNG'],
    [
      'an icon of another size',
      () => cpSync(join(folder, 'color.png'), join(folder, 'outline.png')),
      'outline.png: is 192 x 192 pixels and must be 32 x 32',
    ],
    [
      'a name that is too long',
      () => edit('manifest.json', (json) => (json.name = { short: 'U'.repeat(31), full: 'U' })),
      'manifest.json: /name/short must NOT have more than 30 characters',
    ],
    [
      'a translation that is too long',
      () => edit('en.json', (json) => (json['description.short'] = 'U'.repeat(81))),
      'en.json: /description.short must NOT have more than 80 characters',
    ],
    [
      'a text without translation',
      () => edit('en.json', (json) => delete json['bots[0].commandLists[0].commands[3].title']),
      'en.json: bots[0].commandLists[0].commands[3].title is not translated',
    ],
    [
      'a translation of nothing',
      () => edit('en.json', (json) => (json['bots[0].commandLists[2].commands[0].title'] = 'Help')),
      'bots[0].commandLists[2].commands[0].title is no text of manifest.json',
    ],
    [
      'a property that Teams does not know',
      () => edit('manifest.json', (json) => (json.colour = 'green')),
      'must NOT have additional properties. Details: {"additionalProperty":"colour"}',
    ],
    [
      'another version of the schema',
      () => edit('manifest.json', (json) => (json.$schema = 'https://example.org/v1.26.json')),
      'manifest.json: $schema must be',
    ],
    ['a language file that is missing', () => rmSync(join(folder, 'en.json')), 'en.json: missing'],
    ['a file that is no JSON', () => writeFileSync(join(folder, 'manifest.json'), '{'), 'manifest.json: '],
    [
      'a place that nobody fills',
      () => edit('manifest.json', (json) => (json.accentColor = '${{COLOUR}}')),
      'nobody knows ${{COLOUR}}',
    ],
  ])('says so for %s, and writes nothing', async (_what, spoil, message) => {
    spoil();
    const { code, said, zip } = await run(SETTINGS);
    expect([code, said]).toEqual([1, expect.stringContaining(message)]);
    expect(existsSync(zip)).toBe(false);
  });

  it.each([
    [[], 'Inget underkommando'],
    [['pack'], 'pack?'],
    [['package'], '--env FIL saknas'],
    [['package', '--environment', 'prod.env'], '--environment'],
  ])('shows how it is used for %j', async (args, message) => {
    const { code, said } = await run(SETTINGS, args);
    expect([code, said]).toEqual([2, expect.stringContaining(message)]);
    expect(said).toContain('Användning / Usage:');
  });

  it('says where settings come from when the file is not there', async () => {
    const { code, said } = await run(SETTINGS, ['package', '--env', 'test.env']);
    expect([code, said]).toEqual([1, expect.stringContaining('test.env: missing; copy manifest/example.env')]);
  });
});
