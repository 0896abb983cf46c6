import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PageWithin, pageWithin } from '../../src/actions/index.js';

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

describe('a page of a list in memory', () => {
  it('has the items of its place, and buttons to the pages beside it', () => {
    expect(pageWithin(numbers(13), 2, 6)).toEqual({
      items: [7, 8, 9, 10, 11, 12],
      page: 2,
      pages: 3,
      turnings: [
        { to: 1, direction: 'previous' },
        { to: 3, direction: 'next' },
      ],
    });
  });

  it.each([
    ['the first of an empty list', 0, 1, { page: 1, pages: 1 }],
    ['the last when the list has become shorter', 13, 9, { page: 3, pages: 3 }],
    ['the first for what is no page', 13, 0, { page: 1, pages: 3 }],
    ['no empty page behind a full one', 12, 3, { page: 2, pages: 2 }],
  ])('is %s', (...[, count, wanted, found]) => {
    expect(pageWithin(numbers(count), wanted, 6)).toMatchObject(found);
  });

  it('shows every item exactly once when one turns from the first to the last', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 10 }), (count, most) => {
        const seen: number[] = [];
        const { pages } = pageWithin(numbers(count), 1, most);
        for (let at = 1; at <= pages; at++) {
          const page: PageWithin<number> = pageWithin(numbers(count), at, most);
          expect(page.items.length).toBeLessThanOrEqual(most);
          expect(page.turnings.some(({ to }) => to === at + 1)).toBe(at < pages);
          seen.push(...page.items);
        }
        expect(seen).toEqual(numbers(count));
      }),
    );
  });
});
