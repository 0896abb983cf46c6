import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createReadSensitive } from '../../../src/ask/sensitive/index.js';
import { fold } from '../../../src/ask/text/fold.js';
import { knowledge } from '../engine.js';
import { ASKING, HARMLESS, TELLING } from './sentences.js';

const read = createReadSensitive(knowledge.sensitive);

/** "tells hot-vald", "asks-about hot-vald", "no". */
function readingOf(text: string): string {
  const reading = read(text);
  return reading.kind === 'no' ? 'no' : `${reading.kind} ${reading.topic.id}`;
}

describe('who tells of a case', () => {
  it.each(TELLING)('%s: %s', (topic, sentence) => {
    expect(readingOf(sentence)).toBe(`tells ${topic}`);
  });
});

describe('who asks how we work with it', () => {
  it.each(ASKING)('%s: %s', (topic, sentence) => {
    expect(readingOf(sentence)).toBe(`asks-about ${topic}`);
  });
});

describe('who means something else', () => {
  it.each(HARMLESS)('%s', (sentence) => {
    expect(readingOf(sentence)).toBe('no');
  });
});

describe('however it is written', () => {
  const ways: readonly (readonly [string, (sentence: string) => string])[] = [
    ['in capitals', (sentence) => sentence.toUpperCase()],
    ['without dots', (sentence) => fold(sentence)],
    ['after a greeting', (sentence) => `Hej! ${sentence}`],
    ['with a question after it', (sentence) => `${sentence.replace(/[.?!]$/, '')}. Vad ska jag göra?`],
    ['with spaces and lines', (sentence) => `\n  ${sentence.replaceAll(' ', '  ')} \n`],
    ['with a typographic apostrophe', (sentence) => sentence.replaceAll("'", '’')],
    ['with its marks taken apart', (sentence) => sentence.normalize('NFD')],
  ];

  it.each(ways)('a case is known %s', (_way, write) => {
    expect(TELLING.filter(([, sentence]) => !readingOf(write(sentence)).startsWith('tells'))).toEqual([]);
  });

  it.each(ways)('a harmless question stays one %s', (_way, write) => {
    expect(HARMLESS.filter((sentence) => readingOf(write(sentence)).startsWith('tells'))).toEqual([]);
  });
});

describe('the questions that people ask', () => {
  const turns = ['test/ask/questions.dev.jsonl', 'test/ask/questions.more.jsonl'].flatMap((file) =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => (JSON.parse(line) as { turns: string[] }).turns),
  );

  it('are not taken for a case', () => {
    expect(turns.length).toBeGreaterThan(225);
    expect(turns.filter((turn) => readingOf(turn).startsWith('tells'))).toEqual([]);
  });

  it('that routines and examples hold are not taken for a case', () => {
    const own = knowledge.routines.flatMap(({ questions, questionsEn, title, titleEn }) => [
      ...questions,
      ...questionsEn,
      title,
      titleEn,
    ]);
    expect(own.filter((text) => readingOf(text).startsWith('tells'))).toEqual([]);
  });

  it('get no routes when they are about something else', () => {
    const delicate = turns.filter((turn) => readingOf(turn) !== 'no');
    expect(delicate).toEqual([expect.stringContaining('ska prata diskriminering på nästa APT')]);
  });
});
