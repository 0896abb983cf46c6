/** How much of everything stands on the card. Texts and names in characters. */
export interface Limits {
  readonly text: number;
  readonly name: number;
  readonly splits: number;
  readonly deviations: number;
  readonly learned: number;
  readonly rounds: number;
  readonly plans: number;
  readonly departments: number;
}

/** From what is comfortable to what fits whatever people wrote. */
const STEPS: readonly Limits[] = [
  { text: 110, name: 60, splits: 8, deviations: 10, learned: 6, rounds: 10, plans: 12, departments: 25 },
  { text: 70, name: 45, splits: 6, deviations: 10, learned: 6, rounds: 8, plans: 10, departments: 20 },
  { text: 45, name: 30, splits: 5, deviations: 10, learned: 5, rounds: 6, plans: 8, departments: 12 },
  { text: 40, name: 20, splits: 5, deviations: 5, learned: 3, rounds: 5, plans: 5, departments: 5 },
  { text: 30, name: 16, splits: 3, deviations: 3, learned: 2, rounds: 3, plans: 3, departments: 3 },
];
/** In UTF-8 bytes, measured: what the template itself takes, and what it puts around each of these. */
const TEMPLATE = 2_500;
const AROUND = { chart: 750, bar: 460, split: 850, row: 450, deviation: 200, learned: 200 };
/** Signs that get a backslash before them where Markdown is rendered, which JSON writes as two. */
const ESCAPED = /[\\`*_~[<&]/g;
/** A card may have 28 KB; room is left for what is put around it when it is sent. */
const BUDGET = 27_000;

interface Weighed {
  readonly charts: readonly { readonly bars: readonly object[] }[];
  readonly splits: readonly { readonly rows: readonly object[] }[];
  readonly deviations: readonly object[];
  readonly learned: readonly object[];
}

/** The data with the widest limits whose card is under 28 KB. */
export function fitting<Data extends Weighed>(make: (limits: Limits) => Data): Data {
  let data = make(STEPS[0]!);
  for (const limits of STEPS.slice(1)) {
    if (weightOf(data) <= BUDGET) break;
    data = make(limits);
  }
  return data;
}

function weightOf(data: Weighed): number {
  const { charts, splits, deviations, learned } = data;
  const bars = charts.reduce((sum, chart) => sum + chart.bars.length, 0);
  const rows = splits.reduce((sum, split) => sum + split.rows.length, 0);
  const json = JSON.stringify(data);
  return (
    TEMPLATE +
    charts.length * AROUND.chart +
    bars * AROUND.bar +
    splits.length * AROUND.split +
    rows * AROUND.row +
    deviations.length * AROUND.deviation +
    learned.length * AROUND.learned +
    Buffer.byteLength(json) +
    2 * (json.match(ESCAPED)?.length ?? 0)
  );
}
