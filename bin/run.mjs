// Runs one TypeScript entry of this project in this very process: `node bin/run.mjs src/cli/ask.ts [arguments]`.
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { ensurePackages } from './packages.mjs';

ensurePackages();
const [entry, ...args] = process.argv.slice(2);
if (!entry) {
  console.error('usage: node bin/run.mjs FILE.ts [arguments]');
  process.exit(2);
}
const { register } = await import('tsx/esm/api');
register();
const file = resolve(entry);
process.argv = [process.argv[0], file, ...args];
await import(pathToFileURL(file).href);
