import { describe, expect, it } from 'vitest';
import type { Broadcast } from '../../../src/broadcast/index.js';
import { possible, progressData } from '../../../src/broadcast/hr/progress.js';

const NOW = new Date('2026-09-01T07:00:00Z');
const about = { now: NOW, locale: 'sv', perSecond: 30, canRemind: true } as const;
const broadcast = (changes: Partial<Broadcast> = {}): Broadcast => ({
  organisation: 'o',
  id: 'b',
  kind: 'announcement',
  title: 'Ny rutin',
  content: { confirm: true },
  audience: {},
  status: 'sending',
  createdAt: NOW,
  edition: 0,
  passes: [],
  ...changes,
});
const COUNTS = { recipients: 1000, delivered: 90, pending: 900, failed: 8, 'failed:blocked': 8, uncertain: 2 };

/** What HR can press. */
function buttons(changes: Partial<Broadcast>, counts: Record<string, number>): string[] {
  return Object.entries(possible(broadcast(changes), counts, about)).flatMap(([name, can]) => (can ? [name] : []));
}

describe('the progress', () => {
  it('says share, bar, causes and the earliest end', () => {
    expect(progressData(broadcast(), COUNTS, about)).toMatchObject({
      status: 'sending',
      share: '90 av 1\u00a0000 (9 %)',
      bar: `██${'░'.repeat(18)}`,
      causes: [{ cause: 'blocked', count: '8' }],
      // 900 at 30 a second.
      end: '09:00',
      answered: '0 av 90 (0 %)',
    });
    expect(progressData(broadcast(), { ...COUNTS, pending: 5400 }, about)).toMatchObject({ end: '09:03' });
  });

  it('never reads 100 % before all have it', () => {
    const data = progressData(broadcast(), { recipients: 1000, delivered: 999, pending: 1 }, about);
    expect(data).toMatchObject({ percent: 99 });
  });

  it('names every state that the ledger counts, so that the lines sum up to the recipients', () => {
    const counts = {
      recipients: 8,
      pending: 1,
      sending: 1,
      delivered: 1,
      failed: 1,
      uncertain: 1,
      notInstalled: 1,
      unresolved: 1,
      cancelled: 1,
    };
    const { states } = progressData(broadcast(), counts, about) as { states: { count: string }[] };
    expect(states.reduce((sum, { count }) => sum + Number(count), 0)).toBe(8);
  });

  it.each<[string, Partial<Broadcast>, Record<string, number>, string[]]>([
    ['scheduled', { status: 'scheduled' }, {}, ['cancel', 'correct']],
    ['sending', {}, COUNTS, ['pause', 'cancel', 'resend', 'uncertain', 'remind', 'correct', 'recall']],
    ['paused', { status: 'paused' }, { delivered: 1, pending: 1 }, ['resume', 'cancel', 'remind', 'correct', 'recall']],
    ['done, all answered', { status: 'done' }, { delivered: 1, answered: 1 }, ['correct', 'recall']],
    ['done, nobody asked', { status: 'done', content: {} }, { delivered: 1 }, ['correct', 'recall']],
    ['stopped', { status: 'cancelled' }, { delivered: 1, failed: 1, uncertain: 1 }, ['correct', 'recall']],
    ['recalled', { status: 'done', recalledAt: NOW }, COUNTS, []],
  ])('offers of a message that is %s what can be done', (_what, changes, counts, can) => {
    expect(buttons(changes, counts)).toEqual(can);
  });
});
