import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../src/broadcast/index.js';
import { addsUp, change, countsOf, sum } from '../../src/broadcast/counts.js';
import { type Delivery, DELIVERY_STATES } from '../../src/broadcast/delivery.js';
import {
  accept,
  backoffMs,
  cancel,
  claim,
  conclude,
  nextAttempt,
  refreshed,
  release,
} from '../../src/broadcast/transitions.js';

const NOW = new Date('2026-09-01T08:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const at = (now: Date) => ({ now, random: () => 1, edition: 0 });
const MINE = { id: 'mine', by: 'worker-1', until: later(25_000) };

const pending: Delivery = {
  organisation: 'o',
  broadcast: 'b',
  person: 'p',
  state: 'pending',
  locale: 'sv',
  reference: '{}',
  attempt: 1,
  tries: 0,
  ambiguous: 0,
  edition: 0,
  history: [],
  createdAt: NOW,
};
const sending = claim(pending, MINE, at(NOW))!;
const after = (outcome: SendOutcome, row = sending) => conclude(row, 'mine', outcome, at(NOW))!;
const SENT: SendOutcome = { kind: 'sent', activityId: '17' };
const AMBIGUOUS: SendOutcome = { kind: 'ambiguous', reason: '502' };

describe('a row is taken in hand', () => {
  it('when it is pending and due', () => {
    expect(sending).toMatchObject({ state: 'sending', claim: MINE });
    expect(claim({ ...pending, nextAt: later(-1) }, MINE, at(NOW))?.state).toBe('sending');
  });

  it('not before Teams wants it', () => {
    expect(claim({ ...pending, nextAt: later(1) }, MINE, at(NOW))).toBeUndefined();
  });

  it('by one at a time, and again by the same', () => {
    const other = { ...MINE, id: 'other' };
    expect(claim(sending, other, at(NOW))).toBeUndefined();
    expect(claim(sending, MINE, at(NOW))).toBe(sending);
  });

  it('from a worker that died with it, which counts as a request that may have arrived', () => {
    const other = { id: 'other', by: 'worker-2', until: later(60_000) };
    const taken = claim(sending, other, at(later(25_001)))!;
    expect(taken).toMatchObject({ state: 'sending', claim: other, ambiguous: 1, tries: 1 });
  });

  it('not a fourth time when three workers died with it: HR decides', () => {
    const row = { ...sending, ambiguous: 2 };
    expect(claim(row, { ...MINE, id: 'x' }, at(later(25_001)))).toMatchObject({ state: 'uncertain', claim: undefined });
  });

  it.each(['delivered', 'failed', 'uncertain', 'notInstalled', 'unresolved', 'cancelled'] as const)(
    'never when it is %s',
    (state) => expect(claim({ ...pending, state }, MINE, at(NOW))).toBeUndefined(),
  );
});

describe('what an answer makes of it', () => {
  it('sent: delivered, with the id to update it by', () => {
    expect(after(SENT)).toMatchObject({ state: 'delivered', activityId: '17', deliveredAt: NOW, claim: undefined });
  });

  it('429: pending until Teams wants it, however often', () => {
    const asked = after({ kind: 'throttled', retryAfterMs: 7000 }, { ...sending, tries: 50 });
    expect(asked).toMatchObject({ state: 'pending', nextAt: later(7000), claim: undefined, lastError: '429' });
    expect(after({ kind: 'throttled' }).nextAt).toEqual(later(1000));
  });

  it('no contact: tried ten times with growing waits, then failed as unavailable', () => {
    let row = sending;
    const waits: number[] = [];
    for (let tries = 1; tries < 10; tries += 1) {
      const next = after({ kind: 'not-now', reason: 'ECONNREFUSED' }, row);
      waits.push(next.nextAt!.getTime() - NOW.getTime());
      row = { ...next, state: 'sending', claim: MINE };
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000]);
    const last = after({ kind: 'not-now', reason: 'ECONNREFUSED' }, row);
    expect(last).toMatchObject({ state: 'failed', cause: 'unavailable', lastError: 'ECONNREFUSED' });
  });

  it('unknown: repeated twice, counted, then uncertain', () => {
    const first = after(AMBIGUOUS);
    expect(first).toMatchObject({ state: 'pending', ambiguous: 1 });
    const second = after(AMBIGUOUS, { ...first, state: 'sending', claim: MINE });
    expect(second).toMatchObject({ state: 'pending', ambiguous: 2 });
    expect(after(AMBIGUOUS, { ...second, state: 'sending', claim: MINE })).toMatchObject({
      state: 'uncertain',
      ambiguous: 3,
      lastError: '502',
    });
  });

  it('refused: final, with its cause; without the app it is not installed', () => {
    const refusal = (cause: 'blocked' | 'not-installed') =>
      after({ kind: 'undeliverable', cause, reason: '403 MessageWritesBlocked' });
    expect(refusal('blocked')).toMatchObject({
      state: 'failed',
      cause: 'blocked',
      lastError: '403 MessageWritesBlocked',
    });
    expect(refusal('not-installed')).toMatchObject({ state: 'notInstalled', cause: undefined });
  });

  it('nothing when the row is in other hands; but that somebody got it is kept', () => {
    const elsewhere = { ...sending, claim: { ...MINE, id: 'other' } };
    expect(conclude(elsewhere, 'mine', AMBIGUOUS, at(NOW))).toBeUndefined();
    expect(conclude(elsewhere, 'mine', SENT, at(NOW))).toBeUndefined();
    expect(conclude({ ...pending, state: 'uncertain' }, 'mine', SENT, at(NOW))?.state).toBe('delivered');
  });
});

