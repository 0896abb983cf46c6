import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeZip } from '../../documents/index.js';
import { AppError, messageOf } from '../../errors.js';
import { faultsOf, type PackageParts } from './check.js';
import { fillManifest } from './fill.js';
import type { ManifestValues } from './settings.js';

const localizationSchema = z.object({
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })).default([]) }),
});

/**
 * The app package that Teams takes: manifest, language files and icons of `folder`, filled in with `values` and checked. The same input
 * gives the same bytes. Throws `config_invalid` with everything that is wrong.
 */
export async function makeAppPackage(folder: string, values: ManifestValues): Promise<Uint8Array> {
  const manifest = fillManifest(readJson(folder, 'manifest.json'), values);
  const { localizationInfo } = localizationSchema.parse(manifest);
  const files = localizationInfo.additionalLanguages.map(({ file }) => file);
  const parts: PackageParts = {
    manifest,
    languages: Object.fromEntries(files.map((file) => [file, readJson(folder, file)])),
    icons: { color: readBytes(folder, 'color.png'), outline: readBytes(folder, 'outline.png') },
  };
  const faults = await faultsOf(parts);
  if (faults.length > 0) throw new AppError('config_invalid', faults.map((fault) => `  - ${fault}`).join('\n'));
  return writeZip(toFiles(parts));
}

function toFiles({ manifest, languages, icons }: PackageParts): Record<string, Uint8Array> {
  const texts = Object.entries({ 'manifest.json': manifest, ...languages }).map(
    ([name, json]) => [name, Buffer.from(`${JSON.stringify(json, null, 2)}\n`)] as const,
  );
  return { ...Object.fromEntries(texts), 'color.png': icons.color, 'outline.png': icons.outline };
}

function readJson(folder: string, name: string): Record<string, unknown> {
  try {
    return z.record(z.unknown()).parse(JSON.parse(Buffer.from(readBytes(folder, name)).toString('utf8')));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('config_invalid', `  - ${join(folder, name)}: ${messageOf(error)}`, { cause: error });
  }
}

function readBytes(folder: string, name: string): Uint8Array {
  const path = join(folder, name);
  if (!existsSync(path)) throw new AppError('config_invalid', `  - ${path}: missing`);
  return readFileSync(path);
}
