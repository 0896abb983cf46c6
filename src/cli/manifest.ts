import { readFileSync } from 'node:fs';
import { runManifestCommand } from './manifest-command.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
process.exitCode = await runManifestCommand(process.argv.slice(2), {
  folder: 'manifest',
  cwd: process.env.INIT_CWD ?? process.cwd(),
  version,
  print: console.log,
  complain: console.error,
});
