import { parseArgs } from 'node:util';
import type { Subjects } from '../ask/index.js';
import { stockholmDate } from '../calendar/index.js';
import { AppError, messageOf } from '../errors.js';
import { type FeedbackStores, type Range, reportQuestions } from '../feedback/index.js';
import { NO_ORGANISATION, type PeopleStore, type Person } from '../people/index.js';
import { type HandledQuestion, isOpen, type QuestionStore } from '../questions/index.js';
import { EXIT_REPORT_USAGE } from './exit-report/arguments.js';
import { PLAN_REPORT_USAGE } from './plan-report/arguments.js';
import { describeQuestions, type NamedQuestion, type NamedReport } from './report-text.js';
import { readDay } from './read-day.js';
import { UsageError } from './usage-error.js';

export const REPORT_USAGE = [
  'Användning / Usage:',
  '  npm run -s report -- questions [--from DATUM] [--to DATUM] [--organisation NAMN] [--json]',
  '      mest frågat, sämst betyg, andel utan svar och frågor skickade till HR; utan datum de senaste 90 dagarna',
  '      most asked, worst rated, share without an answer, and questions sent to HR; without dates the last 90 days',
  PLAN_REPORT_USAGE,
  EXIT_REPORT_USAGE,
].join('\n');

const DAYS = 90;
const DAY_MS = 24 * 3600 * 1000;

export interface ReportCommandTools {
  readonly now: Date;
  /** Called when it is needed only: wrong arguments are told without storage. */
  readonly open: () => Promise<{
    readonly stores: FeedbackStores;
    readonly questions: Pick<QuestionStore, 'list'>;
    readonly people: Pick<PeopleStore, 'list'>;
    readonly subjects: Pick<Subjects, 'titleOf'>;
  }>;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** `report -- questions`. Gives the exit code: 0 done, 1 storage failed, 2 something is wrong with the arguments. */
export async function runReportCommand(args: readonly string[], tools: ReportCommandTools): Promise<0 | 1 | 2> {
  try {
    const { range, json } = readArguments(args, tools.now);
    const report = await readReport(range, tools);
    tools.print(json ? JSON.stringify(report, null, 2) : describeQuestions(report));
    return 0;
  } catch (error) {
    tools.complain(error instanceof UsageError ? `${error.message}\n${REPORT_USAGE}` : explain(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

function readArguments(args: readonly string[], now: Date): { readonly range: Range; readonly json: boolean } {
  const { values, positionals } = parse(args);
  if (positionals.length !== 1 || positionals[0] !== 'questions')
    throw new UsageError('Rapporten känns inte igen / unknown report.');
  const to = readDay('--to', values.to) ?? stockholmDate(now);
  const from = readDay('--from', values.from) ?? daysBefore(to, DAYS - 1);
  if (from > to) throw new UsageError(`--from ${from} är efter --to ${to} / is after --to.`);
  return { range: { organisation: values.organisation?.normalize('NFC'), from, to }, json: values.json };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        organisation: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(messageOf(error), { cause: error });
  }
}

function daysBefore(day: string, days: number): string {
  const date = new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

async function readReport(range: Range, { open }: ReportCommandTools): Promise<NamedReport> {
  const { stores, questions, people, subjects } = await open();
  await checkOrganisation(range.organisation, people);
  const { mostAsked, worstRated, ...figures } = await reportQuestions(stores, range);
  const sent: HandledQuestion[] = [];
  for await (const question of questions.list(range)) sent.push(question);
  // Those that wait first, then the newest of all organisations together, of which storage gives one after the other.
  sent.sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.sentAt.getTime() - a.sentAt.getTime());
  const ids = sent.flatMap(({ personId, handling }) => [personId, ...('by' in handling ? [handling.by] : [])]);
  const names = await namesOf(new Set(ids), people);
  const named = <Row extends { readonly subject: string }>(row: Row) => ({
    ...row,
    title: subjects.titleOf(row.subject, 'sv'),
  });
  return {
    ...range,
    ...figures,
    mostAsked: mostAsked.map(named),
    worstRated: worstRated.map(named),
    sent: sent.map((question): NamedQuestion => ({
      day: stockholmDate(question.sentAt),
      organisation: question.organisation,
      name: names.get(question.personId)?.name,
      department: names.get(question.personId)?.department,
      question: question.question,
      state: question.handling.state,
      ...('by' in question.handling && {
        by: names.get(question.handling.by)?.name,
        handled: stockholmDate(question.handling.at),
      }),
      ...('text' in question.handling && { answer: question.handling.text }),
    })),
  };
}

/** A name that is spelt otherwise would give an empty report, which looks like nobody asking anything. */
async function checkOrganisation(organisation: string | undefined, people: Pick<PeopleStore, 'list'>): Promise<void> {
  if (organisation === undefined || organisation === NO_ORGANISATION) return;
  const known = new Set<string>([NO_ORGANISATION]);
  for await (const person of people.list()) known.add(person.organisation);
  if (!known.has(organisation))
    throw new UsageError(`Organisationen "${organisation}" finns inte. Det finns: ${[...known].join(', ')}.`);
}

/** Only those who sent something: the directory itself may be large. */
async function namesOf(ids: ReadonlySet<string>, people: Pick<PeopleStore, 'list'>): Promise<Map<string, Person>> {
  const found = new Map<string, Person>();
  if (ids.size > 0) for await (const person of people.list()) if (ids.has(person.id)) found.set(person.id, person);
  return found;
}

/** What a person at the terminal should know of a failure. */
export function explain(error: unknown): string {
  if (error instanceof AppError && error.code === 'storage_unavailable')
    return `Lagringen svarar inte. / Storage does not answer.\n${error.message}`;
  return messageOf(error);
}
