import type { View } from '../../actions/index.js';
import { type Locale, LOCALES } from '../../calendar/index.js';
import { announcementMessage } from '../announcement.js';
import type { Rehearsal } from '../rehearse.js';
import { type Draft, versionOf } from './draft.js';
import type { Wanted } from './read-form.js';
import { hrTexts } from './texts.js';
import { durationIn, momentIn, numberIn } from './wording.js';

const MOST_LISTED = 10;

/** What would happen, the very card that recipients get, and the buttons that decide. */
export function rehearsalView(
  draft: Draft,
  wanted: Wanted,
  rehearsal: Rehearsal,
  { locale, note = '' }: { readonly locale: Locale; readonly note?: string },
): View {
  const { withoutChat, byDepartment, unresolved, sendAt } = rehearsal;
  const number = (value: number) => numberIn(locale, value);
  const rest = (count: number) => (count > MOST_LISTED ? number(count - MOST_LISTED) : '');
  return {
    template: 'broadcast/rehearsal',
    data: {
      form: draft.form,
      version: versionOf(draft),
      note,
      people: number(rehearsal.people),
      departments: byDepartment
        .slice(0, MOST_LISTED)
        .map(({ department, people }) => ({ department, people: number(people) })),
      moreDepartments: rest(byDepartment.length),
      withoutChat: number(withoutChat.count),
      names: withoutChat.names.join(', '),
      moreNames: withoutChat.more > 0 ? number(withoutChat.more) : '',
      duplicates: number(rehearsal.duplicates),
      unresolved: number(unresolved.length),
      written: unresolved.slice(0, MOST_LISTED).map((line) => ({ line: line.slice(0, 100) })),
      moreWritten: rest(unresolved.length),
      size: `${numberIn(locale, rehearsal.bytes / 1024, 1)} KB`,
      duration: durationIn(locale, rehearsal.seconds),
      when: sendAt ? momentIn(sendAt) : hrTexts[locale].now,
      isLater: sendAt !== undefined,
      previews: previews(wanted),
    },
  };
}

/** In each language that was written: the data of the very card. */
function previews({ content, deadline }: Wanted): object[] {
  const preview = { id: 'preview', content, deadline };
  const state = content.confirm ? 'preview' : 'none';
  return LOCALES.filter((locale) => locale === 'sv' || content.en).map((language) => ({
    language,
    ...announcementMessage(preview, language, { state }).card?.data,
  }));
}
