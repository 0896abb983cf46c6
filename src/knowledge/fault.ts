/** One thing wrong in the knowledge folder, and where: file, line, and the column or key. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly message: string;
  /** A warning does not stop the bot: a review date that has passed. */
  readonly severity: 'error' | 'warning';
}

export function faultText(fault: Fault): string {
  return `${fault.file}:${fault.line}: ${fault.column}: ${fault.message}${fault.severity === 'warning' ? ' (warning)' : ''}`;
}
