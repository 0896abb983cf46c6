import type { Token } from '../../../ask/index.js';
import type { RoundRef } from './wanted.js';

const YEAR = /^20\d\d$/;

/** The round that a question names: "T1", "tertial 2 2026", "VB 2025", and which words say so. */
export function readRoundRef(tokens: readonly Token[]): {
  readonly ref: RoundRef;
  readonly covered: ReadonlySet<number>;
} {
  const covered = new Set<number>();
  let ref: RoundRef = {};
  tokens.forEach(({ folded }, at) => {
    const next = tokens[at + 1]?.text;
    const isTertial = /^(?:t|tertial|tertialet|tertialrapport)$/.test(folded);
    if (isTertial && (next === '1' || next === '2')) {
      ref = { ...ref, period: next === '1' ? 'T1' : 'T2' };
      covered.add(at).add(at + 1);
    } else if (/^(?:vb|verksamhetsberattelse(?:n)?)$/.test(folded)) {
      ref = { ...ref, period: 'VB' };
      covered.add(at);
    } else if (YEAR.test(folded)) {
      ref = { ...ref, year: Number(folded) };
      covered.add(at);
    }
  });
  return { ref, covered };
}
