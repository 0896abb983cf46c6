import { pageWithin, type Turn, type View } from '../../actions/index.js';
import { stockholmDate } from '../../calendar/index.js';
import { organisationOf } from '../../people/index.js';
import { type HrParts, itemsOf, openCases } from './gather.js';
import { documentTexts } from './documents-texts.js';
import { departmentOf, standingOf } from './standing.js';
import { hrTexts } from './texts.js';

/** So many cases stand on one card. */
export const PAGE = 6;
export const ALL = 'alla';

const collator = new Intl.Collator('sv');

/** HR's list of the board's open cases, a page of it, of one department when that is chosen. */
export async function listView(
  parts: HrParts,
  { asker, now, locale }: Turn,
  { page: wanted, department: chosen }: { readonly page: number; readonly department: string },
): Promise<View> {
  const texts = hrTexts[locale];
  const organisation = organisationOf(asker);
  const open = await openCases(parts, organisation);
  const placed = open.map((exitCase) => ({ exitCase, department: departmentOf(exitCase, parts.directory) }));
  const departments = [...new Set(placed.map(({ department }) => department))].sort((a, b) => collator.compare(a, b));
  const department = departments.includes(chosen) ? chosen : ALL;
  const cases = placed.filter((one) => department === ALL || one.department === department);
  const { items: shown, page, pages, turnings } = pageWithin(cases, wanted, PAGE);
  return {
    template: 'exit/hr-list',
    data: {
      organisation,
      count: [texts.count(cases.length), ...(pages > 1 ? [texts.place(page, pages)] : [])].join(' · '),
      department,
      choices: departments.filter((name) => name !== '').map((name) => ({ title: name, value: name })),
      cases: shown.map(({ exitCase }, index) => {
        const number = (page - 1) * PAGE + index + 1;
        const person = parts.directory.find(exitCase.employee);
        const standing = standingOf(exitCase, itemsOf(exitCase, parts), stockholmDate(now));
        return {
          case: exitCase.id,
          name: `${number}. ${person?.name ?? texts.leaver}`,
          place: [person?.unit ?? '', person?.department ?? texts.noDepartment].filter(Boolean).join(', '),
          days: texts.days(exitCase.lastWorkingDay),
          standing: texts.standing(standing),
          talk: texts.talk[standing.talk],
          lead: texts.buttons.lead(number),
          list: texts.buttons.list(number),
          handover: texts.buttons.handover(number),
          documents: documentTexts[locale].button(number),
        };
      }),
      pages: turnings,
    },
  };
}
