import type { AuditLog } from '../../actions/index.js';
import type { PeopleStore } from '../../people/index.js';
import { describeReport, type PlanReport, type RoundStore, type RoundSummary } from '../../plan/index.js';
import { bar } from '../bar.js';
import { writingTo } from '../file-fault.js';
import { noteAtTerminal } from '../note-at-terminal.js';
import { chooseOrganisation } from '../organisation.js';
import { explain } from '../report-command.js';
import { onePart } from '../one-part.js';
import { UsageError } from '../usage-error.js';
import { PLAN_REPORT_USAGE, type PlanReportOptions, readPlanReportArguments } from './arguments.js';
import { chooseFilter, chooseRound } from './choose.js';

export interface PlanReportTools {
  readonly now: Date;
  /** Called when it is needed only: wrong arguments are told without storage. */
  readonly open: () => Promise<{
    readonly rounds: Pick<RoundStore, 'list'>;
    readonly people: Pick<PeopleStore, 'list'>;
    readonly report: PlanReport;
    readonly audit: AuditLog;
  }>;
  /** Writes a file whole or not at all. */
  readonly writeFile: (file: string, parts: AsyncIterable<Uint8Array>) => Promise<void>;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Draws over the last line of the terminal; not there when nobody looks. */
  readonly draw?: (line: string) => void;
}

const DRAW_EVERY = 200;

/** `report -- plan ROUND`. Gives the exit code: 0 done, 1 storage failed, 2 something is wrong with the arguments or a file. */
export async function runPlanReport(args: readonly string[], tools: PlanReportTools): Promise<0 | 1 | 2> {
  try {
    await reportRound(readPlanReportArguments(args), tools);
    return 0;
  } catch (error) {
    const isUsage = error instanceof UsageError;
    tools.complain(isUsage ? `${error.message}\nAnvändning / Usage:\n${PLAN_REPORT_USAGE}` : explain(error));
    return isUsage ? 2 : 1;
  }
}

async function reportRound(options: PlanReportOptions, tools: PlanReportTools): Promise<void> {
  const { rounds, people, report, audit } = await tools.open();
  const chosen = await chooseOrganisation(options.organisation, people);
  if (chosen.kind === 'unclear') throw new UsageError(chosen.message);
  const organisation = chosen.name;
  const round = await chooseRound(rounds, organisation, options.round);
  // All of it first: the names that a filter may have are those of the round.
  const all = (await report.summary(organisation, round.id))!;
  const filter = chooseFilter(all, options);
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const summary = isFiltered ? (await report.summary(organisation, round.id, filter))! : all;
  const deviations = await report.deviations(summary);
  for (const line of describeReport(summary, deviations, { organisation, locale: options.locale })) tools.print(line);
  const isFile = options.docx !== undefined || options.xlsx !== undefined;
  const about = { organisation, subject: { round: round.id } };
  if (isFile) await noteAtTerminal(audit, { at: tools.now, action: 'plan.report.file', ...about });
  await writeFiles(options, summary, report, tools);
}

async function writeFiles(
  { docx, xlsx, locale }: PlanReportOptions,
  summary: RoundSummary,
  report: PlanReport,
  tools: PlanReportTools,
): Promise<void> {
  const write = async (file: string, make: (onItem: () => void) => AsyncIterable<Uint8Array>): Promise<void> => {
    let items = 0;
    const onItem = () => {
      items += 1;
      if (items % DRAW_EVERY === 0) tools.draw?.(bar(items, summary.all.items));
    };
    try {
      await writingTo(file, () => tools.writeFile(file, make(onItem)));
    } finally {
      tools.draw?.('');
    }
    tools.print(`\n${file}`);
  };
  const about = { locale, now: tools.now };
  if (docx !== undefined) await write(docx, (onItem) => onePart(report.docx(summary, { ...about, onItem })));
  if (xlsx !== undefined) await write(xlsx, (onItem) => report.xlsx(summary, { ...about, onItem }));
}
