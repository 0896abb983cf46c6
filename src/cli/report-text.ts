import type { QuestionsReport, RatedSubject } from '../feedback/index.js';

/** A sent question as the report shows it; without name when the sender has left the directory. */
export interface NamedQuestion {
  readonly day: string;
  readonly organisation: string;
  readonly name?: string;
  readonly department?: string;
  readonly question: string;
}

interface Titled {
  readonly title: string;
}

export interface NamedReport extends Omit<QuestionsReport, 'mostAsked' | 'worstRated'> {
  readonly organisation?: string;
  readonly from: string;
  readonly to: string;
  readonly mostAsked: readonly (QuestionsReport['mostAsked'][number] & Titled)[];
  readonly worstRated: readonly (RatedSubject & Titled)[];
  readonly sent: readonly NamedQuestion[];
}

const percent = new Intl.NumberFormat('sv-SE', { style: 'percent' });

/** The report for a person at the terminal, in Swedish. */
export function describeQuestions(report: NamedReport): string {
  const { asked, byKind, notUnderstoodShare } = report;
  const share = notUnderstoodShare === undefined ? '–' : percent.format(notUnderstoodShare);
  return [
    `Frågor ${report.from} – ${report.to}, ${report.organisation ?? 'alla organisationer'}`,
    `Besvarade frågor: ${asked}`,
    `Andel utan svar: ${share} (${byKind.unknown ?? 0} utan svar, ${byKind.clarify ?? 0} med motfråga)`,
    ...section(
      'Mest frågat',
      report.mostAsked.map(({ title, count }) => `${count}  ${title}`),
    ),
    ...section(
      'Minst hjälp av (nej/ja)',
      report.worstRated.flatMap(({ title, up, down, reasons }) => [
        `${down}/${up}  ${title}`,
        ...reasons.map((reason) => `       ”${onOneLine(reason)}”`),
      ]),
    ),
    ...section(
      'Skickade till HR, nyast först',
      report.sent.flatMap(({ day, name, department, organisation, question }) => [
        `${day}  ${name === undefined ? 'någon som har lämnat katalogen' : `${name}, ${department}`} (${organisation})`,
        `       ”${onOneLine(question)}”`,
      ]),
    ),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', title, ...(lines.length === 0 ? ['  –'] : lines.map((line) => `  ${line}`))];
}

/** So that nobody's line breaks look like lines of the report. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
