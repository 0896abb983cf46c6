import type { View } from '../../actions/index.js';
import type { Locale } from '../../calendar/index.js';
import type { ExitCase } from '../case/exit-case.js';
import { noticeView } from './parts.js';
import { startTexts } from './texts.js';

/**
 * What stands in the place of a checklist whose case is over: the same for the employee, the manager and everybody else. With
 * `left`, for somebody who has no part in an open case any more.
 */
export function closedView({ status }: Pick<ExitCase, 'status'>, locale: Locale): View {
  const { closed, left } = startTexts[locale];
  const { title, line } = status === 'withdrawn' || status === 'ended' || status === 'recalled' ? closed[status] : left;
  return noticeView(title, line);
}
