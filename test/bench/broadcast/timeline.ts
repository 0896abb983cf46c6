import type { Received, TenantWindow } from '../../support/connector/index.js';

export interface Course {
  /** What the stand-in for Teams received, in the order in which it did. */
  readonly requests: readonly Pick<Received, 'at'>[];
  readonly windows: readonly Pick<TenantWindow, 'from' | 'to'>[];
  /** When workers were killed, in milliseconds since 1970. */
  readonly kills: readonly number[];
}

const SECOND = 1000;

/** One line a second: how many requests came, whether the tenant was to wait, and who was killed then. For eyes. */
export function timeline({ requests, windows, kills }: Course): string[] {
  const first = requests[0]?.at ?? 0;
  const last = requests.at(-1)?.at ?? first;
  return Array.from({ length: Math.ceil((last - first) / SECOND) + 1 }, (_, second) => {
    const from = first + second * SECOND;
    const isIn = (at: number) => at >= from && at < from + SECOND;
    const count = requests.filter(({ at }) => isIn(at)).length;
    const notes = [
      ...(windows.some((window) => window.from < from + SECOND && window.to > from) ? ['tenant waits'] : []),
      ...(kills.some(isIn) ? ['killed'] : []),
    ];
    return [String(second).padStart(4), String(count).padStart(3), '#'.repeat(count), ...notes].join(' ');
  });
}
