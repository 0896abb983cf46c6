/**
 * `npm run -s bench:passages [-- 5000 50000]`: many passages of about 80 words, built and asked, ours beside MiniSearch as
 * it comes. Each contestant and size runs in a process of its own, so that one's memory does not count as the other's.
 * Prints one JSON line; times in milliseconds, memory in megabytes (growth of the process while building and asking).
 */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import MiniSearch from 'minisearch';
import { ConceptMatcher, type Passage, PassageRanker } from '../../src/ask/index.js';
import { systemClock } from '../../src/calendar/index.js';
import { loadKnowledge } from '../../src/knowledge/index.js';
import { percentile, round } from './percentile.js';

const WORDS = 80;
const QUESTIONS = 200;
const WARM_UP = 20;

const knowledge = loadKnowledge('knowledge', systemClock());

/** A small generator of numbers from 0 to 1 that always gives the same row. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Passages of the routines' own sentences, mixed by chance; one word in twelve gets an ending of its own, so that the
 * vocabulary grows with the passages as it does in real documents.
 */
function makePassages(count: number): Passage[] {
  const sentences = knowledge.routines
    .flatMap(({ body }) => body.replaceAll(/[*[\]\d]/g, '').split(/\n+|(?<=\.)\s+/))
    .filter((sentence) => sentence.split(' ').length > 3);
  const next = numbers(7);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  return Array.from({ length: count }, (_, n) => {
    const words: string[] = [];
    while (words.length < WORDS) words.push(...pick(sentences).split(' '));
    const own = words
      .slice(0, WORDS)
      .map((word) => (next() < 1 / 12 ? `${word}${pick(SYLLABLES)}${pick(SYLLABLES)}` : word));
    return { id: String(n), heading: pick(knowledge.routines).title, text: own.join(' ') };
  });
}
const SYLLABLES = 'ri fo ka sel mun vat dri lek tor bas ny gru ples ot hem vy kra sni ju pelt'.split(' ');

interface Contestant {
  readonly build: (passages: readonly Passage[]) => (question: string) => unknown;
}

const CONTESTANTS: Record<string, Contestant> = {
  ours: {
    build: (passages) => {
      const ranker = new PassageRanker(
        passages,
        new ConceptMatcher(knowledge.concepts, 'sv'),
        knowledge.ranking.passages,
      );
      return (question) => ranker.search(question, 5);
    },
  },
  miniSearch: {
    build: (passages) => {
      const index = new MiniSearch<Passage>({ fields: ['heading', 'text'] });
      index.addAll(passages);
      return (question) => index.search(question).slice(0, 5);
    },
  },
};

function measure({ build }: Contestant, count: number) {
  const passages = makePassages(count);
  const questions = knowledge.routines.map(({ questions: [first] }) => first!).slice(0, QUESTIONS);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const search = build(passages);
  search(questions[0]!);
  const readyMs = performance.now() - started;
  const times = questions.map((question) => {
    const asked = performance.now();
    search(question);
    return performance.now() - asked;
  });
  const measured = times.slice(WARM_UP);
  return {
    readyMs: Math.round(readyMs),
    p50: round(percentile(measured, 0.5)),
    p95: round(percentile(measured, 0.95)),
    rssGrowthMb: Math.round((process.memoryUsage().rss - before) / 2 ** 20),
  };
}

function inOwnProcess(name: string, count: number): unknown {
  const child = spawnSync(
    process.execPath,
    ['--expose-gc', 'bin/run.mjs', 'test/bench/passages.ts', '--run', name, String(count)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (child.status !== 0) return { failed: child.status ?? child.signal };
  return JSON.parse(child.stdout) as unknown;
}

const args = process.argv.slice(2);
if (args[0] === '--run') {
  console.log(JSON.stringify(measure(CONTESTANTS[args[1]!]!, Number(args[2]))));
} else {
  const sizes = (args.length > 0 ? args : ['5000', '50000']).map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
    process.stderr.write('Usage: npm run -s bench:passages [-- COUNT...]\n');
    process.exitCode = 2;
  } else {
    const results = sizes.map((size) => [
      size,
      Object.fromEntries(Object.keys(CONTESTANTS).map((name) => [name, inOwnProcess(name, size)])),
    ]);
    console.log(JSON.stringify({ bench: 'passages', ...Object.fromEntries(results), node: process.version }));
  }
}
