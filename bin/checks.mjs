// Runs what needs no test, side by side: types, lint, format and the rules between rooms. Prints what each has to say, and
// ends with 1 when any of them found something.
import { spawn } from 'node:child_process';

const CHECKS = ['types', 'lint', 'format:check', 'rules'];

const results = await Promise.all(
  CHECKS.map(
    (name) =>
      new Promise((resolve) => {
        const child = spawn('npm', ['run', '-s', name], { shell: process.platform === 'win32' });
        let said = '';
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
        child.on('error', (error) => resolve({ name, said: String(error), isSound: false }));
        child.on('close', (code) => resolve({ name, said, isSound: code === 0 }));
      }),
  ),
);
for (const { name, said, isSound } of results)
  process.stdout.write(`${isSound ? '✔' : '✘'} ${name}\n${isSound ? '' : said}`);
process.exitCode = results.every(({ isSound }) => isSound) ? 0 : 1;
