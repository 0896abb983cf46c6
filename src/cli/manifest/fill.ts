import { z } from 'zod';
import { AppError } from '../../errors.js';
import type { ManifestValues } from './settings.js';

const PLACE = /\$\{\{(\w+)\}\}/g;
/** Stands in the template for apps with single sign-on. */
const SIGN_ON = 'webApplicationInfo';

/** The manifest with every `${{NAME}}` filled in. Throws `config_invalid` for a name that nobody gave a value to. */
export function fillManifest(template: unknown, values: ManifestValues): Record<string, unknown> {
  const { [SIGN_ON]: signOn, ...rest } = z.record(z.unknown()).parse(template);
  const wanted = values.SSO_APP_ID === undefined ? rest : { ...rest, [SIGN_ON]: signOn };
  return z.record(z.unknown()).parse(fill(wanted, values));
}

function fill(part: unknown, values: ManifestValues): unknown {
  if (typeof part === 'string') return part.replace(PLACE, (_, name: string) => valueOf(name, values));
  if (Array.isArray(part)) return part.map((one) => fill(one, values));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, fill(one, values)]));
}

function valueOf(name: string, values: ManifestValues): string {
  const value = values[name];
  if (value === undefined) throw new AppError('config_invalid', `  - manifest.json: nobody knows \${{${name}}}`);
  return value;
}
