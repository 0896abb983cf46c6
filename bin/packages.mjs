// Installs the packages by `npm ci` when node_modules is missing or older than the lock file, so that `npm start` and
// `npm test` are all a newcomer types. Plain JavaScript over Node alone: it runs before any package is there.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
// npm writes .package-lock.json last; ours says for which lock file, since a checkout gives every file a new time.
const marker = join(modules, '.installed-for');

function isInstalled() {
  if (!existsSync(join(modules, '.package-lock.json'))) return false;
  if (existsSync(marker)) return readFileSync(marker, 'utf8') === fingerprint();
  return statSync(join(modules, '.package-lock.json')).mtimeMs >= statSync(lock).mtimeMs;
}

function fingerprint() {
  return createHash('sha256').update(readFileSync(lock)).digest('hex');
}

/** Makes sure that the packages of the lock file are installed; ends the process with npm's own exit code if not. */
export function ensurePackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node ${process.versions.node} is too old: UBARA-assistenten runs on Node 20.19, 22 and 24.`);
    process.exit(1);
  }
  if (isInstalled()) return;
  console.error('Installing packages (npm ci), once ...');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    rmSync(marker, { force: true });
    console.error('npm ci failed (see above). Is the npm registry reachable? Then try again.');
    process.exit(npm.status ?? 1);
  }
  writeFileSync(marker, fingerprint());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensurePackages();
