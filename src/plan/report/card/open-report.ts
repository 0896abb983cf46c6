import type { z } from 'zod';
import type { OutgoingFile, Reply, Turn, View } from '../../../actions/index.js';
import { collectBytes } from '../../../documents/index.js';
import { organisationOf } from '../../../people/index.js';
import type { Round } from '../../round/index.js';
import type { ReportFilter } from '../filter.js';
import { createPlanReport, type ReportParts } from '../plan-report.js';
import type { RoundSummary } from '../summary.js';
import { reportTexts } from '../texts.js';
import { reportCardData } from './card-data.js';
import { ALL, type Chosen, type fileSchema, filterOf, openSchema } from './inputs.js';

const CONTENT_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
/** The card offers these; older ones are reported by the command line. */
const MOST_ROUNDS = 10;

/** What stands on the card: the round with its figures, and whether a chosen plan or department is not in that round. */
interface Opened {
  readonly summary: RoundSummary;
  readonly rounds: readonly Round[];
  readonly isNarrower: boolean;
}

export function createOpenReport(parts: ReportParts) {
  const report = createPlanReport(parts);

  /** Newest first, those that can be reported. */
  async function roundsOf(organisation: string, wanted: string): Promise<Round[]> {
    const rounds: Round[] = [];
    for await (const round of parts.rounds.list(organisation)) {
      if (round.state !== 'preparing' && (rounds.length < MOST_ROUNDS || round.id === wanted)) rounds.push(round);
      if (rounds.length >= MOST_ROUNDS && (wanted === ALL || rounds.some(({ id }) => id === wanted))) break;
    }
    return rounds;
  }

  /** Ids come from the client: a round of another board is as unknown as nothing. */
  async function open(turn: Turn, chosen: Chosen): Promise<Opened | undefined> {
    const organisation = organisationOf(turn.asker);
    const rounds = await roundsOf(organisation, chosen.round);
    const round = chosen.round === ALL ? rounds[0] : rounds.find(({ id }) => id === chosen.round);
    if (!round) return undefined;
    const wanted = filterOf(chosen);
    const first = (await report.summary(organisation, round.id, wanted))!;
    const filter: ReportFilter = {
      ...wanted,
      ...(first.plans.some(({ id }) => id === wanted.plan) ? {} : { plan: undefined }),
      ...(first.departments.includes(wanted.department ?? '') ? {} : { department: undefined }),
    };
    const isNarrower = filter.plan !== wanted.plan || filter.department !== wanted.department;
    const summary = isNarrower ? (await report.summary(organisation, round.id, filter))! : first;
    return { summary, rounds, isNarrower };
  }

  async function cardOf(turn: Turn, { summary, rounds }: Opened): Promise<View> {
    const { locale, now, asker } = turn;
    const deviations = await report.deviations(summary);
    const material = { summary, deviations, rounds, organisation: organisationOf(asker), now, locale };
    return { template: 'plan/report', data: reportCardData(material) };
  }

  function fileOf(turn: Turn, { summary }: Opened, format: 'docx' | 'xlsx'): OutgoingFile {
    const { locale, now } = turn;
    const texts = reportTexts[locale];
    const about = [summary.round.title, summary.filter.department, summary.filter.plan, summary.filter.phase];
    const name = about.filter((part) => part !== undefined).join(' ');
    return {
      name: `${texts.file} ${name.replace(/[^\p{L}\p{N} .,_-]/gu, '-').slice(0, 100)}.${format}`,
      contentType: CONTENT_TYPES[format],
      description: texts.fileBelow[format],
      bytes: () =>
        format === 'docx' ? report.docx(summary, { locale, now }) : collectBytes(report.xlsx(summary, { locale, now })),
    };
  }

  return {
    /** The newest round's report as a new message. */
    async post(turn: Turn): Promise<Reply> {
      const opened = await open(turn, openSchema.parse({}));
      const texts = reportTexts[turn.locale];
      if (!opened) return { post: [{ text: texts.noRound }], outcome: 'report-none' };
      const { round } = opened.summary;
      return {
        post: [{ card: await cardOf(turn, opened), summary: texts.title(round.title) }],
        outcome: 'report',
        touched: { round: round.id },
      };
    },

    /** In the place of the card whose fields were chosen. */
    async show(turn: Turn, chosen: Chosen): Promise<Reply> {
      const opened = await open(turn, chosen);
      const texts = reportTexts[turn.locale];
      if (!opened) return { toast: texts.unknownRound, outcome: 'report-unknown' };
      return {
        replace: await cardOf(turn, opened),
        ...(opened.isNarrower ? { toast: texts.notInRound } : {}),
        outcome: 'report',
        touched: { round: opened.summary.round.id },
      };
    },

    /** The file of what the fields hold; it is made when it is fetched. */
    async file(turn: Turn, { format, ...chosen }: z.infer<typeof fileSchema>): Promise<Reply> {
      const opened = await open(turn, chosen);
      const texts = reportTexts[turn.locale];
      if (!opened) return { toast: texts.unknownRound, outcome: 'report-unknown' };
      const file = fileOf(turn, opened, format);
      return {
        post: [{ text: `${file.description}: ${file.name}`, summary: file.description, file }],
        outcome: `report-${format}`,
        touched: { round: opened.summary.round.id },
      };
    },
  };
}
