import { join } from 'node:path';
import { LOCALES } from '../calendar/index.js';
import { loadCards } from './load-cards.js';
import type { JsonObject } from './json.js';
import { readCardFiles } from './template-files.js';

/** A sample whose `strings` are not those that its template uses now, and what the file should hold. */
export interface StaleSample {
  readonly file: string;
  readonly json: JsonObject;
}

/**
 * The designer knows no strings files, so each sample carries the strings that its template uses. This finds the
 * samples that lag behind; `npm run cards -- --sync` writes them. Throws `card_invalid` like loadCards.
 */
export function staleSamples(directory: string): StaleSample[] {
  const files = readCardFiles(directory);
  const used = new Map(
    loadCards(directory)
      .templates()
      .map(({ name, strings }) => [name, strings]),
  );
  return files.templates.flatMap(({ name, feature, samples }) =>
    LOCALES.flatMap((locale) => {
      const sample = samples[locale];
      if (!sample) return [];
      const all = files.strings(feature, locale);
      const strings = Object.fromEntries((used.get(name) ?? []).map((key) => [key, all[key]]));
      const json = { ...withoutStrings(sample), strings };
      if (JSON.stringify(json) === JSON.stringify(sample)) return [];
      return [{ file: join(directory, `${name}.sample${locale === 'sv' ? '' : `.${locale}`}.json`), json }];
    }),
  );
}

function withoutStrings(sample: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(sample).filter(([key]) => key !== 'strings'));
}
