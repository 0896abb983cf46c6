import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LOCALES, type Locale } from '../calendar/index.js';
import { messageOf } from '../errors.js';
import { createDirectory, describeFaults, parsePeopleCsv, type PeopleDirectory, type Person } from '../people/index.js';
import { converse, type Engine, openEngine, shownText, type Speaker } from './converse.js';
import { readJsonLines } from './json-lines.js';
import { openLiveEngine } from './live.js';

const USAGE = `Usage:
  npm run -s ask -- "fråga" [--json] [--lang sv|en] [--as PERSON] [--live]
  npm run -s ask -- --batch FILE [--lang sv|en] [--as PERSON] [--live]

  --batch FILE   JSON lines {"id","turns":["…","…"]}; - is standard input. One JSON line each comes back:
                 {"id","replies":[{"kind","text","citations","ms"}]}
  --lang         the language when a question does not tell it
  --as PERSON    an id or e-mail of --people FILE (CSV; default: the demo people), for the defaults of that person
  --live         the directory, the imported documents and the plans with their follow-up of storage, too; whose: --as PERSON of
                 that directory (who sees of the follow-up what that person may see), or --organisation NAME (default: the only
                 one there) for documents alone`;

const DEMO_PEOPLE = fileURLToPath(new URL('../local/demo/people.csv', import.meta.url));

const conversationSchema = z.object({
  id: z.union([z.string(), z.number()]),
  turns: z.array(z.string().min(1)).min(1),
});

class UsageError extends Error {}

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  if (values.help) return print(USAGE);
  if (values.lang !== undefined && !isLocale(values.lang))
    throw new UsageError(`--lang must be sv or en, not "${values.lang}".`);
  const question = positionals.join(' ').trim();
  if (values.batch === undefined && question === '') throw new UsageError(USAGE);
  if (values.organisation !== undefined && !values.live) throw new UsageError('--organisation needs --live.');
  const { engine, person, asker } = values.live ? await openLive(values) : openOffline(values);
  const speaker: Speaker = { locale: values.lang ?? person?.language, asker, person };
  if (values.batch !== undefined) return answerBatch(engine, values.batch, speaker);
  const answered = (await converse(engine, [question], speaker)).at(-1)!;
  return print(values.json ? JSON.stringify(answered.answer, null, 2) : shownText(engine, answered));
}

/** Whose question it is, and what answers it. */
interface Opened {
  readonly engine: Engine;
  readonly person?: Person;
  readonly asker: Speaker['asker'];
}

function openOffline({ as, people }: { as?: string; people?: string }): Opened {
  const file = people ?? DEMO_PEOPLE;
  const person = as === undefined ? undefined : findPerson(as, readPeople(file), file);
  return { engine: openEngine(), person, asker: person && placeOf(person) };
}

async function openLive(values: { as?: string; people?: string; organisation?: string }): Promise<Opened> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const engine = await openLiveEngine();
  if (values.as === undefined) return { engine, asker: await engine.askerOf(values.organisation) };
  const directory = values.people === undefined ? engine.directory : readPeople(values.people);
  const person = findPerson(values.as, directory, values.people ?? 'the directory of storage');
  return { engine, person, asker: placeOf(person) };
}

function placeOf({ organisation, department }: Person): NonNullable<Speaker['asker']> {
  return { organisation, department };
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
        live: { type: 'boolean', default: false },
        organisation: { type: 'string' },
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

function readPeople(file: string): PeopleDirectory {
  const { people, faults } = parsePeopleCsv(readFileSync(file, 'utf8'));
  if (faults.length > 0) throw new UsageError(`${file}:\n${describeFaults(faults)}`);
  return createDirectory(people);
}

function findPerson(wanted: string, directory: PeopleDirectory, where: string): Person {
  const person = directory.find(wanted) ?? directory.findByEmail(wanted);
  if (!person) throw new UsageError(`--as ${wanted}: nobody has this id or e-mail in ${where}.`);
  return person;
}

async function answerBatch(engine: Engine, file: string, speaker: Speaker): Promise<number> {
  let exit = 0;
  for (const line of readJsonLines(file, conversationSchema)) {
    if ('fault' in line) {
      exit = fail(`line ${line.number}: ${line.fault}`);
      continue;
    }
    const conversation = await converse(engine, line.value.turns, speaker);
    const replies = conversation.map((answered) => ({
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
  process.exitCode = await main();
} catch (error) {
  process.exitCode = fail(messageOf(error));
}
