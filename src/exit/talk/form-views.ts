import type { View } from '../../actions/index.js';
import { stockholmDate, stockholmTime } from '../../calendar/index.js';
import { partOf, type TalkEntry } from './content.js';
import type { LeadSeat } from './desk.js';
import type { TypedBooking, TypedRecord } from './forms.js';
import { OUTCOMES, versionOf } from './record.js';
import { talkTexts } from './texts.js';
import { LENGTHS, suggestTimes } from './times.js';
import { nameOf, type ViewAbout } from './views.js';
import { momentIn } from './wording.js';

/** What was typed, when a form comes back, and why it does. */
interface Back<Typed> {
  readonly typed?: Typed;
  readonly problems?: readonly string[];
}

/** When and where: filled in with the booking, or with the best proposal. */
export function bookView(
  { exitCase }: LeadSeat,
  {
    locale,
    directory,
    now,
    typed,
    problems = [],
    shown = '',
  }: ViewAbout & Back<TypedBooking> & { readonly now: Date; readonly shown?: string },
): View {
  const texts = talkTexts[locale];
  const { talk } = exitCase;
  const suggestions = suggestTimes(exitCase, now);
  const best = suggestions[0];
  const booked = talk.bookedFor && { date: stockholmDate(talk.bookedFor), time: stockholmTime(talk.bookedFor) };
  const values: TypedBooking = typed ?? {
    ...(booked ?? { date: best?.day ?? '', time: best?.time ?? '' }),
    minutes: String(talk.minutes ?? 60),
    place: talk.place ?? '',
  };
  const list = suggestions.map(({ day, time }) => momentIn(locale, day, time)).join('; ');
  return {
    template: 'exit/talk-book',
    data: {
      case: exitCase.id,
      title: texts.titleWith(nameOf(exitCase.employee, directory, texts.somebody)),
      problems: problems.map((problem) => ({ problem })),
      suggestions: list === '' ? texts.noSuggestions : texts.suggestions(list),
      ...values,
      lengths: LENGTHS.map((minutes) => ({ value: String(minutes), title: texts.minutes(minutes) })),
      seen: talk.bookings ?? 0,
      shown,
    },
  };
}

/** How it came out: an outcome and theme codes, and no field in which anything else could be written. */
export function recordView(
  { exitCase, as }: LeadSeat,
  content: readonly TalkEntry[],
  { locale, directory, typed, problems = [] }: ViewAbout & Back<TypedRecord>,
): View {
  const texts = talkTexts[locale];
  const { talk } = exitCase;
  const own = talk.outcomes?.[as];
  const values: TypedRecord = typed ?? { outcome: own?.outcome ?? '', themes: own?.themes.join(',') ?? '' };
  return {
    template: 'exit/talk-record',
    data: {
      case: exitCase.id,
      title: texts.titleWith(nameOf(exitCase.employee, directory, texts.somebody)),
      problems: problems.map((problem) => ({ problem })),
      ...values,
      outcomes: OUTCOMES.map((outcome) => ({ value: outcome, title: texts.outcomes[outcome] })),
      choices: partOf(content, 'theme').map((theme) => ({ value: theme.id, title: theme[locale] })),
      seen: versionOf(talk, as),
    },
  };
}
