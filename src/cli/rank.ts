import { z } from 'zod';
import { ConceptMatcher, createRankCandidates } from '../ask/index.js';
import { systemClock } from '../calendar/index.js';
import { messageOf } from '../errors.js';
import { loadKnowledge } from '../knowledge/index.js';
import { readJsonLines } from './json-lines.js';
import { learnRanking } from './ranking/learn.js';

const USAGE = `Usage:
  npm run -s rank -- FILE
      FILE holds JSON lines {"id","question","candidates":["…"]}; - is standard input.
      One JSON line each comes back: {"id","ranking":[indices, best first]}
  npm run -s rank -- learn FILE...
      learns the weights anew and writes them into knowledge/ranking/weights.json. FILE holds JSON lines
      {"question","candidates":["…"],"right":index,"group"}, or SweFAQ's own form.`;

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string().min(1),
  candidates: z.array(z.string()),
});

function main(args: readonly string[]): number {
  const [first, ...files] = args;
  const knowledgeDir = process.env['KNOWLEDGE_DIR']?.trim() || 'knowledge';
  if (first === '--help') return print(USAGE);
  if (first === 'learn' && files.length > 0)
    return print(`${learnRanking(files, knowledgeDir, systemClock())} written.`);
  if (first === undefined || first === 'learn' || files.length > 0) return fail(USAGE);
  const { concepts, ranking } = loadKnowledge(knowledgeDir, systemClock());
  const rank = createRankCandidates(new ConceptMatcher(concepts, 'sv'), ranking.passages);
  let exit = 0;
  for (const line of readJsonLines(first, lineSchema)) {
    if ('fault' in line) {
      exit = fail(`line ${line.number}: ${line.fault}`);
      continue;
    }
    const { id, question, candidates } = line.value;
    print(JSON.stringify({ id, ranking: rank(question, candidates) }));
  }
  return exit;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.exitCode = fail(messageOf(error));
}
