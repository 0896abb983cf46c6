import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BicepFile, readBicep } from './support/bicep.js';

/** What people type after these pages must be there. */
const pages = ['docs/deploy.md', 'docs/operate.md'].map((file) => readFileSync(file, 'utf8')).join('\n');
const found = (pattern: RegExp) => [...new Set([...pages.matchAll(pattern)].map(([, name]) => name!))];

let files: readonly BicepFile[];
let main: BicepFile;
beforeAll(async () => {
  files = await readBicep();
  main = files.find(({ name }) => name === 'main.bicep')!;
});

describe('deploy.md and operate.md', () => {
  it('give parameters that Bicep knows, with the values of the parameter files', () => {
    const known = main.params.map(({ name }) => name);
    const given = [
      ...found(/[ "](\w+)="?\$?[\w@.:$-]+"?(?= |$|\n)(?<=--parameters.*)/gm),
      ...found(/^\| `(\w+)` \|/gm).filter((name) => /^[a-z]+[A-Z]/.test(name)),
    ];
    expect(given).toEqual(expect.arrayContaining(['exitSurveyKeys', 'image', 'alertMail', 'botReplicas']));
    expect(given.filter((name) => !known.includes(name))).toEqual([]);
    for (const [row, name, ...values] of pages.matchAll(/^\| `(\w+)` \| (\w+) \| (\w+) \| (\w+) \|/gm))
      for (const [at, environment] of ['dev', 'test', 'prod'].entries())
        expect(`${row}: ${said(values[at]!)}`).toBe(`${row}: ${valueIn(environment, name!)}`);
  });

  it('have every provider registered that Bicep uses, and count the role assignments', () => {
    const used = new Set(files.flatMap(({ resources }) => resources.map(({ type }) => type.split('/')[0]!)));
    // Every subscription has it.
    used.delete('Microsoft.Authorization');
    const [loop = ''] = /for NAME in [^;]+/.exec(pages) ?? [];
    expect(loop.match(/Microsoft\.\w+/g)).toEqual([...used].sort());
    expect(pages).toContain('the five role assignments');
  });

  it('read outputs that Bicep gives', () => {
    const outputs = [...found(/properties\.outputs\.(\w+)\.value/g), ...found(/output `?(\w+)`?/g)];
    expect(outputs).toEqual(expect.arrayContaining(['registryServer', 'publicUrl', 'botAppId', 'tableUrl']));
    expect(outputs.filter((name) => !main.outputs.includes(name))).toEqual([]);
  });

  it('run commands and name files that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    expect(found(/npm run (?:-s )?([\w:]+)/g).filter((name) => !scripts[name])).toEqual([]);
    const files = [
      ...found(/((?:infra|manifest)\/[\w/.-]+\.(?:bicep|json|env))/g).filter((file) => !file.endsWith('prod.env')),
      ...found(/\]\(([\w./-]+)\)/g).map((link) => `docs/${link}`),
      ...found(/node lib\/(cli\/\w+)\.js/g).map((program) => `src/${program}.ts`),
    ];
    expect(files.length).toBeGreaterThan(6);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });
});

const said = (value: string): string => ({ yes: 'true', no: 'false' })[value] ?? value;

/** The value of a parameter file, or the default in Bicep. */
function valueIn(environment: string, name: string): string {
  const { parameters } = JSON.parse(readFileSync(`infra/parameters/${environment}.json`, 'utf8')) as {
    parameters: Record<string, { value: string | number | boolean | undefined }>;
  };
  const byDefault = new RegExp(`^param ${name} \\w+ = (.+)$`, 'm').exec(main.text)?.[1];
  return String(parameters[name]?.value ?? byDefault);
}
