import { messageOf } from '../errors.js';
import { converse, openEngine, shownText } from './converse.js';
import { judge, type JudgedQuestion, judgedQuestionSchema } from './evaluation/judge.js';
import { readJsonLines } from './json-lines.js';

const USAGE = `Usage: npm run -s evaluate -- FILE...
  Each FILE holds JSON lines {"id","kind","turns","must","mustNot"}, as test/ask/questions.dev.jsonl does.
  Prints every miss, then the score by kind; exits 1 when a wrong figure was given.`;

interface Score {
  right: number;
  of: number;
  wrongFigures: number;
}

async function main(files: readonly string[]): Promise<number> {
  if (files.length === 0 || files[0] === '--help') {
    process.stderr.write(`${USAGE}\n`);
    return files.length === 0 ? 2 : 0;
  }
  const engine = openEngine();
  const scores = new Map<string, Score>();
  const times: number[] = [];
  for (const { question, at } of files.flatMap(readQuestions)) {
    const answered = (await converse(engine, question.turns)).at(-1)!;
    const { answer, ms } = answered;
    const text = shownText(engine, answered);
    const verdict = judge(question, { kind: answer.kind, text });
    times.push(ms);
    const score = scores.get(question.kind) ?? { right: 0, of: 0, wrongFigures: 0 };
    scores.set(question.kind, score);
    score.of++;
    if (verdict.isRight) score.right++;
    else
      console.log(
        `${at} ${question.id} ${question.turns.join(' / ')}\n    ${verdict.because.join('; ')}\n    got ${answer.kind}: ${text.slice(0, 200).replaceAll('\n', ' | ')}`,
      );
    if (verdict.isWrongFigure) score.wrongFigures++;
  }
  for (const [kind, { right, of, wrongFigures }] of scores)
    console.log(
      `${kind.padEnd(10)} ${right}/${of} (${((100 * right) / of).toFixed(1)} %)${wrongFigures > 0 ? `, wrong figures: ${wrongFigures}` : ''}`,
    );
  times.sort((a, b) => a - b);
  console.log(`engine     p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms`);
  return [...scores.values()].some(({ wrongFigures }) => wrongFigures > 0) ? 1 : 0;
}

function readQuestions(file: string): { question: JudgedQuestion; at: string }[] {
  return readJsonLines(file, judgedQuestionSchema).map((line) => {
    if ('fault' in line) throw new Error(`${file}:${line.number}: ${line.fault}`);
    return { question: line.value, at: `${file}:${line.number}` };
  });
}

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 2;
}
