import { type Message, pageOf, type Reply, type Turn } from '../../../actions/index.js';
import type { ExitCase } from '../../case/exit-case.js';
import { mayLead } from '../access.js';
import { namesOf } from '../desk.js';
import { type ExitStartParts, personOf } from '../parts.js';
import { startTexts } from '../texts.js';

/** So many stand on one card, with a button each. */
const MOST = 8;

/** "mina avslut": the open cases that somebody leads or has started, and the own drafts, newest first. */
export function createOwnCases({ cases, directory }: Pick<ExitStartParts, 'cases' | 'directory'>) {
  async function* own(turn: Turn): AsyncIterable<ExitCase> {
    const person = personOf(turn);
    for await (const one of cases.list(person.organisation)) {
      const isDraft = one.status === 'draft' && one.startedBy === person.id;
      const isLed = one.status === 'open' && (isOwn(one, person.id) || isReport(one, person.id));
      if (isDraft || (isLed && mayLead(directory, person, one))) yield one;
    }
  }

  /** Who has become the employee's manager since leads the case before it is mended. */
  const isReport = ({ employee }: ExitCase, person: string) => directory.managerOf(employee)?.id === person;

  async function message(turn: Turn, page: number): Promise<Message> {
    const texts = startTexts[turn.locale];
    const { items, hasMore } = await pageOf(own(turn), page, { most: MOST });
    const card = {
      template: 'exit/lead-list',
      data: {
        page,
        none: items.length === 0 && page === 1 ? texts.listNone : '',
        items: items.map((one) => {
          const { name, title, place } = namesOf(directory, one.employee, turn.locale);
          return {
            case: one.id,
            name,
            line: [title, place].filter((part) => part !== '').join(', '),
            status: `${texts.statuses[one.status]} · ${texts.lastDay(one.lastDay)}`,
            isDraft: one.status === 'draft',
          };
        }),
        pages: [
          ...(page > 1 ? [{ to: page - 1, direction: 'previous' }] : []),
          ...(hasMore ? [{ to: page + 1, direction: 'next' }] : []),
        ],
      },
    };
    return { card, summary: texts.listTitle };
  }

  return {
    async post(turn: Turn): Promise<Reply> {
      if (turn.conversation !== 'personal')
        return { post: [{ text: startTexts[turn.locale].onlyInPersonalChat }], outcome: 'not-personal' };
      return { post: [await message(turn, 1)], outcome: 'exit-list' };
    },
    async page(turn: Turn, page: number): Promise<Reply> {
      return { replace: (await message(turn, page)).card!, outcome: 'exit-list' };
    },
  };
}

function isOwn({ manager, startedBy }: ExitCase, person: string): boolean {
  return manager === person || startedBy === person;
}
