/** Why a row of the file is the source of neither an activity nor an indicator. The first five are how plans look; the others HR should see. */
export const REASONS = [
  'empty',
  'headings',
  'phase',
  'page-head',
  'merged',
  'no-activity',
  'before-headings',
  'no-headings',
  'other-department',
  'personnummer',
  'too-long',
  'no-indicator',
  'indicator-again',
  'indicator-too-long',
  'too-many-indicators',
] as const;
export type Reason = (typeof REASONS)[number];

const USUAL: readonly Reason[] = ['empty', 'headings', 'phase', 'page-head', 'merged'];

/** A row that neither an activity nor an indicator comes from. */
export interface RowReport {
  /** The sheet's name or "Tabell 2"; '' for a CSV file. */
  readonly table: string;
  readonly row: number;
  readonly reason: Reason;
  /** The start of what the row says, for those who look for it; '' where it may not be shown. */
  readonly text: string;
}

export function isUsual({ reason }: RowReport): boolean {
  return USUAL.includes(reason);
}

/** What HR should look at in rows that were taken. */
export type Remark =
  | {
      readonly kind: 'due-unclear' | 'due-shared' | 'no-responsible' | 'no-phase' | 'several-phases';
      readonly table: string;
      readonly row: number;
      readonly text: string;
    }
  /** A heading that no role has: what stands under it is not read. */
  | { readonly kind: 'unknown-column'; readonly table: string; readonly row: number; readonly text: string };
