// The whole quick gate: what needs no test (types, lint, format, the rules between rooms) beside the tests, since those also wait
// for processes and clocks. Each check that finds something says so at once; all are told at the end. Ends with 1 when anything failed.
// `node bin/gate.mjs checks` leaves the tests out.
import { spawn } from 'node:child_process';

// The lint says what the compiler finds too: both come from one reading of the program.
const CHECKS = ['lint', 'format:check', 'rules'];
const shell = process.platform === 'win32';

/** Runs one script of package.json; says what it found. */
function check(name) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '-s', name], { shell });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
    const end = (isSound) => {
      const told = `${isSound ? '✔' : '✘'} ${name}\n${isSound ? '' : said}`;
      if (!isSound) process.stdout.write(told);
      resolve({ told, isSound });
    };
    child.on('error', (error) => {
      said += String(error);
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** Runs the tests, which write for themselves. */
function tests() {
  return new Promise((resolve) => {
    const child = spawn('npx', ['vitest', 'run'], { shell, stdio: 'inherit' });
    child.on('error', () => resolve({ told: '✘ tests\n', isSound: false }));
    child.on('close', (code) => resolve({ told: `${code === 0 ? '✔' : '✘'} tests\n`, isSound: code === 0 }));
  });
}

const runs = CHECKS.map(check);
if (process.argv[2] !== 'checks') runs.push(tests());
const results = await Promise.all(runs);
for (const { told } of results) process.stdout.write(told);
process.exitCode = results.every(({ isSound }) => isSound) ? 0 : 1;
