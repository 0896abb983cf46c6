import type { Locale } from '../../calendar/index.js';
import { streamXlsx, writeDocx } from '../../documents/index.js';
import type { Directory } from '../../people/index.js';
import type { PlanStore } from '../plan-store.js';
import type { Round, RoundItem, RoundStore } from '../round/index.js';
import { readDetails } from './details.js';
import { isDeviating, readExceptions } from './deviation.js';
import { MOST_WRITTEN } from './document/exceptions.js';
import { reportDocument } from './document/report-document.js';
import { concernsDepartment, type ReportFilter } from './filter.js';
import { readItems } from './read-items.js';
import { readSummary } from './read-summary.js';
import { reportSheets } from './sheets/report-sheets.js';
import type { RoundSummary } from './summary.js';
import { reportTexts } from './texts.js';

const WRITTEN = { deviations: MOST_WRITTEN, moved: MOST_WRITTEN };

export interface ReportParts {
  readonly rounds: Pick<
    RoundStore,
    'find' | 'findItem' | 'list' | 'digests' | 'unitItems' | 'items' | 'exceptions' | 'histories'
  >;
  readonly plans: Pick<PlanStore, 'find'>;
  readonly directory: Directory;
}

export interface WritingOptions {
  readonly locale: Locale;
  readonly now: Date;
  /** Told of each item that is written or read, for a progress bar. */
  readonly onItem?: () => void;
}

/** The report of a follow-up round at any moment, for HR of its organisation. */
export interface PlanReport {
  /** Figures from the digests; undefined when the organisation has no such round. */
  summary(organisation: string, round: string, filter?: ReportFilter): Promise<RoundSummary | undefined>;
  /** The items of the summary's first deviations, as they are now. */
  deviations(summary: RoundSummary): Promise<readonly RoundItem[]>;
  docx(summary: RoundSummary, options: WritingOptions): Promise<Uint8Array>;
  /** The file part by part: memory stays the same however large the round is. */
  xlsx(summary: RoundSummary, options: WritingOptions): AsyncIterable<Uint8Array>;
}

export function createPlanReport({ rounds, plans, directory }: ReportParts): PlanReport {
  return {
    async summary(organisation, id, filter = {}) {
      const found = await rounds.find(organisation, id);
      return found && readSummary({ rounds, plans }, found.round, filter);
    },

    async deviations({ round: { organisation, id: round }, deviations }) {
      const found = await Promise.all(
        deviations.map(({ department, unit, key }) => rounds.findItem({ organisation, round, department, unit }, key)),
      );
      // Whoever answered anew meanwhile may be back on plan.
      return found.flatMap((stored) => (stored && isDeviating(stored.item.response?.status) ? [stored.item] : []));
    },

    async docx(summary, { locale, now, onItem }) {
      const { round, filter } = summary;
      const [details, found] = await Promise.all([
        readDetails(readItems(rounds, summary, onItem)),
        readExceptions(rounds.exceptions(round.organisation, round.id), filter, WRITTEN),
      ]);
      const owner = directory.find(round.createdBy)?.function ?? '';
      const material = { summary, details, exceptions: found, organisation: round.organisation, owner, now, locale };
      return writeDocx(reportDocument(material));
    },

    xlsx(summary, { locale, now, onItem }) {
      const { round, filter, spread, plans: titles } = summary;
      const { author, title } = reportTexts[locale];
      const asked = new Map(spread.map((one) => [one.asked.key, one.asked]));
      const sheets = reportSheets({
        items: readItems(rounds, summary, onItem),
        histories: historiesOf(rounds, round, filter),
        askedOf: (key) => asked.get(key),
        titleOf: (plan) => titles.find(({ id }) => id === plan)?.title ?? plan,
        locale,
      });
      return streamXlsx(sheets, { title: title(round.title), author, now });
    },
  };
}

/** Of the departments asked for; what is asked about is known by `askedOf`, which holds the rest of the filter. */
async function* historiesOf(rounds: Pick<RoundStore, 'histories'>, { organisation, id }: Round, filter: ReportFilter) {
  for await (const one of rounds.histories(organisation, id))
    if (concernsDepartment(filter, one.unit.department)) yield one;
}
