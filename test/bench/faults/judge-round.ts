import type { AckedAnswer } from './model.js';
import { jsonOf, type RawRow } from './stored.js';

const EXCEPTIONAL: readonly unknown[] = ['försenad', 'avvikelse', 'avbruten'];

export interface Verdict {
  /** Acknowledged and not there. */
  readonly lost: string[];
  /** There more often than anybody meant. */
  readonly doubled: string[];
  /** Parts of one write that do not fit each other. */
  readonly torn: string[];
}

export const emptyVerdict = (): Verdict => ({ lost: [], doubled: [], torn: [] });

interface StoredAnswer {
  readonly version: number;
  readonly comment: string;
  readonly by: string;
}

/**
 * The answers of a round against what was acknowledged: each is in the history as often as it was meant, the versions have no gap, the
 * item holds the newest, and the unit's digest and list of exceptions say the same as the items do.
 */
export function judgeRound(rows: readonly RawRow[], acked: readonly AckedAnswer[], verdict: Verdict): void {
  const of = (kind: string) => rows.filter(({ row }) => row === kind);
  const itemOf = ({ unit, key }: RawRow) => `${String(unit)} ${String(key)}`;
  const histories = new Map<string, StoredAnswer[]>();
  for (const row of of('answer')) {
    const history = histories.get(itemOf(row)) ?? [];
    histories.set(itemOf(row), [...history, row as unknown as StoredAnswer]);
  }

  for (const one of acked) {
    const found = (histories.get(one.item) ?? []).filter(
      ({ comment, by }) => comment === one.comment && by === one.person,
    );
    if (found.length === 0) verdict.lost.push(`answer ${one.item} "${one.comment}"`);
    if (found.length > 1 + one.decidedOver) verdict.doubled.push(`answer ${one.item} "${one.comment}"`);
  }
  judgeOrder(acked, histories, verdict);

  for (const row of of('item')) {
    const name = itemOf(row);
    const history = (histories.get(name) ?? []).sort((a, b) => a.version - b.version);
    if (history.some(({ version }, at) => version !== at + 1)) verdict.torn.push(`versions of ${name}`);
    const now = row.response === undefined ? undefined : (jsonOf(row, 'response') as Record<string, unknown>);
    const last = history.at(-1);
    if (now?.comment !== last?.comment || now?.version !== last?.version) verdict.torn.push(`newest of ${name}`);
    const digest = of('digest').find(({ unit }) => unit === row.unit);
    const said =
      digest && (jsonOf(digest, 'digest') as { items: Record<string, { said: string }> }).items[String(row.key)];
    if (said?.said !== (now?.status ?? '')) verdict.torn.push(`digest of ${name}`);
    const copy = of('exception').find((other) => itemOf(other) === name);
    const isException = EXCEPTIONAL.includes(now?.status);
    if (isException !== (copy !== undefined) || (copy && copy.response !== row.response))
      verdict.torn.push(`exception of ${name}`);
  }
}

/** Whoever began after another was acknowledged has the later version. */
function judgeOrder(
  acked: readonly AckedAnswer[],
  histories: ReadonlyMap<string, readonly StoredAnswer[]>,
  verdict: Verdict,
): void {
  const lastOf = ({ item, comment }: AckedAnswer) =>
    Math.max(...(histories.get(item) ?? []).filter((one) => one.comment === comment).map(({ version }) => version));
  for (const one of acked)
    for (const other of acked)
      if (one.item === other.item && one.until < other.from && lastOf(one) >= lastOf(other))
        verdict.torn.push(`order of ${one.item}: "${one.comment}" and "${other.comment}"`);
}
