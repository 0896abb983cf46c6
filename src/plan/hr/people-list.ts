import type { Reply, Turn, View } from '../../actions/index.js';
import { choicesOf, namesOf, numberIn } from '../../broadcast/index.js';
import type { Round } from '../round/index.js';
import { countRound, isDone, type PersonCount } from './count.js';
import { ownRound, type PlanHrParts, unknown } from './parts.js';
import { planHrTexts } from './texts.js';
import type { PeopleQuery } from './values.js';

const ON_A_PAGE = 10;
/** The choice of all departments; the others are named by a hash. */
const ALL = 'alla';
const collator = new Intl.Collator('sv');

/** Who has answered and who has not, by department, page by page. */
export function createPeopleList(parts: PlanHrParts) {
  const { rounds, directory } = parts;

  async function view(turn: Turn, round: Round, { page, department: chosen, who }: PeopleQuery): Promise<View> {
    const texts = planHrTexts[turn.locale];
    const number = (value: number) => numberIn(turn.locale, value);
    const { people, departments } = await countRound(rounds.digests(round.organisation, round.id));
    const choices = choicesOf(departments.map(({ department }) => ({ department, unit: '', roles: [] }))).departments;
    const [department] = namesOf([chosen], choices) ?? [];
    const rows = people
      .filter((row) => department === undefined || row.department === department)
      .filter((row) => who === 'all' || isDone(row) === (who === 'done'))
      .map((row) => ({ ...row, ...known(row) }))
      .sort((a, b) => collator.compare(a.department, b.department) || collator.compare(a.name, b.name));
    const last = Math.max(1, Math.ceil(rows.length / ON_A_PAGE));
    const at = Math.min(page, last);
    const shown = rows.slice((at - 1) * ON_A_PAGE, at * ON_A_PAGE);
    return {
      template: 'plan/people',
      data: {
        round: round.id,
        title: round.title,
        department: department === undefined ? ALL : chosen,
        who,
        choices,
        count: texts.people(number(rows.length)),
        rows: shown.map((row, index) => ({
          // Said once above those whom it holds for.
          heading: row.department === shown[index - 1]?.department ? '' : row.department,
          name: row.name,
          place: row.place,
          answered: texts.of(number(row.answered), number(row.items)),
          isDone: isDone(row),
        })),
        place: last > 1 ? texts.of(number(at), number(last)) : '',
        pages: [
          ...(at > 1 ? [{ to: at - 1, direction: 'previous' }] : []),
          ...(at < last ? [{ to: at + 1, direction: 'next' }] : []),
        ],
      },
    };

    function known({ person, units }: PersonCount) {
      const found = directory.find(person);
      const where = units.length === 1 ? units[0]! : texts.units(units.length);
      return {
        name: found?.name ?? texts.goneFromDirectory,
        place: [found?.function, where].filter(Boolean).join(', '),
      };
    }
  }

  return {
    /** In a card of its own, since the round's card is made anew by itself. */
    async open(turn: Turn, id: string): Promise<Reply> {
      const stored = await ownRound(parts, turn, id);
      if (!stored) return unknown(turn);
      const card = await view(turn, stored.round, { round: id, page: 1, department: ALL, who: 'waiting' });
      return {
        post: [{ card, summary: stored.round.title }],
        toast: planHrTexts[turn.locale].below,
        outcome: 'round-people',
      };
    },

    async page(turn: Turn, query: PeopleQuery): Promise<Reply> {
      const stored = await ownRound(parts, turn, query.round);
      return stored ? { replace: await view(turn, stored.round, query), outcome: 'round-people' } : unknown(turn);
    },
  };
}
