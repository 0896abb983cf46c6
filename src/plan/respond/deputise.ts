import type { z } from 'zod';
import type { Reply, Turn } from '../../actions/index.js';
import type { Person } from '../../people/index.js';
import type { RoundItem } from '../round/item.js';
import { type Desk, type PlanRespondParts, type Seat } from './desk.js';
import type { deputySchema } from './forms.js';
import type { Show } from './show.js';
import { respondTexts } from './texts.js';

type Input = z.infer<typeof deputySchema>;

/** "Lämna över": somebody else of the organisation may answer one item, or all that the person has not answered yet. */
export function createDeputise({ rounds, directory }: PlanRespondParts, desk: Desk, show: Show) {
  /** The e-mail address, where one was written, is meant before the choice. */
  function chosen({ organisation, id }: Person, { person, email }: Input, { locale }: Turn): Person | string {
    const texts = respondTexts[locale];
    const written = email.trim();
    if (written === '' && person === '') return texts.choosePerson;
    const found = written === '' ? directory.find(person) : directory.findByEmail(written);
    if (found?.organisation !== organisation) return texts.noSuchPerson;
    return found.id === id ? texts.yourself : found;
  }

  /** One item, or with `all` every silent one that the person is responsible for. */
  async function handOver({ items, person }: Seat, item: RoundItem, deputy: Person, about: { all: boolean; at: Date }) {
    const outcome = await rounds.delegate(item, deputy.id, person.id, about.at);
    if (!about.all || (outcome !== 'delegated' && outcome !== 'already')) return outcome;
    for (const other of items)
      if (other !== item && !other.response && other.persons.includes(person.id))
        await rounds.delegate(other, deputy.id, person.id, about.at);
    return outcome;
  }

  return async (turn: Turn, input: Input): Promise<Reply> => {
    const texts = respondTexts[turn.locale];
    const found = await desk.item(turn, input);
    if (!found) return show.gone(texts.notYours);
    const { seat, item } = found;
    const deputy = chosen(seat.person, input, turn);
    if (typeof deputy === 'string')
      return { ...show.deputy(seat, item, { problem: deputy, chosen: input }), outcome: 'round-deputy-refused' };
    const outcome = await handOver(seat, item, deputy, { all: input.all === 'true', at: turn.now });
    switch (outcome) {
      case 'delegated':
      case 'already': {
        const note = outcome === 'delegated' ? texts.delegated(deputy.name) : texts.delegatedAlready(deputy.name);
        const now = await desk.item(turn, input);
        return { ...show.item(turn, now?.seat ?? seat, now?.item ?? item, { note }), outcome: `round-${outcome}` };
      }
      case 'closed':
        return { ...show.item(turn, seat, item, { problems: [texts.closed] }), outcome: 'round-refused' };
      case 'not-yours':
        return { ...show.item(turn, seat, item, { problems: [texts.notResponsible] }), outcome: 'round-refused' };
      case 'no-such-person':
        return { ...show.deputy(seat, item, { problem: texts.noSuchPerson, chosen: input }), outcome: 'round-refused' };
      case 'unknown':
        return show.gone(texts.gone);
    }
  };
}
