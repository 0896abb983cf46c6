import { type IsoDate, type Locale, stockholmDate, stockholmTime, type WallTime } from '../../calendar/index.js';
import type { ExitCase, Lead } from '../case/exit-case.js';
import { talkTexts } from './texts.js';

const LANGUAGE = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Locale, string>;

/** "tisdag 17 november 2026 kl. 10:00" */
export function momentIn(locale: Locale, day: IsoDate, time: WallTime): string {
  const format = new Intl.DateTimeFormat(LANGUAGE[locale], {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    timeZone: 'UTC',
  });
  // Some versions of Node write a comma after the English weekday.
  const date = format.format(new Date(`${day}T12:00:00Z`)).replace(',', '');
  return locale === 'sv' ? `${date} kl. ${time}` : `${date} at ${time}`;
}

/** "tisdag 17 november 2026 kl. 10:00–11:00"; '' while nothing is booked. */
export function bookedIn(locale: Locale, { bookedFor, minutes = 60 }: ExitCase['talk']): string {
  if (!bookedFor) return '';
  const end = stockholmTime(new Date(bookedFor.getTime() + minutes * 60_000));
  return `${momentIn(locale, stockholmDate(bookedFor), stockholmTime(bookedFor))}–${end}`;
}

/** The same with its place. */
export function bookingIn(locale: Locale, talk: ExitCase['talk']): string {
  const when = bookedIn(locale, talk);
  return when === '' ? '' : talkTexts[locale].at(when, talk.place ?? '');
}

/** "Samtalet hölls (antecknat av HR 2026-11-17)."; '' while that side has recorded nothing. */
export function outcomeIn(locale: Locale, { outcomes }: ExitCase['talk'], by: Lead): string {
  const recorded = outcomes?.[by];
  if (!recorded) return '';
  const texts = talkTexts[locale];
  return texts.outcomeBy(texts.outcomes[recorded.outcome], texts.leads[by], stockholmDate(recorded.at));
}
