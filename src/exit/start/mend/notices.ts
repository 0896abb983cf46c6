import type { Composers, Recipient } from '../../../broadcast/index.js';
import type { Broadcast } from '../../../broadcast/index.js';
import type { PeopleDirectory } from '../../../people/index.js';
import type { Cases } from '../../case/cases.js';
import type { ExitCase } from '../../case/exit-case.js';
import { EMPLOYEE_GONE, MANAGER_CHANGED } from '../../case/subjects.js';
import { isHr } from '../access.js';
import { namesOf } from '../desk.js';
import { noticeView } from '../parts.js';
import { type StartTexts, startTexts } from '../texts.js';

interface NoticeParts {
  readonly cases: Pick<Cases, 'find'>;
  readonly directory: Pick<PeopleDirectory, 'find'>;
}

/** What HR is told of a case whose people are others than before, made from how it stands when it is sent. */
export function createNotices({ cases, directory }: NoticeParts): Composers {
  const compose =
    (say: (exitCase: ExitCase, to: Recipient) => { readonly title: string; readonly line: string }) =>
    async ({ organisation, content }: Broadcast, to: Recipient) => {
      const exitCase = await cases.find(organisation, String(content.subject));
      if (!exitCase) throw new Error('The exit case is removed.');
      const { title, line } = say(exitCase, to);
      return { card: noticeView(title, line, exitCase.id), summary: title };
    };

  return {
    [MANAGER_CHANGED]: compose(({ employee, manager, lastDay }, { locale }) => {
      const texts: StartTexts = startTexts[locale];
      const { name, place } = namesOf(directory, employee, locale);
      const leader = directory.find(manager);
      const isLedByHr = leader !== undefined && isHr(leader);
      const line = isLedByHr ? texts.hrLeads : texts.managerChanged;
      return {
        title: texts.managerChangedTitle(name),
        line: line(name, namesOf(directory, manager, locale).name, place, lastDay),
      };
    }),
    [EMPLOYEE_GONE]: compose(({ manager, lastDay }, { locale }) => {
      const texts: StartTexts = startTexts[locale];
      return {
        title: texts.employeeGoneTitle,
        line: texts.employeeGone(namesOf(directory, manager, locale).name, lastDay),
      };
    }),
  };
}
