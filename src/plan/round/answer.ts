import { tryAgain } from '../../try-again.js';
import type { RoundItem, UnitRef } from './item.js';
import type { Round } from './round.js';
import type { StoredItem } from './round-store.js';
import { ROUND, type RoundParts, sendCards } from './start.js';
import { type Decision, mayAnswer, respondTo, type Said, silenced, withDeputy } from './transitions.js';

/** One item of one unit. */
export interface ItemRef extends UnitRef {
  readonly key: string;
}

export interface Answer {
  readonly item: ItemRef;
  /** The version that the form was made from; 0 for silence. */
  readonly seen: number;
  readonly said: Said;
  readonly by: string;
  readonly at: Date;
}

/** How an answer ended; with the item as it is stored now. */
export type Responded =
  | {
      readonly kind: 'saved' | 'already';
      readonly round: Round;
      readonly item: RoundItem;
      /** It was taken, and counts as late. */
      readonly isLate: boolean;
    }
  | { readonly kind: 'conflict' | 'closed' | 'not-yours'; readonly round: Round; readonly item: RoundItem }
  | (Extract<Decision, { kind: 'faulty' }> & { readonly round: Round; readonly item: RoundItem })
  | { readonly kind: 'unknown' };

export type Delegated = 'delegated' | 'already' | 'closed' | 'not-yours' | 'no-such-person' | 'unknown';
/** `already`: it was opened anew before, and nobody has answered since; `silent`: nobody ever answered. */
export type Reopened = 'reopened' | 'already' | 'silent' | 'closed' | 'unknown';

/** What people do with the items of an open round. Each call may be repeated: it changes nothing more. */
export function createAnswering(parts: RoundParts) {
  const { store, directory, broadcasts, sendings } = parts;

  async function find(ref: ItemRef): Promise<{ round: Round; stored: StoredItem } | undefined> {
    const [round, stored] = await Promise.all([store.find(ref.organisation, ref.round), store.findItem(ref, ref.key)]);
    return round && stored && { round: round.round, stored };
  }

  /** What is asked of a person in a round, in the order of units and plans. */
  async function itemsOf(organisation: string, round: string, person: string): Promise<RoundItem[]> {
    const units = await store.assignments(organisation, person, round);
    const items = await Promise.all(units.map((unit) => store.unitItems({ ...unit, organisation, round })));
    return items.flat().flatMap(({ item }) => (mayAnswer(item, person) ? [item] : []));
  }

  /** Whoever has answered all that is asked of them is not reminded any more. */
  async function settle(item: RoundItem, at: Date): Promise<void> {
    const { organisation, round } = item;
    const unit = (await store.unitItems(item)).map((stored) => stored.item);
    for (const person of [...item.persons, ...item.deputies]) {
      if (unit.some((other) => !other.response && mayAnswer(other, person))) continue;
      const asked = await itemsOf(organisation, round, person);
      if (asked.some(({ response }) => !response)) continue;
      for await (const broadcast of sendings.list({ organisation, kind: ROUND, id: round }))
        await broadcasts.answered(organisation, broadcast, person, at);
    }
  }

  async function respond({ item: ref, seen, said, by, at }: Answer): Promise<Responded> {
    const outcome = await tryAgain(async (): Promise<Responded> => {
      const found = await find(ref);
      if (!found) return { kind: 'unknown' };
      const { round, stored } = found;
      const { item, version } = stored;
      if (!mayAnswer(item, by)) return { kind: 'not-yours', round, item };
      if (round.state !== 'open') return { kind: 'closed', round, item };
      // Opened anew by HR: the versions go on where they were.
      const last = item.response?.version ?? (await store.history(ref, ref.key)).at(-1)?.version ?? 0;
      const speaker = { person: by, function: directory.find(by)?.function ?? '', at };
      const decision = respondTo(item, { said, seen }, speaker, last);
      if (decision.kind === 'faulty') return { ...decision, round, item };
      if (decision.kind === 'save') {
        const saved = (await store.save(decision.item, version)).item;
        return { kind: 'saved', round, item: saved, isLate: at > round.deadline };
      }
      if (decision.kind === 'already')
        return { kind: 'already', round, item, isLate: item.response!.at > round.deadline };
      return { kind: decision.kind, round, item };
    });
    // Also when it was saved already: whoever saved it may have died before this line.
    if (outcome.kind === 'saved' || outcome.kind === 'already')
      await settle(outcome.item, at).catch((error: unknown) =>
        parts.log.warn({ error, round: ref.round }, 'an answer is saved; who is done with a round could not be noted'),
      );
    return outcome;
  }

  /** Lets somebody else of the organisation answer, too, and sends them the card. Only who is responsible may. */
  async function delegate(ref: ItemRef, to: string, by: string, at: Date): Promise<Delegated> {
    const deputy = directory.find(to);
    if (deputy?.organisation !== ref.organisation) return 'no-such-person';
    const outcome = await tryAgain(async () => {
      const found = await find(ref);
      if (!found) return 'unknown';
      const { round, stored } = found;
      if (!stored.item.persons.includes(by)) return 'not-yours';
      if (round.state !== 'open') return 'closed';
      const item = withDeputy(stored.item, deputy.id);
      if (item) await store.save(item, stored.version);
      return { round, isNew: item !== undefined, isDeputy: item !== undefined || stored.item.deputies.includes(to) };
    });
    if (typeof outcome === 'string') return outcome;
    // One card a deputy and round, also when the last try died before it. Who has it gets it anew, as it is now.
    if (outcome.isDeputy) {
      const sending = { name: `deputy-${deputy.id}`, persons: [deputy.id], sendAt: at };
      const { id, isNew } = await sendCards(parts, outcome.round, sending);
      if (!isNew && outcome.isNew) await broadcasts.touch(ref.organisation, id);
    }
    return outcome.isNew ? 'delegated' : 'already';
  }

  /** HR opens one item anew: silent again, its answers in the history, and a card to whom it is asked. */
  async function reopenItem(unit: UnitRef, key: string, _by: string, at: Date): Promise<Reopened> {
    const ref = { ...unit, key };
    const outcome = await tryAgain(async () => {
      const found = await find(ref);
      if (!found) return 'unknown';
      const { round, stored } = found;
      if (round.state !== 'open') return 'closed';
      const item = silenced(stored.item);
      if (item) await store.save(item, stored.version);
      const version = stored.item.response?.version ?? (await store.history(ref, key)).at(-1)?.version;
      return version === undefined ? 'silent' : { round, item: stored.item, version, isNew: item !== undefined };
    });
    if (typeof outcome === 'string') return outcome;
    const { round, item, version, isNew } = outcome;
    // Also when it was silent already: whoever opened it may have died before this line.
    const name = JSON.stringify(['again', item.department, item.unit, key, version]);
    await sendCards(parts, round, { name, persons: [...item.persons, ...item.deputies], sendAt: at });
    return isNew ? 'reopened' : 'already';
  }

  return { itemsOf, respond, delegate, reopenItem };
}
