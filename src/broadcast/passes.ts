import type { Broadcast, Pass } from './broadcast.js';
import type { Delivery } from './delivery.js';
import type { Ledger } from './ledger.js';
import type { Decision } from './ledger-lane.js';
import type { Reaches } from './reach.js';
import { accept, cancel, nextAttempt } from './transitions.js';

export interface PassParts {
  readonly ledger: Ledger;
  readonly reaches: Reaches;
}

/** Cancels what has not been sent. */
export function cancelAll(broadcast: Broadcast, { ledger }: PassParts): Promise<number> {
  return overRows(broadcast, ledger, async ({ state }) => (state === 'pending' ? cancel : undefined));
}

/**
 * Carries out what HR pressed. Idempotent: a row that was treated already has left the state that the pass looks for, or began
 * its new attempt after the press. Gives how many rows changed.
 */
export function carryOut(pass: Pass, broadcast: Broadcast, now: Date, parts: PassParts): Promise<number> {
  const { ledger, reaches } = parts;
  const isTreated = ({ history }: Delivery) => history.some(({ endedAt }) => endedAt >= pass.at);
  return overRows(broadcast, ledger, async (row) => {
    if (isTreated(row)) return undefined;
    switch (pass.kind) {
      case 'accept-uncertain':
        return row.state === 'uncertain' ? (newest) => accept(newest, { now }) : undefined;
      case 'resend-uncertain':
        return row.state === 'uncertain' ? (newest) => nextAttempt(newest, { now }) : undefined;
      case 'resend': {
        if (row.state !== 'failed' && row.state !== 'notInstalled') return undefined;
        // Whoever has a chat now, or a newer one, is reached there.
        const reach = await reaches.find(row.organisation, row.person);
        return (newest) => nextAttempt(newest, { now }, reach?.reference ?? newest.reference);
      }
    }
  });
}

/** Rows that are changed at the same time: they share transactions. */
const AT_ONCE = 99;

async function overRows(
  { organisation, id }: Broadcast,
  ledger: Ledger,
  choose: (row: Delivery) => Promise<Decision | undefined>,
): Promise<number> {
  let changed = 0;
  let waiting: Promise<unknown>[] = [];
  for await (const seen of ledger.list(organisation, id)) {
    const decide = await choose(seen.row);
    if (!decide) continue;
    waiting.push(ledger.change({ seen, decide }).then((written) => (changed += written ? 1 : 0)));
    if (waiting.length < AT_ONCE) continue;
    await Promise.all(waiting);
    waiting = [];
  }
  await Promise.all(waiting);
  return changed;
}
