import { LAST_MINUTE, type Locale, readMoment } from '../../calendar/index.js';
import type { Person, Role } from '../../people/index.js';
import { type GuardText, holdsPersonalNumber } from '../../privacy/index.js';
import type { Announcement } from '../announcement.js';
import type { Audience } from '../audience.js';
import { readPersons } from '../read-persons.js';
import { checkWords, wordsOf } from './check-words.js';
import { type Choices, chosen, EVERYBODY, namesOf } from './choices.js';
import { hrTexts } from './texts.js';
import type { Values } from './values.js';

/** What HR wants to send, ready to be created. */
export interface Wanted {
  readonly audience: Audience;
  readonly content: Announcement;
  readonly deadline?: Date;
  readonly sendAt?: Date;
}

export type ReadForm =
  | { readonly kind: 'wanted'; readonly wanted: Wanted }
  | {
      readonly kind: 'faulty';
      readonly problems: readonly string[];
      /** What the form carries from now on of what its writer was asked about. */
      readonly shown: string;
    };

export interface Circumstances {
  readonly sender: Person;
  readonly choices: Choices;
  readonly guard: GuardText;
  readonly now: Date;
  readonly locale: Locale;
}

/** Reads the form as it was typed. Tells every problem at once. Pure. */
export function readForm(values: Values, { sender, choices, guard, now, locale }: Circumstances): ReadForm {
  const words = checkWords(values, { guard, locale });
  const audience = readAudience(values, choices, locale);
  const sendAt = readSendAt(values, now, locale);
  const deadline = readDeadline(values, sendAt.value ?? now, locale);
  const problems = [...audience.problems, ...words.problems, ...deadline.problems, ...sendAt.problems];
  if (problems.length > 0 || !audience.value) return { kind: 'faulty', problems, shown: words.shown };
  return {
    kind: 'wanted',
    wanted: {
      audience: audience.value,
      content: {
        ...wordsOf(values),
        from: { function: sender.function, organisation: sender.organisation },
        confirm: values.confirm === 'true',
      },
      deadline: deadline.value,
      sendAt: sendAt.value,
    },
  };
}

interface Part<T> {
  readonly value?: T;
  readonly problems: readonly string[];
}

const wrong = (...problems: string[]) => ({ problems });
const right = <T>(value?: T): Part<T> => ({ value, problems: [] });

function readAudience(values: Values, choices: Choices, locale: Locale): Part<Audience> {
  const texts = hrTexts[locale];
  const list = values.persons.trim();
  const groups = [values.roles, values.departments, values.units].flatMap(chosen);
  if (list === '' && groups.length === 0) return wrong(texts.audienceMissing);
  if (list !== '' && groups.length > 0) return wrong(texts.audienceTwice);
  if (list !== '')
    return holdsPersonalNumber(list) ? wrong(texts.listWithNumber) : right({ persons: readPersons(list) });
  const roles = chosen(values.roles);
  const departments = namesOf(chosen(values.departments), choices.departments);
  const units = namesOf(chosen(values.units), choices.units);
  const areRoles = roles.every((role) => (choices.roles as readonly string[]).includes(role));
  if (!areRoles || !departments || !units) return wrong(texts.choiceGone);
  return right({
    ...(roles.length > 0 && !roles.includes(EVERYBODY) && { roles: roles as Role[] }),
    ...(departments.length > 0 && { departments }),
    ...(units.length > 0 && { units }),
  });
}

function readSendAt({ sendDate, sendTime }: Values, now: Date, locale: Locale): Part<Date> {
  const texts = hrTexts[locale];
  if (sendDate === '' && sendTime === '') return right();
  if (sendDate === '' || sendTime === '') return wrong(texts.sendAtIncomplete);
  const at = readMoment(sendDate, sendTime);
  if (!at) return wrong(texts.momentUnreadable);
  return at > now ? right(at) : wrong(texts.sendAtPast);
}

function readDeadline({ deadline, confirm }: Values, from: Date, locale: Locale): Part<Date> {
  const texts = hrTexts[locale];
  if (deadline === '') return right();
  if (confirm !== 'true') return wrong(texts.deadlineWithoutConfirm);
  const at = readMoment(deadline, LAST_MINUTE);
  if (!at) return wrong(texts.momentUnreadable);
  return at > from ? right(at) : wrong(texts.deadlinePast);
}
