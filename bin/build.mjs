// Makes dist/, all that runs the bot: `cd dist && node lib/main.js`. The compiled sources, what they read (cards, knowledge) and the
// packages that they need, so that a machine with Node alone can start it; nothing is fetched. `node bin/build.mjs [FOLDER]`.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from './packages.mjs';
import { compile } from './compile.mjs';
import { neededPackages } from './needed-packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** They run TypeScript and clean up; compiled sources need neither. */
const NOT_AT_RUN_TIME = ['tsx', 'rimraf'];
/** What a package ships for developers. */
const FOR_DEVELOPERS = /\.(d\.[cm]?ts|ts|map|md|markdown|flow)$/;
/** The same code twice more, which Node never loads. */
const FOR_BUNDLERS = /\/@opentelemetry\/[^/]+\/build\/(esm|esnext)$/;

ensurePackages();
const out = resolve(process.argv[2] ?? join(root, 'dist'));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const sources = readdirSync(join(root, 'src'), { recursive: true }).map((name) => join(root, 'src', name));
await compile({ folders: ['src'], base: 'src', out: join(out, 'lib') });
for (const file of sources.filter((one) => statSync(one).isFile() && !one.endsWith('.ts')))
  cpSync(file, join(out, 'lib', file.slice(join(root, 'src').length)));
for (const name of ['cards', 'knowledge', 'LICENSE']) cpSync(join(root, name), join(out, name), { recursive: true });

const readJson = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const { name, version, license, type, engines, dependencies } = readJson('package.json');
writeFileSync(join(out, 'package.json'), `${JSON.stringify({ name, version, license, type, engines }, null, 2)}\n`);
const roots = Object.keys(dependencies).filter((one) => !NOT_AT_RUN_TIME.includes(one));
const packages = neededPackages(readJson('package-lock.json'), roots, (path) => existsSync(join(root, path)));
for (const path of packages)
  cpSync(join(root, path), join(out, path), {
    recursive: true,
    // Packages inside a package are needed, or not, by themselves.
    filter: (file) =>
      !FOR_DEVELOPERS.test(file) &&
      !FOR_BUNDLERS.test(file) &&
      !file.slice(join(root, path).length).includes('/node_modules'),
  });
console.log(`${out}: version ${version}, ${packages.length} packages`);
