import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { pngFault } from './png.js';
import { textsOf } from './texts.js';

/** The one version of the manifest that this project writes; its schemas lie in the package, so nothing is fetched. */
const SCHEMAS = 'https://developer.microsoft.com/json-schemas/teams/v1.25';

/** What a package is made of, before it is packed. */
export interface PackageParts {
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Language files by their name. */
  readonly languages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly icons: Readonly<Record<'color' | 'outline', Uint8Array>>;
}

/** Everything that Teams would refuse, or people would miss, each with its place. Empty when all is well. */
export async function faultsOf({ manifest, languages, icons }: PackageParts): Promise<string[]> {
  const texts = [...textsOf(manifest).keys()];
  return [
    ...(await schemaFaults('manifest.json', manifest, 'MicrosoftTeams.schema.json')),
    ...(
      await Promise.all(
        Object.entries(languages).map(async ([file, language]) => [
          ...(await schemaFaults(file, language, 'MicrosoftTeams.Localization.schema.json')),
          ...translationFaults(file, language, texts),
        ]),
      )
    ).flat(),
    ...pngFault('color.png', icons.color, { side: 192 }),
    ...pngFault('outline.png', icons.outline, { side: 32, isTransparent: true }),
  ];
}

async function schemaFaults(file: string, json: Readonly<Record<string, unknown>>, schema: string): Promise<string[]> {
  const expected = `${SCHEMAS}/${schema}`;
  // Another one would be fetched, and a package is made without the network.
  if (json.$schema !== expected) return [`${file}: $schema must be ${expected}`];
  const manifest = json as unknown as TeamsManifest;
  const faults = await AppManifestUtils.validateAgainstSchema(manifest, await compilable(expected));
  return faults.map((fault) => `${file}:${fault.startsWith(' ') ? '' : ' '}${fault}`);
}

type Schema = NonNullable<Parameters<typeof AppManifestUtils.validateAgainstSchema>[1]>;

/** The schema without patterns that are none in JavaScript: one of the 1.25 localisation file has a bare bracket and stops the rest. */
async function compilable(address: string): Promise<Schema> {
  const schema: Schema & { patternProperties?: Record<string, unknown> } = await AppManifestUtils.fetchSchema(address);
  const { patternProperties } = schema;
  if (!patternProperties) return schema;
  const sound = Object.entries(patternProperties).filter(([pattern]) => isPattern(pattern));
  return { ...schema, patternProperties: Object.fromEntries(sound) } as Schema;
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function translationFaults(file: string, language: Readonly<Record<string, unknown>>, texts: string[]): string[] {
  const given = Object.keys(language).filter((key) => key !== '$schema');
  return [
    ...texts.filter((key) => !given.includes(key)).map((key) => `${file}: ${key} is not translated`),
    ...given.filter((key) => !texts.includes(key)).map((key) => `${file}: ${key} is no text of manifest.json`),
  ];
}
