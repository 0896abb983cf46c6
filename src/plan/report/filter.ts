import type { Phase } from '../../ask/index.js';

/** What a report is about; all of the round without any. */
export interface ReportFilter {
  readonly plan?: string;
  readonly department?: string;
  readonly phase?: Phase;
}

export function concernsDepartment({ department }: ReportFilter, other: string): boolean {
  return department === undefined || department === other;
}

export function concernsAsked(filter: ReportFilter, asked: { readonly plan: string; readonly phase?: Phase }): boolean {
  return (
    (filter.plan === undefined || filter.plan === asked.plan) &&
    (filter.phase === undefined || filter.phase === asked.phase)
  );
}
