/** Starts one child, prints its process number and waits to be killed. Arguments: the program and its log file. */
import { startChild } from '../../../src/local/child.js';

const [program = '', logFile = ''] = process.argv.slice(2);
const child = startChild({ name: 'child', args: [program], cwd: '.', env: process.env, logFile });
await child.waitForLine(/up/, 10_000);
process.stdout.write(`${child.pid}\n`);
