import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError, messageOf } from '../errors.js';
import { LOCALES, type Locale } from '../calendar/index.js';
import type { JsonObject } from './json.js';

export type Strings = Readonly<Record<string, string>>;

/** One template as it lies on disk. `name` is FEATURE/NAME; `files` are for messages. */
export interface TemplateFile {
  readonly name: string;
  readonly feature: string;
  readonly file: string;
  readonly json: JsonObject;
  /** Data plus `strings`, as the designer opens it. English is missing where nobody wrote one. */
  readonly samples: { readonly sv: JsonObject; readonly en?: JsonObject };
}

export interface CardFiles {
  readonly templates: readonly TemplateFile[];
  /** Per feature and language: the feature's own strings over those of common/. */
  strings(feature: string, locale: Locale): Strings;
}

const COMMON = 'common';
const CARD = '.card.json';
const KEY = /^[\p{L}][\p{L}\p{N}_ :-]*$/u;
const stringsSchema = z.record(z.string().regex(KEY, 'a key has letters, figures and _'), z.string().trim().min(1));
const objectSchema = z.record(z.unknown());

/** Reads the whole folder of templates, samples and strings. Throws `card_invalid` naming file and fault. */
export function readCardFiles(directory: string): CardFiles {
  const features = foldersOf(directory);
  const common = readStrings(directory, COMMON);
  const own = new Map(features.filter((name) => name !== COMMON).map((name) => [name, readStrings(directory, name)]));
  for (const [feature, strings] of own)
    for (const key of Object.keys(strings.sv))
      if (key in common.sv) throw fault(join(feature, 'strings.sv.json'), `"${key}" stands in common/ too`);
  return {
    templates: features.flatMap((feature) => readTemplates(directory, feature)),
    strings: (feature, locale) => ({ ...common[locale], ...own.get(feature)?.[locale] }),
  };
}

function foldersOf(directory: string): string[] {
  if (!existsSync(directory)) throw fault(directory, 'there is no such folder');
  const entries = readdirSync(directory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function readTemplates(directory: string, feature: string): TemplateFile[] {
  const files = readdirSync(join(directory, feature)).filter((file) => file.endsWith(CARD));
  return files.sort().map((file) => {
    const base = file.slice(0, -CARD.length);
    const read = (name: string): JsonObject | undefined => readObject(directory, join(feature, name));
    const sample = read(`${base}.sample.json`);
    if (!sample) throw fault(join(feature, file), `has no sample; put one into ${base}.sample.json`);
    return {
      name: `${feature}/${base}`,
      feature,
      file: join(feature, file),
      json: read(file) ?? {},
      samples: { sv: sample, en: read(`${base}.sample.en.json`) },
    };
  });
}

function readStrings(directory: string, feature: string): Record<Locale, Strings> {
  const [sv, en] = LOCALES.map((locale) => {
    const file = join(feature, `strings.${locale}.json`);
    const parsed = stringsSchema.safeParse(readObject(directory, file) ?? {});
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw fault(file, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not flat strings'}`);
  }) as [Strings, Strings];
  for (const [here, there, locale] of [[sv, en, 'en'] as const, [en, sv, 'sv'] as const])
    for (const key of Object.keys(here))
      if (!(key in there)) throw fault(join(feature, `strings.${locale}.json`), `"${key}" is not translated`);
  return { sv, en };
}

function readObject(directory: string, file: string): JsonObject | undefined {
  const path = join(directory, file);
  if (!existsSync(path)) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new AppError('card_invalid', `${file}: is not JSON: ${messageOf(error)}`, { cause: error });
  }
  const parsed = objectSchema.safeParse(json);
  // What JSON.parse gives is JSON; the schema has seen that it is an object.
  if (parsed.success) return parsed.data as JsonObject;
  throw fault(file, 'is not an object');
}

function fault(file: string, what: string): AppError {
  return new AppError('card_invalid', `${file}: ${what}`);
}
