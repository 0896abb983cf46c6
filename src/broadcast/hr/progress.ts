import { type Locale, stockholmDate, stockholmTime } from '../../calendar/index.js';
import type { Broadcast } from '../broadcast.js';
import { type Counts, unfinished } from '../counts.js';
import { momentIn, numberIn, percentOf, shareIn } from './wording.js';

export interface ProgressCircumstances {
  readonly now: Date;
  readonly locale: Locale;
  /** Requests a second of all processes together. */
  readonly perSecond: number;
  readonly canRemind: boolean;
}

/** As people count: those on their way first what is done, then what is not. */
const STATES_SHOWN = [
  'delivered',
  'pending',
  'sending',
  'failed',
  'uncertain',
  'notInstalled',
  'unresolved',
  'cancelled',
];
const BAR_SIGNS = 20;

/** What the progress card shows of a broadcast as it stands. Pure. */
export function progressData(broadcast: Broadcast, counts: Counts, about: ProgressCircumstances): object {
  const { locale, now } = about;
  const { status, recalledAt, sendAt, startedAt, deadline, edition } = broadcast;
  const of = (name: string) => counts[name] ?? 0;
  const number = (value: number) => numberIn(locale, value);
  const recipients = of('recipients');
  const delivered = of('delivered');
  const isAsking = broadcast.content.confirm === true;
  const percent = percentOf(delivered, recipients);
  const filled = Math.round((percent / 100) * BAR_SIGNS);
  return {
    broadcast: broadcast.id,
    press: now.toISOString(),
    title: broadcast.title,
    status: recalledAt ? 'recalled' : status,
    recipients: number(recipients),
    share: shareIn(locale, delivered, recipients),
    percent,
    bar: `${'█'.repeat(filled)}${'░'.repeat(BAR_SIGNS - filled)}`,
    states: STATES_SHOWN.filter((state) => of(state) > 0).map((state) => ({ state, count: number(of(state)) })),
    causes: causesOf(counts).map(({ cause, count }) => ({ cause, count: number(count) })),
    answered: isAsking ? shareIn(locale, of('answered'), delivered) : '',
    deadline: isAsking && deadline ? stockholmDate(deadline) : '',
    reminded: of('reminded') > 0 ? number(of('reminded')) : '',
    duplicates: of('possibleDuplicates') > 0 ? number(of('possibleDuplicates')) : '',
    sendAt: status === 'scheduled' && sendAt ? momentIn(sendAt) : '',
    startedAt: startedAt ? momentIn(startedAt) : '',
    end: status === 'sending' && unfinished(counts) > 0 ? expectedEnd(unfinished(counts), about) : '',
    corrected: edition > 0 && !recalledAt ? shareIn(locale, of('corrected'), delivered) : '',
    recalled: recalledAt ? shareIn(locale, of('recalled'), delivered) : '',
    notEdited: of('notEdited') > 0 ? number(of('notEdited')) : '',
    seenAt: stockholmTime(now),
    can: possible(broadcast, counts, about),
  };
}

/** What can be done with a broadcast as it stands; the same decides which buttons there are and which presses count. */
export function possible(
  { status, recalledAt, content }: Pick<Broadcast, 'status' | 'recalledAt' | 'content'>,
  counts: Counts,
  { canRemind }: Pick<ProgressCircumstances, 'canRemind'>,
): Readonly<Record<string, boolean>> {
  const of = (name: string) => counts[name] ?? 0;
  const isOpen = !recalledAt && status !== 'cancelled';
  const isUnderWay = status === 'sending' || status === 'paused';
  const waiting = of('delivered') - of('answered');
  return {
    pause: isOpen && status === 'sending',
    resume: isOpen && status === 'paused',
    cancel: isOpen && status !== 'done',
    resend: isOpen && (isUnderWay || status === 'done') && of('failed') + of('notInstalled') > 0,
    uncertain: isOpen && (isUnderWay || status === 'done') && of('uncertain') > 0,
    remind: isOpen && canRemind && content.confirm === true && waiting > 0 && status !== 'scheduled',
    correct: !recalledAt && (isOpen || of('delivered') > 0),
    recall: !recalledAt && of('delivered') > 0,
  };
}

function causesOf(counts: Counts): { cause: string; count: number }[] {
  return Object.entries(counts)
    .filter(([name]) => name.startsWith('failed:'))
    .map(([name, count]) => ({ cause: name.slice('failed:'.length), count }))
    .sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1));
}

/** At the full rate: the earliest. */
function expectedEnd(left: number, { now, perSecond }: ProgressCircumstances): string {
  return stockholmTime(new Date(now.getTime() + Math.ceil(left / perSecond) * 1000));
}
