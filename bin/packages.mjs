// Installs the packages by `npm ci` when node_modules lacks something of the lock file or has another version of it, so
// that `npm start` and `npm test` are all a newcomer types. Plain JavaScript over Node alone: it runs before any package
// is there.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const lockFile = join(root, 'package-lock.json');
// npm writes this one last, so an install that was cut off leaves none.
const installedFile = join(root, 'node_modules', '.package-lock.json');
// Two commands at once must not both install: each would delete what the other just wrote.
const guard = join(root, '.installing');

/** Whether every package of the lock file that this machine needs is there in the same version. */
function isInstalled() {
  const installed = readJson(installedFile)?.packages;
  if (!installed) return false;
  const wanted = readJson(lockFile).packages;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    const there = installed[path];
    // An optional package may be for another processor or system.
    return there ? there.version === version : optional === true;
  });
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Makes sure that the packages of the lock file are installed; ends the process with npm's own exit code if not. */
export function ensurePackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node ${process.versions.node} is too old: UBARA-assistenten runs on Node 20.19, 22 and 24.`);
    process.exit(1);
  }
  while (!isInstalled()) if (takeGuard()) install();
}

function install() {
  try {
    if (isInstalled()) return;
    console.error('Installing packages (npm ci), once ...');
    // The local world and the tests are development packages, which NODE_ENV=production would leave out.
    const npm = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel', 'error'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    if (npm.status === 0 && isInstalled()) return;
    console.error('npm ci did not install everything (see above). Is the npm registry reachable? Then try again.');
    process.exitCode = npm.status || 1;
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
  process.exit();
}

/** True when this process may install; otherwise waits a second, and takes over from a process that is gone. */
function takeGuard() {
  try {
    mkdirSync(guard);
    writeFileSync(join(guard, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  const pid = Number(readText(join(guard, 'pid')));
  if (pid && !isAlive(pid)) rmSync(guard, { recursive: true, force: true });
  return false;
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// The real path, since import.meta.url is one: a checkout reached through a link must not skip this.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) ensurePackages();
