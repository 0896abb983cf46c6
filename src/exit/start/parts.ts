import type { Reply, Turn, View } from '../../actions/index.js';
import type { ExitParts } from '../parts.js';
import type { CaseCourse } from './course.js';
import { startTexts } from './texts.js';

export { personOf } from '../case/person-of.js';

/** What starting and leading a case stand on. */
export interface ExitStartParts extends ExitParts {
  readonly course: CaseCourse;
}

/** A small card of a title and a line; with a case, a button that leads to it. */
export function noticeView(title: string, line: string, about = ''): View {
  return { template: 'exit/lead-notice', data: { title, line, case: about } };
}

/** What a press gets about what is not there, or not for the asker: the same words, so that they tell nothing. */
export function gone({ locale }: Turn): Reply {
  return { toast: startTexts[locale].gone, outcome: 'exit-gone' };
}
