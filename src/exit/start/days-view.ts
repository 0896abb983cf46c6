import type { View } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { ExitKind, Trait } from '../checklist/item.js';
import { type Form, type Typed, typedOf } from './forms.js';
import { DAYS, type DayFaults } from './read-days.js';
import { startTexts } from './texts.js';

export interface DaysForm {
  readonly who: string;
  readonly kind: ExitKind;
  readonly typed: Typed;
  readonly faults?: DayFaults;
  /** What is wrong with the form as a whole. */
  readonly problem?: string;
  readonly asked: readonly Trait[];
  readonly locale: Locale;
}

/** Where the form stands: before the case, with what it was opened with; or in an open case, with the version that is changed. */
export type DaysOf =
  | { readonly new: Form & { readonly employee: string } }
  | { readonly change: { readonly case: string; readonly seen: string } };

/** Second card: days, and what holds of the person. The same changes an open case. */
export function daysView(form: DaysForm, of: DaysOf): View {
  const { who, kind, typed, faults = {}, problem = '', asked, locale } = form;
  const texts = startTexts[locale];
  const errors = Object.fromEntries(
    DAYS.map((field) => [`${field}Error`, faults[field] ? texts.dayFaults[faults[field]] : '']),
  );
  const blank = { form: '', openedAt: '', draft: '', employee: '', case: '', seen: '' };
  return {
    template: 'exit/start-days',
    data: {
      ...blank,
      ...('new' in of ? of.new : of.change),
      isNew: 'new' in of,
      who,
      kind,
      kindName: texts.kinds[kind],
      noticeLabel: texts.noticeLabels[kind],
      asksNotice: kind !== 'visstid',
      ...typedOf(typed),
      ...errors,
      problem,
      traitChoices: asked.map((value) => ({ value, title: texts.traits[value] })),
    },
  };
}
