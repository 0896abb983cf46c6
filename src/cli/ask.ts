import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LOCALES, type Locale } from '../calendar/index.js';
import { messageOf } from '../errors.js';
import { createDirectory, describeFaults, parsePeopleCsv, type Person } from '../people/index.js';
import { converse, type Engine, openEngine, shownText, type Speaker } from './converse.js';
import { readJsonLines } from './json-lines.js';

const USAGE = `Usage:
  npm run -s ask -- "fråga" [--json] [--lang sv|en] [--as PERSON]
  npm run -s ask -- --batch FILE [--lang sv|en] [--as PERSON]

  --batch FILE   JSON lines {"id","turns":["…","…"]}; - is standard input. One JSON line each comes back:
                 {"id","replies":[{"kind","text","citations","ms"}]}
  --lang         the language when a question does not tell it
  --as PERSON    an id or e-mail of --people FILE (CSV; default: the demo people), for the defaults of that person`;

const DEMO_PEOPLE = fileURLToPath(new URL('../local/demo/people.csv', import.meta.url));

const conversationSchema = z.object({
  id: z.union([z.string(), z.number()]),
  turns: z.array(z.string().min(1)).min(1),
});

class UsageError extends Error {}

function main(): number {
  const { values, positionals } = readArguments();
  if (values.help) return print(USAGE);
  if (values.lang !== undefined && !isLocale(values.lang))
    throw new UsageError(`--lang must be sv or en, not "${values.lang}".`);
  const question = positionals.join(' ').trim();
  if (values.batch === undefined && question === '') throw new UsageError(USAGE);
  const person = values.as === undefined ? undefined : findPerson(values.as, values.people ?? DEMO_PEOPLE);
  const speaker: Speaker = {
    locale: values.lang ?? person?.language,
    asker: person && { organisation: person.organisation, department: person.department },
  };
  const engine = openEngine();
  if (values.batch !== undefined) return answerBatch(engine, values.batch, speaker);
  const answered = converse(engine, [question], speaker).at(-1)!;
  return print(values.json ? JSON.stringify(answered.answer, null, 2) : shownText(engine, answered));
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        batch: { type: 'string' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string' },
        as: { type: 'string' },
        people: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${messageOf(error)}\n${USAGE}`, { cause: error });
  }
}

function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text);
}

function findPerson(wanted: string, file: string): Person {
  const { people, faults } = parsePeopleCsv(readFileSync(file, 'utf8'));
  if (faults.length > 0) throw new UsageError(`${file}:\n${describeFaults(faults)}`);
  const directory = createDirectory(people);
  const person = directory.find(wanted) ?? directory.findByEmail(wanted);
  if (!person) throw new UsageError(`--as ${wanted}: nobody has this id or e-mail in ${file}.`);
  return person;
}

function answerBatch(engine: Engine, file: string, speaker: Speaker): number {
  let exit = 0;
  for (const line of readJsonLines(file, conversationSchema)) {
    if ('fault' in line) {
      exit = fail(`line ${line.number}: ${line.fault}`);
      continue;
    }
    const replies = converse(engine, line.value.turns, speaker).map((answered) => ({
      kind: answered.answer.kind,
      text: shownText(engine, answered),
      citations: answered.answer.citations.map(({ title, section }) => ({ title, section })),
      ms: Math.round(answered.ms * 1000) / 1000,
    }));
    print(JSON.stringify({ id: line.value.id, replies }));
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
  process.exitCode = main();
} catch (error) {
  process.exitCode = fail(messageOf(error));
}
