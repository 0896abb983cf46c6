import type * as Ical from 'ical-generator';

/** One appointment, as a calendar takes it in. */
export interface WrittenEvent {
  /** The same for each version of the appointment: a later file with a higher `sequence` changes what the calendar has. */
  readonly uid: string;
  readonly sequence: number;
  readonly start: Date;
  readonly minutes: number;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  /** When this version was made. */
  readonly writtenAt: Date;
}

/** What an .ics file is on the web. */
export const ICS_TYPE = 'text/calendar; charset=utf-8; method=PUBLISH';

/**
 * An .ics file with one appointment (RFC 5545), private to others who see the calendar. Its times are in UTC, so that every
 * calendar shows the right hour, in summer and winter time, without a table of time zones. Throws RangeError for a length that
 * is none.
 */
export async function writeIcs(event: WrittenEvent): Promise<Uint8Array> {
  const { uid, sequence, start, minutes, title, description, place, writtenAt } = event;
  if (!(Number.isInteger(minutes) && minutes > 0)) throw new RangeError(`${minutes} minutes are no length.`);
  // Loaded when it is needed, as the writer of Word documents is.
  const ical: typeof Ical = await import('ical-generator');
  const calendar = ical.default({
    prodId: '//UBARA//UBARA-assistenten//SV',
    method: ical.ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: uid,
    sequence,
    stamp: writtenAt,
    start,
    end: new Date(start.getTime() + minutes * 60_000),
    summary: title,
    description,
    location: place,
    class: ical.ICalEventClass.PRIVATE,
    status: ical.ICalEventStatus.CONFIRMED,
    busystatus: ical.ICalEventBusyStatus.BUSY,
  });
  return new TextEncoder().encode(`${calendar.toString()}\r\n`);
}
