import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { serveGallery } from '../cards/gallery/server.js';
import { staleSamples } from '../cards/sync-samples.js';
import { AppError, messageOf } from '../errors.js';

/**
 * `npm run cards`           the gallery of every card template on http://127.0.0.1:CARDS_PORT (3980)
 * `npm run cards -- --sync` writes the strings that each template uses into its samples
 */
const settings = z.object({
  CARDS_DIR: z.string().default('cards'),
  CARDS_PORT: z.coerce.number().int().min(0).max(65_535).default(3980),
});

async function main(args: readonly string[]): Promise<void> {
  const parsed = settings.safeParse(process.env);
  if (!parsed.success) throw new AppError('config_invalid', 'CARDS_PORT must be a port number (0 to 65535).');
  const { CARDS_DIR: directory, CARDS_PORT: port } = parsed.data;
  const unknown = args.find((arg) => arg !== '--sync');
  if (unknown)
    throw new AppError('config_invalid', `"${unknown}" is not known. Use no argument for the gallery, or --sync.`);
  if (args.includes('--sync')) return sync(directory);
  const server = await serveGallery({ directory, port });
  console.log(`Card gallery: http://127.0.0.1:${(server.address() as AddressInfo).port}  (Ctrl-C stops it)`);
}

async function sync(directory: string): Promise<void> {
  const { format, resolveConfig } = await import('prettier');
  const stale = staleSamples(directory);
  for (const { file, json } of stale) {
    const options = await resolveConfig(file);
    writeFileSync(file, await format(JSON.stringify(json, null, 2), { ...options, filepath: file }));
    console.log(`${file}: strings updated`);
  }
  if (stale.length === 0) console.log('Every sample has the strings that its template uses.');
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
