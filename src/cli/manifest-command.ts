import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError, messageOf } from '../errors.js';
import { makeAppPackage } from './manifest/app-package.js';
import { drawIcon } from './manifest/icons.js';
import { readManifestValues } from './manifest/settings.js';

export const USAGE = [
  'Användning / Usage:',
  '  npm run -s manifest -- package --env FIL [--out FIL]',
  '      gör Teams-paketet av manifest/ och inställningarna i FIL (se manifest/example.env) / makes the Teams package of manifest/ and',
  '      the settings in the file; default --out ubara.zip',
  '  npm run -s manifest -- icons',
  '      ritar om ikonerna efter deras SVG / draws the icons anew from their SVG',
].join('\n');

export interface ManifestCommandTools {
  /** Where manifest.json, language files and icons lie. */
  readonly folder: string;
  /** Whence relative paths count. */
  readonly cwd: string;
  /** The project's own version. */
  readonly version: string;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Gives the exit code: 0 done, 1 something is wrong with the settings or the files (nothing is written), 2 wrong arguments. */
export async function runManifestCommand(args: readonly string[], tools: ManifestCommandTools): Promise<0 | 1 | 2> {
  let command: ReturnType<typeof readArguments>;
  try {
    command = readArguments(args);
  } catch (error) {
    tools.complain(`${messageOf(error)}\n${USAGE}`);
    return 2;
  }
  try {
    if (command.kind === 'icons') drawIcons(tools);
    else await pack(command, tools);
    return 0;
  } catch (error) {
    tools.complain(`Inget skrevs / nothing was written:\n${messageOf(error)}`);
    return 1;
  }
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { env: { type: 'string' }, out: { type: 'string', default: 'ubara.zip' } },
  });
  const [name, ...rest] = positionals;
  if (rest.length > 0) throw new Error(`${rest.join(' ')}?`);
  if (name === 'icons') return { kind: 'icons' as const };
  if (name !== 'package') throw new Error(name === undefined ? 'Inget underkommando / no subcommand.' : `${name}?`);
  if (values.env === undefined) throw new Error('--env FIL saknas / is missing.');
  return { kind: 'package' as const, env: values.env, out: values.out };
}

async function pack({ env, out }: { readonly env: string; readonly out: string }, tools: ManifestCommandTools) {
  const file = resolve(tools.cwd, env);
  if (!existsSync(file)) throw new AppError('config_invalid', `  - ${env}: missing; copy manifest/example.env`);
  const values = readManifestValues(readFileSync(file, 'utf8'), tools.version);
  const zip = await makeAppPackage(tools.folder, values);
  writeFileSync(resolve(tools.cwd, out), zip);
  const sum = createHash('sha256').update(zip).digest('hex');
  tools.print(`${out}: ${zip.length} bytes, version ${values.APP_VERSION}, sha256 ${sum}`);
}

function drawIcons({ folder, print }: ManifestCommandTools): void {
  for (const name of ['color', 'outline']) {
    writeFileSync(join(folder, `${name}.png`), drawIcon(readFileSync(join(folder, `${name}.svg`), 'utf8')));
    print(`${join(folder, `${name}.png`)}`);
  }
}
