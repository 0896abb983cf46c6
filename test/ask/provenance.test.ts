import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask, knowledge, NOW } from './engine.js';

/**
 * No figure of an answer comes from nowhere: each is one of the data's, or computed from the answer's own facts by a named
 * rule of statistics/sentences.ts (difference, relative change, ratio, share, sum).
 */
interface Line {
  readonly turns: readonly string[];
}

const questions = ['test/ask/questions.dev.jsonl', 'test/ask/questions.more.jsonl'].flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line),
);

const known = new Set(knowledge.observations.flatMap(({ value, valueTo }) => [Number(value), Number(valueTo)]));
const FIGURE = /(?<![\p{L}\d[–.])−?\d{1,3}(?:[\u00a0 ]\d{3})+|(?<![\p{L}\d[.])−?\d+(?:[.,]\d+)?/gu;

function figuresIn(text: string, locale: string): number[] {
  // In English "1,309" is a thousand and "9.8" a decimal.
  const plain = locale === 'en' ? text.replace(/(\d),(\d{3})/g, '$1$2') : text;
  return [...plain.matchAll(FIGURE)].map(([figure]) =>
    Number(
      figure
        .replace(/[\u00a0 ]/g, '')
        .replace(',', '.')
        .replace('−', '-'),
    ),
  );
}

describe('the figures of an answer', () => {
  it('are the data’s, or computed from its facts by a named rule', () => {
    const strangers: string[] = [];
    let checked = 0;
    for (const { turns } of questions) {
      let context = {};
      for (const question of turns) {
        const { answer, context: next } = ask({ question, now: NOW, context });
        context = next;
        if (answer.kind !== 'statistic') continue;
        const facts = answer.facts.map(({ value }) => value);
        const computed = facts.flatMap((a) =>
          facts.flatMap((b) => [...[Math.abs(a - b), (100 * a) / b, (100 * Math.abs(a - b)) / b, a / b]]),
        );
        const sum = facts.reduce((total, value) => total + value, 0);
        const allowed = [...known, ...computed, sum];
        for (const fact of facts) if (!known.has(fact)) strangers.push(`${question}: ${fact}`);
        for (const figure of figuresIn(withoutNotes(answer.text), answer.locale)) {
          checked++;
          const isYearOrDay = (figure >= 2019 && figure <= 2040) || [1, 12, 14].includes(figure);
          if (!isYearOrDay && !allowed.some((value) => Math.abs(value - figure) < 0.051))
            strangers.push(`${question}: ${figure} in ${answer.text}`);
        }
      }
    }
    expect(checked).toBeGreaterThan(100);
    expect(strangers).toEqual([]);
  });

  it('are at most eight, unless a list or every group was asked for', () => {
    const counts = questions.map(
      ({ turns }) => ask({ question: turns[0]!, now: NOW, context: {} }).answer.facts.length,
    );
    expect(Math.max(...counts)).toBeLessThanOrEqual(8);
  });
});

/** Notes are knowledge of their own, checked by `knowledge -- coverage`. */
function withoutNotes(text: string): string {
  return knowledge.observations.reduce(
    (rest, { note, noteEn }) => (note === '' ? rest : rest.replace(note, '').replace(noteEn, '')),
    text,
  );
}
