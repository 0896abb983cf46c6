import type { Message } from '../../actions/index.js';
import { stockholmDate } from '../../calendar/index.js';
import { ICS_TYPE, writeIcs } from '../../documents/index.js';
import type { Seat } from './desk.js';
import { talkTexts } from './texts.js';
import { nameOf, type ViewAbout } from './views.js';
import { wishOf } from './wish.js';

/**
 * The booking as a calendar file, for whoever asks for it; undefined when nothing is booked. The same case has the same UID in
 * every file, and each booking a higher number, so that a calendar moves what it has.
 */
export function calendarMessage(
  { exitCase, as }: Seat,
  about: ViewAbout & { readonly now: Date },
): Message | undefined {
  const { locale, directory, now } = about;
  const texts = talkTexts[locale];
  const { id, employee, manager, talk } = exitCase;
  const { bookedFor: start, minutes = 60, place = '', bookings = 1 } = talk;
  if (!start) return undefined;
  const isHrs = wishOf(talk) === 'hr';
  const host = isHrs ? texts.hr : nameOf(manager, directory, texts.somebodysManager);
  const other = as === 'medarbetare' ? host : nameOf(employee, directory, texts.somebody);
  const event = {
    uid: `exit-talk-${id}@ubara-assistenten`,
    sequence: bookings - 1,
    ...{ start, minutes, place },
    title: texts.titleWith(other),
    description: texts.fileBody,
    writtenAt: now,
  };
  const file = {
    name: texts.file(stockholmDate(start)),
    contentType: ICS_TYPE,
    description: texts.fileText,
    bytes: () => writeIcs(event),
  };
  return { text: texts.fileText, file };
}
