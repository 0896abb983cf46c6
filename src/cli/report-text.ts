import type { QuestionsReport, RatedSubject } from '../feedback/index.js';
import type { Handling } from '../questions/index.js';

/** A sent question as the report shows it; without name when the sender has left the directory. */
export interface NamedQuestion {
  readonly day: string;
  readonly organisation: string;
  readonly name?: string;
  readonly department?: string;
  readonly question: string;
  readonly state: Handling['state'];
  /** Who of HR has it or concluded it, and on which day. */
  readonly by?: string;
  readonly handled?: string;
  /** The answer, or why it was closed without one. */
  readonly answer?: string;
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
    ...section('Väntar på HR, nyast först', report.sent.filter(waits).flatMap(linesOf)),
    ...section(
      'Besvarade eller stängda av HR, nyast först',
      report.sent.filter((question) => !waits(question)).flatMap(linesOf),
    ),
  ].join('\n');
}

function waits({ state }: NamedQuestion): boolean {
  return state === 'sent' || state === 'claimed';
}

const LEFT = 'någon som har lämnat katalogen';

function linesOf(sent: NamedQuestion): string[] {
  const { day, name, department, organisation, question, state, by = LEFT, handled, answer } = sent;
  const stands = {
    sent: 'ingen har tagit den',
    claimed: `${by} har den sedan ${handled}`,
    answered: `besvarad av ${by} ${handled}: ”${onOneLine(answer ?? '')}”`,
    closed: `stängd utan svar av ${by} ${handled}: ”${onOneLine(answer ?? '')}”`,
  } satisfies Record<Handling['state'], string>;
  return [
    `${day}  ${name === undefined ? LEFT : `${name}, ${department}`} (${organisation})`,
    `       ”${onOneLine(question)}”`,
    `       ${stands[state]}`,
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', title, ...(lines.length === 0 ? ['  –'] : lines.map((line) => `  ${line}`))];
}

/** So that nobody's line breaks look like lines of the report. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
