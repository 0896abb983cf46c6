import type { View } from '../../actions/index.js';
import { type Counts, numberIn, percentOf, shareIn } from '../../broadcast/index.js';
import { type Locale, stockholmDate, stockholmTime } from '../../calendar/index.js';
import type { Round } from '../round/index.js';
import type { RoundCount } from './count.js';
import { planHrTexts } from './texts.js';

const BAR_SIGNS = 20;
/** So many departments stand on the card; the list of persons has them all. */
const MOST_DEPARTMENTS = 40;

/** What can be done with a round as it stands; the same decides which buttons there are and which presses count. */
export function possible({ state }: Pick<Round, 'state'>, count: RoundCount, counts: Counts) {
  const isOpen = state === 'open';
  return {
    remind: isOpen && count.answered < count.items,
    extend: isOpen,
    reopenItem: isOpen && count.answered > 0,
    close: isOpen,
    openAgain: state === 'closed',
    resend: isOpen && (counts.failed ?? 0) + (counts.notInstalled ?? 0) > 0,
  } as const;
}

/** HR's card of a round: how far it has come, whom the cards have reached, what can be done. Pure. */
export function statusView(
  round: Round,
  count: RoundCount,
  counts: Counts,
  { now, locale }: { readonly now: Date; readonly locale: Locale },
): View {
  const texts = planHrTexts[locale];
  const number = (value: number) => numberIn(locale, value);
  const some = (value: number | undefined) => (value ? number(value) : '');
  const percent = percentOf(count.answered, count.items);
  const filled = Math.round((percent / 100) * BAR_SIGNS);
  const { recipients = 0, delivered = 0 } = counts;
  const shown = count.departments.slice(0, MOST_DEPARTMENTS);
  return {
    template: 'plan/status',
    data: {
      round: round.id,
      press: now.toISOString(),
      title: round.title,
      state: round.state,
      deadline: stockholmDate(round.deadline),
      isOver: round.state === 'open' && round.deadline < now,
      closedOn: round.closedAt ? stockholmDate(round.closedAt) : '',
      share: shareIn(locale, count.answered, count.items),
      percent,
      bar: `${'█'.repeat(filled)}${'░'.repeat(BAR_SIGNS - filled)}`,
      done: number(count.done),
      begun: number(count.begun),
      silent: number(count.silent),
      delivered: recipients > 0 ? shareIn(locale, delivered, recipients) : '',
      failed: some(counts.failed),
      uncertain: some(counts.uncertain),
      notInstalled: some(counts.notInstalled),
      reminded: some(counts.reminded),
      departments: shown.map(({ department, items, answered, persons, done }) => ({
        department,
        answers: texts.answers(texts.of(number(answered), number(items)), number(done), number(persons)),
      })),
      moreDepartments: count.departments.length > shown.length ? number(count.departments.length - shown.length) : '',
      seenAt: stockholmTime(now),
      can: possible(round, count, counts),
    },
  };
}
