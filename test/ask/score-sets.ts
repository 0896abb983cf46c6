import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import type { Answer } from '../../src/ask/index.js';
import { judge, type JudgedQuestion, judgedQuestionSchema } from '../../src/cli/evaluation/judge.js';
import { readJsonLines } from '../../src/cli/json-lines.js';
import { converse } from './engine.js';

interface Score {
  readonly right: number;
  readonly of: number;
  readonly wrongFigures: number;
}

/** All questions of this folder, in the order of their files. */
export function judgedQuestions(): JudgedQuestion[] {
  const files = readdirSync('test/ask').filter((name) => /^questions\..*\.jsonl$/.test(name));
  return files.flatMap((name) =>
    readJsonLines(`test/ask/${name}`, judgedQuestionSchema).map((line) => {
      if ('fault' in line) throw new Error(line.fault);
      return line.value;
    }),
  );
}

/** Asks them all: at least so many statistics, such shares of each kind right, at most this share of wrong figures. */
export function expectScores(
  questions: readonly JudgedQuestion[],
  limits: Readonly<Record<'statistics' | 'statistic' | 'unknown' | 'routine' | 'wrongFigures', number>>,
): void {
  const scores = scoresOf(questions);
  const share = (kind: string) => scores.get(kind)!.right / scores.get(kind)!.of;
  expect(scores.get('statistic')!.of).toBeGreaterThan(limits.statistics);
  for (const kind of ['statistic', 'unknown', 'routine'] as const)
    expect(share(kind), kind).toBeGreaterThan(limits[kind]);
  expect(share('smalltalk')).toBe(1);
  expect(scores.get('statistic')!.wrongFigures / scores.get('statistic')!.of).toBeLessThan(limits.wrongFigures);
}

/** How many of each kind are answered right. */
function scoresOf(questions: readonly JudgedQuestion[]): Map<string, Score> {
  const scores = new Map<string, Score>();
  for (const question of questions) {
    const answer = converse(question.turns).at(-1)!;
    const verdict = judge(question, { kind: answer.kind, text: saidBy(answer) });
    const { right, of, wrongFigures } = scores.get(question.kind) ?? { right: 0, of: 0, wrongFigures: 0 };
    scores.set(question.kind, {
      right: right + Number(verdict.isRight),
      of: of + 1,
      wrongFigures: wrongFigures + Number(verdict.isWrongFigure),
    });
  }
  return scores;
}

/** What the card shows, without the time that binding a thousand cards takes. */
function saidBy({ title, text, facts, chart, citations, assumptions }: Answer): string {
  const shown = facts.flatMap(({ label, display, period, population }) => [label, display, period, population]);
  const bars = chart?.bars.flatMap(({ label, display }) => [label, display]) ?? [];
  const sources = citations.map(({ title: document, section }) => `${document}, ${section}`);
  return [title, text, ...shown, ...bars, ...assumptions, ...sources].join('\n');
}
