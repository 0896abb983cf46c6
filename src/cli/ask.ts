import { performance } from 'node:perf_hooks';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createAsk, EMPTY_CONTEXT, toMessage, type Answer, type Ask, type AskContext } from '../ask/index.js';
import { systemClock, type Locale } from '../calendar/index.js';
import { type Cards, loadCards, visibleText } from '../cards/index.js';
import { messageOf } from '../errors.js';
import { loadKnowledge } from '../knowledge/index.js';

const USAGE = `Usage:
  npm run -s ask -- "fråga" [--json] [--lang sv|en]
  npm run -s ask -- --batch FILE [--lang sv|en]   FILE holds JSON lines {"id","turns":["…"]}; - is standard input`;

const batchLineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  turns: z.array(z.string().min(1)).min(1),
});

interface Engine {
  readonly ask: Ask;
  readonly cards: Cards;
  readonly locale?: Locale;
}

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      batch: { type: 'string' },
      json: { type: 'boolean', default: false },
      lang: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return print(USAGE);
  if (values.lang !== undefined && values.lang !== 'sv' && values.lang !== 'en') return fail(`--lang must be sv or en, not "${values.lang}".`);
  const engine: Engine = {
    ask: createAsk(loadKnowledge(process.env['KNOWLEDGE_DIR'] ?? 'knowledge', systemClock())),
    cards: loadCards(process.env['CARDS_DIR'] ?? 'cards'),
    locale: values.lang,
  };
  if (values.batch !== undefined) return batch(engine, values.batch);
  const question = positionals.join(' ').trim();
  if (question === '') return fail(USAGE);
  const { answer } = converse(engine, [question]).at(-1)!;
  return print(values.json ? JSON.stringify(answer, null, 2) : shownText(engine.cards, answer));
}

interface Answered {
  readonly answer: Answer;
  readonly ms: number;
}

/** One conversation: each turn sees what the one before left. `ms` is the engine's time alone. */
function converse({ ask, locale }: Engine, turns: readonly string[]): Answered[] {
  let context: AskContext = EMPTY_CONTEXT;
  return turns.map((question) => {
    const started = performance.now();
    const result = ask({ question, locale, now: systemClock(), context });
    const ms = performance.now() - started;
    context = result.context;
    return { answer: result.answer, ms };
  });
}

/** All that the user would see: the message's text and the bound card's. */
function shownText(cards: Cards, answer: Answer): string {
  const message = toMessage(answer);
  return [message.text, message.card && visibleText(cards.bind(message.card, answer.locale))].filter((part) => part !== undefined).join('\n');
}

function batch(engine: Engine, file: string): number {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    return fail(`${file} cannot be read: ${messageOf(error)}`);
  }
  let exit = 0;
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const parsed = parseLine(line);
    if ('fault' in parsed) {
      exit = fail(`line ${index + 1}: ${parsed.fault}`);
      return;
    }
    const replies = converse(engine, parsed.turns).map(({ answer, ms }) => ({
      kind: answer.kind,
      text: shownText(engine.cards, answer),
      citations: answer.citations.map(({ title, section }) => ({ title, section })),
      ms: Math.round(ms * 1000) / 1000,
    }));
    print(JSON.stringify({ id: parsed.id, replies }));
  });
  return exit;
}

function parseLine(line: string): z.infer<typeof batchLineSchema> | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { fault: 'is no JSON' };
  }
  const parsed = batchLineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  return { fault: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; ') };
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
  process.exitCode = main();
} catch (error) {
  process.exitCode = fail(messageOf(error));
}