describe('other steps', () => {
  it('a stale conversation is replaced once and sent to at once', () => {
    expect(refreshed(sending, 'mine', 'new')).toMatchObject({
      state: 'pending',
      reference: 'new',
      isRefreshed: true,
      nextAt: undefined,
    });
  });

  it('a claim is given back untried', () => {
    expect(release(sending, 'mine')).toMatchObject({ state: 'pending', tries: 0, claim: undefined });
    expect(release(sending, 'other')).toBeUndefined();
  });

  it('cancelling spares what is in flight and what is over', () => {
    expect(cancel(pending)?.state).toBe('cancelled');
    expect(DELIVERY_STATES.filter((state) => cancel({ ...pending, state }))).toEqual(['pending']);
  });

  it('the next attempt keeps the old one as history and starts from nothing', () => {
    const failed: Delivery = {
      ...pending,
      state: 'failed',
      cause: 'blocked',
      tries: 3,
      ambiguous: 1,
      lastError: '403',
    };
    const next = nextAttempt(failed, { now: later(5) }, 'there')!;
    expect(next).toMatchObject({ state: 'pending', attempt: 2, tries: 0, ambiguous: 0, reference: 'there' });
    expect(next.history).toEqual([
      { attempt: 1, state: 'failed', cause: 'blocked', lastError: '403', tries: 3, endedAt: later(5) },
    ]);
    const open = DELIVERY_STATES.filter((state) => nextAttempt({ ...pending, state }, { now: NOW }));
    expect(open).toEqual(['failed', 'uncertain', 'notInstalled']);
    expect(nextAttempt({ ...failed, reference: undefined }, { now: NOW })).toBeUndefined();
  });

  it('HR counts an uncertain one as delivered', () => {
    expect(accept({ ...pending, state: 'uncertain' }, { now: NOW })).toMatchObject({
      state: 'delivered',
      deliveredAt: NOW,
    });
    expect(accept(pending, { now: NOW })).toBeUndefined();
  });

  it('waits lie between half and the whole, so that those who failed together come back apart', () => {
    expect(backoffMs(3, { random: () => 0 })).toBe(2000);
    expect(backoffMs(3, { random: () => 1 })).toBe(4000);
    expect(backoffMs(99, { random: () => 1 })).toBe(300_000);
  });
});

describe('the sum holds at every moment', () => {
  const step = fc.oneof(
    fc.constant((row: Delivery) => claim(row, MINE, at(NOW))),
    fc.constant((row: Delivery) => claim(row, { ...MINE, id: 'other' }, at(later(30_000)))),
    fc
      .constantFrom<SendOutcome>(
        SENT,
        AMBIGUOUS,
        { kind: 'throttled' },
        { kind: 'not-now', reason: '412' },
        { kind: 'undeliverable', cause: 'stale', reason: '404' },
        { kind: 'undeliverable', cause: 'not-installed', reason: '403' },
      )
      .map((outcome) => (row: Delivery) => conclude(row, row.claim?.id ?? '', outcome, at(NOW))),
    fc.constantFrom(cancel, (row: Delivery) => nextAttempt(row, { now: NOW })),
    fc.constant((row: Delivery) => accept(row, { now: NOW })),
  );
  const run = (steps: readonly ((row: Delivery) => Delivery | undefined)[]) => {
    let row = pending;
    const seen = [row];
    for (const next of steps) seen.push((row = next({ ...row, nextAt: undefined }) ?? row));
    return seen;
  };

  it('the changes of a row add up to what it is', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const seen = run(steps);
        const total = sum(seen.map((row, index) => change(seen[index - 1], row)));
        expect(total).toEqual(sum([countsOf(seen.at(-1)!)]));
        expect(addsUp(total)).toBe(true);
      }),
    );
  });

  it('within an attempt nobody who got it is sent to again, and three unknown outcomes are the most', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const seen = run(steps);
        for (const [index, row] of seen.entries()) {
          const before = seen[index - 1];
          if (before?.state === 'delivered') expect(row.state).toBe('delivered');
          expect(row.ambiguous).toBeLessThanOrEqual(3);
          expect(row.attempt).toBeLessThanOrEqual(1 + row.history.length);
        }
      }),
    );
  });
});
