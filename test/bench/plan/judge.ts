/** What is measured of a round, each in a process of its own. */
export const STEPS = ['summary', 'docx', 'xlsx'] as const;
export type Step = (typeof STEPS)[number];

/** What a step took: milliseconds, and resident memory in MB. */
export interface Took {
  readonly items: number;
  readonly summaryMs: number;
  readonly ms: number;
  readonly rssMb: { readonly before: number; readonly peak: number };
}
export type Measured = Readonly<Record<Step, Took>>;

export interface Limits {
  /** Milliseconds within which the figures are read. */
  readonly ms: number;
  /** How many times as high the peak of memory may be. */
  readonly growth: number;
}

/** How many times as high the peak of each step is for the large round as for the small one, two decimals. */
export function growthOf(small: Measured, large: Measured): Record<Step, number> {
  const ratio = (step: Step) => Math.round((100 * large[step].rssMb.peak) / small[step].rssMb.peak) / 100;
  return { summary: ratio('summary'), docx: ratio('docx'), xlsx: ratio('xlsx') };
}

/** What is not as promised, in words; nothing when all is. Pure. */
export function judge(small: Measured, large: Measured, { ms, growth }: Limits): string[] {
  const { items, summaryMs } = large.summary;
  const peaks = growthOf(small, large);
  return [
    ...(summaryMs > ms ? [`The figures of ${items} items took ${summaryMs} ms, more than ${ms}.`] : []),
    ...STEPS.filter((step) => peaks[step] > growth).map(
      (step) =>
        `The peak of memory of ${step} grew ${peaks[step]} times from a tenth of the round, more than ${growth}.`,
    ),
  ];
}
