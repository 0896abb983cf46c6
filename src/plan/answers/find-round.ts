import type { Round, RoundStore } from '../round/index.js';
import type { RoundRef } from './understand/index.js';

/** The round that a question means; without one, the newest there is, if any. */
export interface FoundRound {
  readonly round?: Round;
  readonly newest?: Round;
}

/** The round of an organisation that is meant: the newest that has begun, unless period, year or "the one before" is said. */
export async function findRound(
  rounds: Pick<RoundStore, 'list'>,
  organisation: string,
  { period, year, isPrevious }: RoundRef,
): Promise<FoundRound> {
  let newest: Round | undefined;
  for await (const round of rounds.list(organisation)) {
    if (round.state === 'preparing') continue;
    newest ??= round;
    const fits = (period ?? round.period) === round.period && (year ?? round.year) === round.year;
    if (fits && (!isPrevious || round !== newest)) return { round, newest };
  }
  return { newest };
}

/** The round before another that followed up one of the same plans, or else just the round before. */
export async function roundBefore(rounds: Pick<RoundStore, 'list'>, round: Round): Promise<Round | undefined> {
  let before: Round | undefined;
  let isOlder = false;
  for await (const other of rounds.list(round.organisation)) {
    if (isOlder && other.state !== 'preparing') {
      before ??= other;
      if (other.plans.some((plan) => round.plans.includes(plan))) return other;
    }
    if (other.id === round.id) isOlder = true;
  }
  return before;
}
