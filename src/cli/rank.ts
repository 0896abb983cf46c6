import { z } from 'zod';
import { rankCandidates } from '../ask/index.js';
import { messageOf } from '../errors.js';
import { readJsonLines } from './json-lines.js';

const USAGE = `Usage: npm run -s rank -- FILE
  FILE holds JSON lines {"id","question","candidates":["…"]}; - is standard input.
  One JSON line each comes back: {"id","ranking":[indices, best first]}`;

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string().min(1),
  candidates: z.array(z.string()),
});

function main([file]: readonly string[]): number {
  if (file === undefined || file === '--help') {
    process.stderr.write(`${USAGE}\n`);
    return file === undefined ? 2 : 0;
  }
  let exit = 0;
  for (const line of readJsonLines(file, lineSchema)) {
    if ('fault' in line) {
      process.stderr.write(`line ${line.number}: ${line.fault}\n`);
      exit = 2;
      continue;
    }
    const { id, question, candidates } = line.value;
    process.stdout.write(`${JSON.stringify({ id, ranking: rankCandidates(question, candidates) })}\n`);
  }
  return exit;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 2;
}
