import { describe, expect, it } from 'vitest';
import { type Cell, hideSmall, SMALLEST_TOLD, TOLD, type Told } from '../../../src/exit/hr/hide-small.js';
import { NOTHING_COUNTED, type ProcessCounts } from '../../../src/exit/hr/process.js';

const row = (about: Partial<ProcessCounts>): ProcessCounts => ({ ...NOTHING_COUNTED, ...about });
const full = (exits: number): ProcessCounts => row({ exits, talks: exits, offered: exits, held: exits, onTime: exits });

describe('counts by department', () => {
  it('below five are told as such, and larger ones as they are', () => {
    const [first, second, third] = hideSmall([full(12), full(3), full(2)]);
    expect([first!.exits, second!.exits, third!.exits]).toEqual([12, 'small', 'small']);
  });

  it('take the next smallest with them when one alone would be the rest of the total', () => {
    const cells = hideSmall([full(20), full(9), full(3)]);
    expect(cells.map(({ exits }) => exits)).toEqual([20, 'hidden', 'small']);
  });

  it('take the whole column of two departments with them', () => {
    expect(hideSmall([full(20), full(3)]).map(({ exits }) => exits)).toEqual(['hidden', 'small']);
  });

  it('are left out where the rest is below five', () => {
    const [first] = hideSmall([
      row({ exits: 20, talks: 20, offered: 18, held: 20, onTime: 10 }),
      row({ exits: 20, talks: 20, offered: 18, held: 20, onTime: 10 }),
    ]);
    expect(first).toMatchObject({ exits: 20, offered: 'hidden', onTime: 10 });
  });
});

/** Numbers from 0 up to `most`, the same for the same seed (mulberry32). */
function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % (most + 1);
  };
}

describe('whatever the counts are', () => {
  const OUTCOMES: readonly Told[] = ['held', 'declined', 'notHeld', 'notNoted'];
  const isShown = (cell: Cell) => typeof cell === 'number';

  it('none below five is told, and none can be worked out from the totals or from a row', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = numbers(seed);
      const rows = Array.from({ length: 2 + random(4) }, () => {
        const [held, declined, notHeld, notNoted] = [random(15), random(6), random(6), random(6)];
        const talks = held + declined + notHeld + notNoted;
        const exits = talks + random(6);
        return row({ exits, talks, held, declined, notHeld, notNoted, offered: random(talks), onTime: random(exits) });
      });
      const cells = hideSmall(rows);
      for (const name of TOLD) {
        const left = cells.filter((one) => !isShown(one[name]));
        expect([seed, name, left.length]).not.toEqual([seed, name, 1]);
      }
      cells.forEach((one, at) => {
        for (const name of TOLD) {
          const cell = one[name];
          if (typeof cell !== 'number') continue;
          expect(cell).toBeGreaterThanOrEqual(SMALLEST_TOLD);
          expect(cell).toBe(rows[at]![name]);
        }
        expect([seed, OUTCOMES.filter((name) => !isShown(one[name])).length]).not.toEqual([seed, 1]);
      });
    }
  });
});
