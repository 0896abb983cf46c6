import { type Broadcast, type Counts, sumCounts } from '../../broadcast/index.js';
import { ROUND } from '../round/index.js';
import type { PlanHrParts } from './parts.js';

type About = { readonly organisation: string; readonly id: string };

/** All that carries a round's cards: the round's own broadcast, and those of deputies and of items that were opened again. */
export function createSendings({ sendings, broadcasts }: Pick<PlanHrParts, 'sendings' | 'broadcasts'>) {
  async function* of({ organisation, id }: About): AsyncGenerator<Broadcast> {
    for await (const broadcast of sendings.list({ organisation, kind: ROUND, id })) {
      const found = await broadcasts.find(organisation, broadcast);
      if (found) yield found;
    }
  }

  return {
    of,
    /** How the cards of the round were delivered, all sendings together. */
    async counts(about: About): Promise<Counts> {
      const all: Counts[] = [];
      for await (const { organisation, id } of of(about)) all.push(await broadcasts.counts(organisation, id));
      return sumCounts(all);
    },
  };
}

export type Sendings = ReturnType<typeof createSendings>;
