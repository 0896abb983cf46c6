import type { AuditLog } from '../../actions/index.js';
import { streamXlsx, writeDocx } from '../../documents/index.js';
import {
  type Beside,
  describeExitReport,
  type ExitReport,
  exitReport,
  exitReportDocument,
  type LearningParts,
  learningSheet,
  type Look,
  lookAt,
  pictureSheets,
  type ReadBeside,
  readLearning,
} from '../../exit/index.js';
import type { PeopleStore } from '../../people/index.js';
import { writingTo } from '../file-fault.js';
import { noteAtTerminal } from '../note-at-terminal.js';
import { chooseOrganisation } from '../organisation.js';
import { explain } from '../report-command.js';
import { onePart } from '../one-part.js';
import { UsageError } from '../usage-error.js';
import { EXIT_REPORT_USAGE, type ExitReportOptions, readExitReportArguments } from './arguments.js';
import { chooseDepartment, choosePeriod } from './choose.js';

export interface ExitReportSources extends LearningParts {
  readonly people: Pick<PeopleStore, 'list'>;
  readonly audit: AuditLog;
  /** What stands beside the survey: turnover by the city's definition, how exits went. */
  readonly beside: ReadBeside;
}

export interface ExitReportTools {
  readonly now: Date;
  /** Called when it is needed only: wrong arguments are told without storage. */
  readonly open: () => Promise<ExitReportSources>;
  /** Writes a file whole or not at all. */
  readonly writeFile: (file: string, parts: AsyncIterable<Uint8Array>) => Promise<void>;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** `report -- exit`. Gives the exit code: 0 done, 1 storage failed, 2 something is wrong with the arguments or a file. */
export async function runExitReport(args: readonly string[], tools: ExitReportTools): Promise<0 | 1 | 2> {
  try {
    await reportExits(readExitReportArguments(args), tools);
    return 0;
  } catch (error) {
    const isUsage = error instanceof UsageError;
    tools.complain(isUsage ? `${error.message}\nAnvändning / Usage:\n${EXIT_REPORT_USAGE}` : explain(error));
    return isUsage ? 2 : 1;
  }
}

async function reportExits(options: ExitReportOptions, tools: ExitReportTools): Promise<void> {
  const sources = await tools.open();
  const chosen = await chooseOrganisation(options.organisation, sources.people);
  if (chosen.kind === 'unclear') throw new UsageError(chosen.message);
  const { locale, json } = options;
  const organisation = chosen.name;
  const look = lookAt(await sources.picture.closed(organisation), locale, sources.survey());
  const [{ subjects }, beside] = await Promise.all([
    readLearning(sources, organisation, locale),
    sources.beside(organisation, locale, tools.now),
  ]);
  const report = exitReport({
    ...{ organisation, look, subjects, beside, locale },
    ...{ survey: sources.survey(), limits: sources.limits, now: tools.now },
    chosen: { period: choosePeriod(look, options.period), department: chooseDepartment(look, options.department) },
  });
  if (json) tools.print(JSON.stringify(report, null, 2));
  else for (const line of describeExitReport(report, locale)) tools.print(line);
  if (options.docx !== undefined || options.xlsx !== undefined)
    await noteAtTerminal(sources.audit, { at: tools.now, organisation, action: 'exit.picture.file' });
  await writeFiles(report, look, options, { ...tools, survey: sources.survey, beside });
}

async function writeFiles(
  report: ExitReport,
  look: Look,
  { docx, xlsx, locale, json }: ExitReportOptions,
  {
    now,
    survey,
    beside,
    writeFile,
    print,
  }: ExitReportTools & Pick<ExitReportSources, 'survey'> & { readonly beside: Beside },
): Promise<void> {
  const about = { title: report.title, author: report.organisation, now };
  const files = [
    [docx, () => onePart(writeDocx(exitReportDocument(report, locale)))],
    [xlsx, () => streamXlsx([...pictureSheets(look, survey(), locale, beside), learningSheet(report, locale)], about)],
  ] as const;
  for (const [file, make] of files) {
    if (file === undefined) continue;
    await writingTo(file, () => writeFile(file, make()));
    if (!json) print(`\n${file}`);
  }
}
